// The cards that answering ends in: one or two owners, choices, a list, nothing found, courtesies.
import { createHash } from 'node:crypto';
import type { About, Facet, Outcome, Turn, World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { isAnswering } from '../matrix/status.ts';
import type { DemandKind, Effect, Memory } from '../store.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { answerBlock, answerLine, ownerLine, subjectOf } from '../wording/block.ts';
import { answerCard, lookAt } from '../wording/card.ts';
import { deciderText } from '../wording/holder.ts';
import { facetLine } from './facet.ts';

/** A follow-up reads as one within minutes; after that, people start afresh. */
const MEMORY_MINUTES = 30;

/** Longer questions are cut where they are quoted back, not where they are understood. */
const MOST_QUOTED = 80;

/** Longer questions are not repeated by "and for printing?". */
const MOST_KEPT = 240;

/** A button's title on a phone is about two lines of this length. */
const MOST_TITLE = 70;

export function sayFor(turn: Turn): Say {
  return sayIn(turn.locale);
}

export function quoted(question: string): string {
  return cut(question.replace(/\s+/g, ' ').trim(), MOST_QUOTED);
}

/** The owner card for one task, led by what was asked about it. */
export async function ownerOutcome(
  task: StoredTask,
  facet: Facet,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const subject = await lookAt(task, turn, world);
  const line = facetLine(subject, facet);
  const lead = line === answerLine(subject) ? '' : line;
  return {
    reply: answerCard(line, lead, [subject], '', sayFor(turn)),
    effects: [
      demanded('asked', task.id, '', turn),
      remembered(namedNow([task.id], facet, turn, world), turn),
    ],
    about: { kind: 'owner', tasks: [task.id], facet },
  };
}

/** Several tasks that the question named together, each with its own block; what was not found is said. */
export async function ownersOutcome(
  tasks: StoredTask[],
  facet: Facet,
  notes: string[],
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const subjects = await Promise.all(tasks.map((task) => lookAt(task, turn, world)));
  const ids = tasks.map(({ id }) => id);
  const line = subjects.map((subject) => facetLine(subject, facet)).join(' · ');
  const plainLine = subjects.map(answerLine).join(' · ');
  const lead = line === plainLine ? '' : line;
  return {
    reply: answerCard(line, lead, subjects, notes.join(' '), sayFor(turn)),
    effects: [
      ...ids.map((id) => demanded('asked', id, '', turn)),
      remembered(namedNow(ids, facet, turn, world), turn),
    ],
    about: { kind: 'owner', tasks: ids, facet },
  };
}

/**
 * What a task was picked from stays on offer, so that "no, the other one" still means something; the question
 * that named it stays through its follow-ups, so that "and laptops?" can be asked like it.
 */
function namedNow(named: string[], facet: Facet, turn: Turn, { memory }: World): Memory {
  const picked = memory !== null && named.every((id) => memory.offered.includes(id));
  const followed = memory !== null && named.join(' ') === memory.named.join(' ');
  const said = turn.said.kind === 'text' ? turn.said.text : '';
  return {
    named,
    offered: picked ? memory.offered : [],
    question: cut(followed || picked ? memory.question : said, MOST_KEPT),
    facet,
  };
}

export function choicesOutcome(
  tasks: StoredTask[],
  facet: Facet,
  question: string,
  turn: Turn,
): Outcome {
  const say = sayFor(turn);
  const ids = tasks.map(({ id }) => id);
  return {
    reply: {
      kind: 'card',
      card: 'choices',
      data: {
        line: say('several.line'),
        note: say('several.note', { question: quoted(question) }),
        question: quoted(question),
        choices: choicesOf(tasks),
        noneOfThese: true,
        words: { noneOfThese: say('card.noneOfThese') },
      },
    },
    effects: [remembered({ named: [], offered: ids, question, facet }, turn)],
    about: { kind: 'choices', tasks: ids, facet },
  };
}

/** Nothing fits: say so, offer the nearest, and keep the question as demand. */
export function noneOutcome(nearest: StoredTask[], question: string, turn: Turn): Outcome {
  const say = sayFor(turn);
  const ids = nearest.map(({ id }) => id);
  return {
    reply: {
      kind: 'card',
      card: 'choices',
      data: {
        line: say('none.line', { question: quoted(question) }),
        note: say(nearest.length > 0 ? 'none.near' : 'none.far'),
        question: quoted(question),
        choices: choicesOf(nearest),
        noneOfThese: false,
        words: { noneOfThese: say('card.noneOfThese') },
      },
    },
    effects: [
      demanded('no match', '', question, turn),
      remembered({ named: [], offered: ids, question, facet: 'owner' }, turn),
    ],
    about: { kind: 'none', tasks: ids },
  };
}

/** The card shows as many lines as people read before they narrow the question. */
const MOST_LISTED = 15;

/** The question is kept, so that "only the critical ones" can narrow it. */
export function listOutcome(
  tasks: StoredTask[],
  line: string,
  note: string,
  asked: { question: string; filter: Record<string, string> },
  turn: Turn,
  world: World,
): Outcome {
  const say = sayFor(turn);
  const today = dayOf(turn.now);
  const shown = tasks.slice(0, MOST_LISTED);
  const none = { times: 0, askers: 0 };
  const items = shown.map((task) => {
    const subject = subjectOf(task, world.matrix, today, none, say);
    const { name, status, tone } = answerBlock(subject);
    const owner = isAnswering(subject.status) ? ownerLine(subject) : '';
    return { task: task.id, name, owner, status, tone };
  });
  const more = tasks.length - shown.length;
  const offered = shown.map(({ id }) => id);
  return {
    reply: {
      kind: 'card',
      card: 'list',
      data: { line, note, items, more: more > 0 ? say('list.more', { count: more }) : '' },
    },
    effects: [remembered({ named: [], offered, question: asked.question, facet: 'owner' }, turn)],
    about: { kind: 'list', tasks: tasks.map(({ id }) => id), filter: asked.filter },
  };
}

export function textOutcome(text: string, about: About): Outcome {
  return { reply: { kind: 'text', text }, effects: [], about };
}

/** Where a question that found no task can be taken; used when people press "none of these". */
export function notedOutcome(question: string, turn: Turn, world: World): Outcome {
  const say = sayFor(turn);
  const decider = deciderText(world.matrix, say);
  const said = say('noneOfThese.said', { question: quoted(question), decider });
  return {
    ...textOutcome(said, { kind: 'none', tasks: [] }),
    effects: [demanded('none of these', '', question, turn)],
  };
}

export function demanded(kind: DemandKind, task: string, text: string, turn: Turn): Effect {
  const day = dayOf(turn.now);
  const asker = createHash('sha256')
    .update([turn.tenant, day, turn.speaker.id].join('\n'))
    .digest('hex')
    .slice(0, 16);
  return { kind: 'demand', demand: { kind, task, text, day, asker } };
}

function remembered(memory: Memory, turn: Turn): Effect {
  const until = new Date(turn.now.getTime() + MEMORY_MINUTES * 60_000);
  return { kind: 'remember', memory, until };
}

function choicesOf(tasks: StoredTask[]): { task: string; title: string }[] {
  const named = Map.groupBy(tasks, ({ name }) => name);
  return tasks.map(({ id, name, area }) => {
    const alone = (named.get(name) ?? []).length === 1;
    const title = cut(name, MOST_TITLE);
    return { task: id, title: alone ? title : `${title} (${cut(area, MOST_TITLE)})` };
  });
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

// The card that asks an owner for their word on several tasks: ticks, and one row of buttons for what is ticked.
import type { CardReply, Option } from '../cards.ts';
import type { Day } from '../matrix/day.ts';
import { partyName } from '../matrix/holder.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { countOf, only, type Pending } from '../matrix/pending.ts';
import type { Say } from '../strings/strings.ts';
import { holderChoices } from '../wording/choices.ts';

/** A phone shows about ten ticks; the rest is one press away. */
const MOST_SHOWN = 10;

/** More is not answered at one sitting; the rest comes up once these are. */
export const MOST_ASKED = 50;

type Around = { matrix: Matrix; today: Day; say: Say };

export type Shown = {
  /** How many tasks were shown before these. */
  from?: number;
  note?: string;
  /** Ticks to keep; without them the checks are ticked, because most stay as they are. */
  ticked?: readonly string[];
};

export function askCard(
  pending: Pending,
  { matrix, today, say }: Around,
  { from = 0, note = '', ticked }: Shown = {},
): CardReply {
  const all = [...pending.asked, ...pending.checks].slice(0, MOST_ASKED);
  const shown = all.slice(from, from + MOST_SHOWN);
  const { asked, checks } = only(pending, (task) => shown.includes(task));
  const left = all.length - shown.length;
  const ticks = ticked ?? checks.map((task) => task.id);
  const tickedOf = (tasks: readonly StoredTask[]) =>
    tasks
      .filter(({ id }) => ticks.includes(id))
      .map(({ id }) => id)
      .join(',');
  return {
    kind: 'card',
    card: 'ask',
    data: {
      line: lineOf(pending, say),
      note,
      asked: asked.map((task) => askedOption(task, matrix, say)),
      askedTicked: tickedOf(asked),
      checks: checks.map((task) => checkOption(task, say)),
      checksTicked: tickedOf(checks),
      whom: holderChoices(matrix, today, null, say),
      shown: marks(shown),
      all: left > 0 ? marks(all) : marks(shown),
      several: all.length > 1,
      from,
      next: from + MOST_SHOWN < all.length ? from + MOST_SHOWN : 0,
      words: {
        asked: say('asks.asked'),
        checks: say('asks.checks'),
        why: say('asks.why'),
        whom: say('asks.whom'),
        accept: say(asked.length > 0 ? 'asks.accept' : 'asks.still'),
        all: say(asked.length > 0 ? 'asks.all' : 'asks.stillAll', { count: all.length }),
        decline: say('asks.decline'),
        handOver: say('asks.handOver'),
        part: say('asks.part'),
        more: left > 0 ? say('asks.more', { count: left }) : '',
      },
    },
  };
}

function lineOf(pending: Pending, say: Say): string {
  const [only] = [...pending.asked, ...pending.checks];
  const count = countOf(pending);
  if (!only) return say('asks.none');
  if (count > 1) return say('asks.line', { count });
  return say(pending.asked.length > 0 ? 'asks.one' : 'asks.check', { task: only.name });
}

/** `id@version`, so that a press says what it was looking at. */
function marks(tasks: readonly StoredTask[]): string {
  return tasks.map(({ id, version }) => `${id}@${version}`).join(',');
}

/** The versions by id; what is no mark of ours is left out. */
export function versionsIn(text: string): Map<string, number> {
  const pairs = text.split(',').flatMap((mark): [string, number][] => {
    const [, id = '', version = ''] = /^(.+)@(\d{1,9})$/.exec(mark) ?? [];
    return id === '' ? [] : [[id, Number(version)]];
  });
  return new Map(pairs);
}

function askedOption({ id, name, ownership }: StoredTask, matrix: Matrix, say: Say): Option {
  const owned = ownership.kind === 'owned' ? ownership : null;
  const since = owned ? say('asks.since', { day: say.day(owned.since) }) : '';
  const partners = (owned?.sharedWith ?? []).map((party) => partyName(party, matrix)).join(', ');
  const shared = partners === '' ? '' : say('asks.with', { partners });
  return {
    title: harmless([name, shared, since].filter((part) => part !== '').join(' · ')),
    value: id,
  };
}

function checkOption({ id, name, reviewedOn, ownership }: StoredTask, say: Say): Option {
  const last = reviewedOn ?? (ownership.kind === 'owned' ? ownership.acceptedOn : null);
  const said = last === null ? '' : say('asks.last', { day: say.day(last) });
  return { title: harmless([name, said].filter((part) => part !== '').join(' · ')), value: id };
}

/** Choices that can be ticked are drawn with Markdown, where brackets make links. */
function harmless(title: string): string {
  return title.replaceAll('[', '(').replaceAll(']', ')');
}

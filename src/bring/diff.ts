// The card that shows what an import would change, task by task in examples, before it is applied.
import type { CardReply, Row } from '../cards.ts';
import type { Turn, World } from '../chat.ts';
import type { TaskField } from '../matrix/change.ts';
import { dayOf } from '../matrix/day.ts';
import type { Task } from '../matrix/task.ts';
import type { Brought } from '../sheet/bring.ts';
import type { ImportDraft } from '../store.ts';
import { type Key, type Say, sayIn } from '../strings/strings.ts';
import { ownerLine, subjectOf } from '../wording/block.ts';
import { calledIn } from './draft.ts';
import { counted, listed, short } from './look.ts';

export type Ready = Extract<Brought, { kind: 'ready' }>;
type Problems = Extract<Brought, { kind: 'problems' }>;

/** Rows that contradict themselves are mended in the file, a few at a time. */
const PROBLEMS_SHOWN = 8;

const FIELDS: Readonly<Record<TaskField, Key>> = {
  name: 'field.name',
  area: 'field.area',
  kind: 'field.kind',
  description: 'field.description',
  aliases: 'field.aliases',
  importance: 'field.importance',
  health: 'row.health',
  nights: 'field.nights',
  review: 'field.review',
  reviewedOn: 'history.checked',
  ownership: 'edit.owner',
  backup: 'row.backup',
  reason: 'field.reason',
  views: 'field.views',
};

export function diffCard(
  draft: ImportDraft,
  brought: Ready,
  turn: Turn,
  world: World,
  warn = '',
): CardReply {
  const say = sayIn(turn.locale);
  const { created, changed, unchanged, gone } = brought.diff;
  const name = calledIn(draft, turn);
  const may = brought.plan.steps.length > 0;
  const owner = ownerIn(brought, turn, world, say);
  const rows: Row[] = [
    {
      label: say('bring.diff.created'),
      text: counted(
        created.map((task) => `${short(task.name)} → ${owner(task)}`),
        say,
      ),
    },
    {
      label: say('bring.diff.changed'),
      text: counted(
        changed.map(({ before, after, fields }) => {
          const [was, is] = [owner(before), owner(after)];
          const what = fields.map((field) =>
            field === 'ownership' && was !== is ? `${was} → ${is}` : say(FIELDS[field]),
          );
          return `${short(after.name)}: ${what.join(', ')}`;
        }),
        say,
      ),
    },
    { label: say('bring.diff.same'), text: unchanged > 0 ? String(unchanged) : '' },
    {
      label: say('bring.diff.gone'),
      text: counted(
        gone.map((task) => short(task.name)),
        say,
      ),
    },
    {
      label: say('bring.row.notes'),
      text: listed(
        brought.notices.map(({ says }) => short(says)),
        PROBLEMS_SHOWN,
        say,
      ),
    },
  ];
  return card(draft, say, {
    line: may
      ? say('bring.diff', { name, created: created.length, changed: changed.length })
      : say('bring.diff.none', { name }),
    ...{ note: may ? say('bring.diff.note') : '', warn, mark: brought.mark, may },
    rows: rows.filter(({ text }) => text !== ''),
  });
}

export function problemsCard(draft: ImportDraft, { problems }: Problems, turn: Turn): CardReply {
  const say = sayIn(turn.locale);
  const rows = problems.slice(0, PROBLEMS_SHOWN).map(({ row, column, says }) => ({
    label: [row > 0 && String(row), column].filter(Boolean).join(' '),
    text: says,
  }));
  const rest = problems.length - rows.length;
  const more = rest > 0 ? [{ label: '', text: say('list.left', { count: rest }) }] : [];
  return card(draft, say, {
    ...{ line: calledIn(draft, turn), note: '', warn: say('bring.problems'), mark: '', may: false },
    rows: [...rows, ...more],
  });
}

type Shown = {
  line: string;
  note: string;
  warn: string;
  mark: string;
  may: boolean;
  rows: Row[];
};

function card(draft: ImportDraft, say: Say, shown: Shown): CardReply {
  const words = { apply: say('bring.apply'), back: say('bring.back'), drop: say('bring.drop') };
  return { kind: 'card', card: 'bring-diff', data: { ...shown, draft: draft.id, words } };
}

/** The owner as it would be, with the parties that come along. */
function ownerIn({ parties, people }: Ready, turn: Turn, world: World, say: Say) {
  const matrix = { ...world.matrix, parties, people };
  const none = { times: 0, askers: 0 };
  return (task: Task) =>
    ownerLine(subjectOf({ ...task, version: 0 }, matrix, dayOf(turn.now), none, say));
}

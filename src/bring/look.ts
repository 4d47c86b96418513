// The card that shows how a file was understood, asks what only a person can tell, and lets the rest be put right.
import type { CardReply, Row } from '../cards.ts';
import type { Turn } from '../chat.ts';
import type { Question } from '../sheet/understanding/questions.ts';
import {
  blanks,
  doubtful,
  type Understood,
  type UnderstoodTask,
} from '../sheet/understanding/understanding.ts';
import type { ImportDraft } from '../store.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { itemOf, mustItems, pagesToFix, sideText, wayText } from './ask.ts';
import { calledIn } from './draft.ts';

/** Enough to see what it is about; the rest is counted. */
const SHOWN = 4;
const PARTIES_SHOWN = 10;
const MOST_NAME = 60;

export function lookCard(
  draft: ImportDraft,
  understood: Understood,
  turn: Turn,
  warn = '',
): CardReply {
  const say = sayIn(turn.locale);
  const asked = mustItems(understood.questions);
  const fixable = pagesToFix(understood.questions)[0]?.length ?? 0;
  return card(draft, understood, turn, {
    ...{ warn, note: [say('bring.note'), asked.length > 0 && say('bring.asks')] },
    ...{ rows: rowsOf(understood, say), asked },
    ways: [
      { go: 'diff', title: say('bring.go') },
      ...(fixable > 0 ? [{ go: 'fix:0', title: say('bring.correct') }] : []),
    ],
  });
}

/** `page` beyond the last is the last. */
export function fixCard(
  draft: ImportDraft,
  understood: Understood,
  turn: Turn,
  page: number,
): CardReply {
  const say = sayIn(turn.locale);
  const pages = pagesToFix(understood.questions);
  const at = Math.min(page, pages.length - 1);
  const more = at + 1 < pages.length ? [{ go: `fix:${at + 1}`, title: say('bring.more') }] : [];
  return card(draft, understood, turn, {
    ...{ warn: '', note: [say('bring.fix')], rows: [], asked: pages[at] ?? [] },
    ways: [
      { go: 'diff', title: say('bring.go') },
      ...more,
      { go: 'look', title: say('bring.back') },
    ],
  });
}

type Shown = {
  warn: string;
  note: (string | false)[];
  rows: Row[];
  asked: Question[];
  ways: { go: string; title: string }[];
};

function card(
  draft: ImportDraft,
  { tasks, parties }: Understood,
  turn: Turn,
  shown: Shown,
): CardReply {
  const say = sayIn(turn.locale);
  const name = calledIn(draft, turn);
  return {
    kind: 'card',
    card: 'bring',
    data: {
      line: say('bring.line', { name, tasks: tasks.length, parties: parties.length }),
      note: shown.note.filter(Boolean).join(' '),
      ...{ warn: shown.warn, draft: draft.id, rows: shown.rows, ways: shown.ways },
      items: shown.asked.map((question) => itemOf(question, say)),
      words: { drop: say('bring.drop') },
    },
  };
}

function rowsOf(understood: Understood, say: Say): Row[] {
  const { table, parties, tasks, left, notices } = understood;
  const areas = new Map<string, number>();
  for (const { area } of tasks) if (area !== '') areas.set(area, (areas.get(area) ?? 0) + 1);
  const known = tasks.filter(({ starter }) => starter !== null);
  const row = (label: string, text: string): Row[] => (text === '' ? [] : [{ label, text }]);
  const those = (some: readonly UnderstoodTask[]) =>
    counted(
      some.map(({ name, where }) => `${short(name)} (${where})`),
      say,
    );
  return [
    ...row(say('bring.row.sheet'), short(table.name)),
    ...row(say('bring.row.way'), wayOf(understood, say)),
    ...row(say('bring.row.parties'), partiesText(parties, say)),
    ...row(
      say('bring.row.areas'),
      counted(
        [...areas].map(([area, count]) => `${short(area)} (${count})`),
        say,
      ),
    ),
    ...row(
      say('bring.row.known'),
      counted(
        known.map(({ name }) => short(name)),
        say,
      ),
    ),
    ...row(say('bring.row.two'), those(doubtful(understood, 'two'))),
    ...row(say('bring.row.none'), those(doubtful(understood, 'none'))),
    ...row(say('bring.row.blank'), those(blanks(understood))),
    ...row(
      say('bring.row.left'),
      counted(
        left.map(({ where, says }) => `${short(where)}: ${short(says)}`),
        say,
      ),
    ),
    ...row(
      say('bring.row.notes'),
      listed(
        notices.map(({ says }) => says),
        SHOWN,
        say,
      ),
    ),
  ];
}

/** Those of one side together. */
function partiesText(parties: Understood['parties'], say: Say): string {
  const sides = [...Map.groupBy(parties, ({ side }) => side)];
  return sides
    .map(([side, some]) => {
      const names = some.map(({ name }) => short(name));
      return say('bring.side', {
        ...{ side: sideText(side, say), name: listed(names, PARTIES_SHOWN, say) },
      });
    })
    .join('\n');
}

/** Which way and why: how many cells speak for it. */
function wayOf({ orientation, tasks }: Understood, say: Say): string {
  const count = tasks.reduce((sum, { cells }) => sum + cells.filter(({ raw }) => raw).length, 0);
  const marked = orientation === 'marks' || orientation === 'transposed' || orientation === 'long';
  const because =
    orientation === 'list'
      ? say('bring.because.list')
      : say(marked ? 'bring.because.marks' : 'bring.because.names', { count });
  return `${wayText(orientation, say)}, ${because}`;
}

export function short(text: string): string {
  return text.length > MOST_NAME ? `${text.slice(0, MOST_NAME - 1).toWellFormed()}…` : text;
}

export function listed(texts: readonly string[], most: number, say: Say): string {
  const rest = texts.length - most;
  return [...texts.slice(0, most), ...(rest > 0 ? [say('list.left', { count: rest })] : [])].join(
    ', ',
  );
}

/** `12: the first, the second … and 10 more`; empty where there is none. */
export function counted(texts: readonly string[], say: Say): string {
  return texts.length === 0 ? '' : `${texts.length}: ${listed(texts, SHOWN, say)}`;
}

// How a views round stands, for admins: counts while somebody has yet to speak, and only then what the sides said.
import type { CardData, CardReply, Tone } from '../cards.ts';
import type { Day } from '../matrix/day.ts';
import { partyName } from '../matrix/holder.ts';
import type { Matrix } from '../matrix/matrix.ts';
import {
  agreedOn,
  isComplete,
  isRunning,
  openFor,
  openSide,
  RESULTS,
  type Result,
  type Round,
  resultOf,
  viewsOn,
} from '../matrix/round.ts';
import type { Say } from '../strings/strings.ts';
import { saidText } from '../wording/holder.ts';

/** Each takes three lines on a phone, and a message holds 28 KB. */
const MOST_LISTED = 10;

const TONES: Record<Result, Tone> = {
  'mutual disclaim': 'attention',
  overlap: 'attention',
  unclaimed: 'warning',
  silent: 'warning',
  agreed: 'good',
};

type Around = { matrix: Matrix; today: Day; say: Say };
type Item = CardData['round']['items'][number];

/** `asked`: the parties for which whoever looks may answer. */
export function roundCard(
  round: Round,
  around: Around,
  { note = '', asked = [] }: { note?: string; asked?: readonly string[] } = {},
): CardReply {
  const { matrix, today, say } = around;
  const party = isRunning(round, today) ? (openSide(round, asked) ?? '') : '';
  const complete = isComplete(round, today);
  const items = complete ? itemsOf(round, around) : [];
  const listed = items.slice(0, MOST_LISTED);
  const left = items.length - listed.length;
  return {
    kind: 'card',
    card: 'round',
    data: {
      line: lineOf(round, complete, around),
      note: note === '' && complete ? countsOf(round, say) : note,
      round: round.id,
      sides: round.sides.map((side) => ({
        name: partyName(side, matrix),
        what: say('round.answered', {
          count: round.tasks.length - openFor(round, side).length,
          total: round.tasks.length,
        }),
      })),
      items: listed,
      more: left > 0 ? say('list.left', { count: left }) : '',
      open: round.closedOn === null && round.said.length > 0,
      party,
      words: {
        close: say('round.close'),
        answer: say('round.answer', { party: partyName(party, matrix) }),
      },
    },
  };
}

function lineOf(round: Round, complete: boolean, { today, say }: Around): string {
  const values = {
    area: round.area === '' ? say('round.all') : round.area,
    count: round.tasks.length,
    until: say.day(round.until),
  };
  if (isRunning(round, today)) return say(complete ? 'round.complete' : 'round.running', values);
  return say('round.over', values);
}

/** "Agreed: 8 · one side silent: 1". */
function countsOf(round: Round, say: Say): string {
  const results = round.tasks.map((task) => resultOf(round, task));
  return RESULTS.toReversed()
    .map((result) => ({ result, count: results.filter((one) => one === result).length }))
    .filter(({ count }) => count > 0)
    .map(({ result, count }) => `${say(`result.${result}`)}: ${count}`)
    .join(' · ');
}

/** What needs somebody: everything but what is agreed as it is listed. Mutual disclaims first: nobody acts on those. */
function itemsOf(round: Round, around: Around): Item[] {
  return RESULTS.flatMap((result) =>
    round.tasks
      .filter((task) => resultOf(round, task) === result)
      .flatMap((task) => itemOf(round, task, result, around) ?? []),
  );
}

function itemOf(round: Round, id: string, result: Result, { matrix, say }: Around): Item | null {
  const task = matrix.tasks.find((one) => one.id === id);
  if (!task) return null;
  const { ownership } = task;
  const listed = ownership.kind === 'owned' ? ownership.lead.party : null;
  const asListed = result === 'agreed' && agreedOn(round, id) === listed;
  if (asListed) return null;
  const views = viewsOn(round, id);
  const said = views.map((view) => saidText(view, matrix, say)).join(' ');
  const word = result === 'agreed' ? say('result.otherwise') : say(`result.${result}`);
  const tone = result === 'agreed' ? 'warning' : TONES[result];
  return { task: id, name: task.name, said, result: word, tone };
}

// The card on which one side of a views round says, ten tasks at a time, whose they are; nothing on it tells what others said.
import type { CardReply, Option } from '../cards.ts';
import { partyName } from '../matrix/holder.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { openFor, type StoredRound } from '../matrix/round.ts';
import type { Say } from '../strings/strings.ts';

/** A choice each: more would be a form that nobody finishes. */
export const BATCH = 10;

/** What a choice stands for; a party follows after the colon. */
export const THEIRS = 'theirs:';

export function viewsCard(
  round: StoredRound,
  party: string,
  matrix: Matrix,
  note: string,
  say: Say,
): CardReply {
  const open = openFor(round, party);
  const asked = open
    .flatMap((id) => matrix.tasks.find((task) => task.id === id) ?? [])
    .slice(0, BATCH);
  const values = { party: partyName(party, matrix), count: open.length, total: round.tasks.length };
  return {
    kind: 'card',
    card: 'views',
    data: {
      line: say(asked.length === 0 ? 'views.done' : 'views.line', values),
      note: note === '' ? say('views.note', { until: say.day(round.until) }) : note,
      round: round.id,
      party,
      tasks: asked.map(({ id }) => id).join(','),
      items: asked.map((task) => ({
        name: harmless(task.name),
        says: accepted(task, party) ? 'ours' : '',
        choices: choicesOn(task, round, party, matrix, say),
      })),
      words: { save: say('views.save') },
    },
  };
}

/** Only what a side has accepted is its own word already. */
function accepted({ ownership }: StoredTask, party: string): boolean {
  return (
    ownership.kind === 'owned' && ownership.lead.party === party && ownership.acceptedOn !== null
  );
}

/** The other sides and whoever is listed by name; any further vendor is "somebody else". */
function choicesOn(
  { ownership }: StoredTask,
  { sides }: StoredRound,
  party: string,
  matrix: Matrix,
  say: Say,
): Option[] {
  const listed = ownership.kind === 'owned' ? ownership.lead.party : '';
  const others = matrix.parties.filter(
    ({ id }) => id !== party && (sides.includes(id) || id === listed),
  );
  return [
    { title: say('views.ours'), value: 'ours' },
    ...others.map(({ id, name }) => ({
      title: say('views.theirs', { party: name }),
      value: `${THEIRS}${id}`,
    })),
    { title: say('views.nobody'), value: 'nobody' },
    { title: say('views.unsure'), value: 'unsure' },
  ];
}

/** Labels are drawn with Markdown by some clients, where brackets make links. */
function harmless(name: string): string {
  return name.replaceAll('[', '(').replaceAll(']', ')');
}

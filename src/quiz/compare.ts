// The sides against each other: nobody sees the others before giving their own, and disagreements come first.
import type { CardReply } from '../cards.ts';
import { dayOf } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Say } from '../strings/strings.ts';
import { QUESTION_IDS } from './book.ts';
import { type Result, settledIn } from './result.ts';
import { PERSPECTIVES } from './session.ts';
import { answerText, namesText, outcomeText, questionText, sayKey, sideText } from './words.ts';

/** Answers further apart than this speak of two different organisations. */
const ROUND_DAYS = 60;

/** One card's worth of disagreements. */
const MOST_ROWS = 10;

/** The latest answers of each side that still belong together, in a fixed order. */
export function roundAt(all: readonly Result[], now: Date): Result[] {
  const since = now.getTime() - ROUND_DAYS * 86_400_000;
  const recent = all.filter(({ at }) => at.getTime() >= since);
  return PERSPECTIVES.filter((side) => side !== 'everyone').flatMap((side) => {
    const own = recent.filter(({ perspective }) => perspective === side);
    return own.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, 1);
  });
}

/** Which side this person has answered for in this round. */
export function sideOfPerson(all: readonly Result[], person: string, now: Date): Result | null {
  const since = now.getTime() - ROUND_DAYS * 86_400_000;
  const own = all.filter(
    ({ perspective, by, at }) =>
      perspective !== 'everyone' && at.getTime() >= since && by.some(({ id }) => id === person),
  );
  return own[0] ?? null;
}

/** A run of all together is for everyone; a side's answers are for who gave their own in the same round. */
export function maySee(result: Result, all: readonly Result[], person: string, now: Date): boolean {
  if (result.perspective === 'everyone' || result.by.some(({ id }) => id === person)) return true;
  return sideOfPerson(all, person, now) !== null;
}

type Difference = { title: string; values: string[] };

export function compareCard(sides: readonly Result[], matrix: Matrix, say: Say): CardReply {
  const names = sides.map(({ perspective }) => sideText(say, perspective)).join(' · ');
  const { differ, agreed } = differences(sides, matrix, say);
  const count = differ.length;
  const more = count - MOST_ROWS;
  return {
    kind: 'card',
    card: 'quiz-compare',
    data: {
      line: say(count === 0 ? 'quiz.compare.none' : 'quiz.compare.line', { count, sides: names }),
      sides: sides.map(({ perspective, verdict, by, at }) =>
        say('quiz.compare.side', {
          side: sideText(say, perspective),
          outcome: outcomeText(say, verdict.outcome),
          names: namesText(by.map(({ name }) => name)),
          day: say.day(dayOf(at)),
        }),
      ),
      rows: differ.slice(0, MOST_ROWS),
      more: more > 0 ? say('quiz.compare.more', { count: more }) : '',
      agreed: say('quiz.compare.agreed', { count: agreed }),
    },
  };
}

/** Tasks first, for those can be looked at; then the questions. What one side left open is no disagreement. */
function differences(
  sides: readonly Result[],
  matrix: Matrix,
  say: Say,
): { differ: Difference[]; agreed: number } {
  const differ: Difference[] = [];
  let agreed = 0;
  const put = (title: string, given: (string | null)[]) => {
    const known = given.filter((value) => value !== null);
    if (known.length < 2) return;
    if (new Set(known).size === 1) {
      agreed += 1;
      return;
    }
    const values = sides.map(({ perspective }, i) =>
      say('quiz.reason', {
        topic: sideText(say, perspective),
        answer: given[i] ?? say('quiz.unsaid'),
      }),
    );
    differ.push({ title, values });
  };
  for (const id of new Set(sides.flatMap(({ saw }) => Object.keys(saw)))) {
    const name = matrix.tasks.find((task) => task.id === id)?.name;
    const given = sides.map(({ saw }) => {
      const saying = saw[id];
      return saying ? sayKey(say, `quiz.saying.${saying}`) : null;
    });
    if (name !== undefined) put(name, given);
  }
  for (const id of QUESTION_IDS) {
    const given = sides.map((side) => {
      const settled = settledIn(side).find(({ question }) => question === id);
      const answer = settled?.said ?? settled?.counted;
      return answer === undefined ? null : answerText(say, id, answer);
    });
    put(questionText(say, id), given);
  }
  return { differ, agreed };
}

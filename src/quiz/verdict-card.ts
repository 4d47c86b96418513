// The result as a card: what fits, why, area by area, what would change it, and what moved since last time.
import type { CardData, CardReply } from '../cards.ts';
import { dayOf } from '../matrix/day.ts';
import { areaTitle } from '../matrix/task.ts';
import type { Say } from '../strings/strings.ts';
import { type Advice, adviceFor } from './advice.ts';
import { whatWouldChange } from './change.ts';
import { reasonsFor } from './evidence.ts';
import type { AreaPicture } from './measure.ts';
import { runBefore, whatMoved } from './moved.ts';
import { countedIn, type Result, settledIn } from './result.ts';
import { plainShareOf, shareOf } from './verdict.ts';
import {
  answersText,
  answerText,
  namesText,
  outcomeText,
  percent,
  sayKey,
  sideText,
  topicText,
} from './words.ts';

/** The rest shows in the picture by area. */
const MOST_MOVED = 6;

export type Picture = CardData['quiz-verdict'];

const TONES = {
  keep: 'good',
  'hand over': 'attention',
  'assign first': 'warning',
  leave: 'default',
} as const satisfies Record<Advice, string>;

/** `at` is the session's token while its card may still go back; `compares` where another side has answered. */
export function verdictCard(
  result: Result,
  all: readonly Result[],
  say: Say,
  more: { at: string; compares: boolean; warn?: string },
): CardReply {
  return { kind: 'card', card: 'quiz-verdict', data: pictureOf(result, all, say, more) };
}

export function pictureOf(
  result: Result,
  all: readonly Result[],
  say: Say,
  { at, compares, warn = '' }: { at: string; compares: boolean; warn?: string },
): Picture {
  const { verdict, measures, unclearGates, run } = result;
  const before = runBefore(result, all);
  const { outcome } = verdict;
  return {
    line: sayKey(say, `quiz.outcome.${outcome}`),
    note: noteOf(result, say),
    warn,
    gate: verdict.gate ? say('quiz.gate', { names: namesText(unclearGates) }) : '',
    todo: todoOf(result, say),
    reasons: reasonsFor(result, say),
    areas: shownAreas(measures.areas).map((area) => areaRow(area, say)),
    changes: changesOf(result, say),
    both: bothOf(result, say),
    moved: before ? whatMoved(before, result, say).slice(0, MOST_MOVED) : [],
    footer: footerOf(result, say),
    ...{ at, run, compares },
    model: outcome === 'co-managed' || outcome === 'full MSP' ? outcome : '',
    words: {
      reasons: say('quiz.head.reasons'),
      areas: say('quiz.head.areas'),
      legend: say('quiz.legend'),
      changes: say('quiz.head.changes'),
      both: say('quiz.head.both'),
      moved: before ? say('quiz.head.moved', { day: say.day(dayOf(before.at)) }) : '',
      back: say('quiz.back'),
      owners: say('quiz.owners'),
      markdown: say('quiz.markdown'),
      compare: say('quiz.compare'),
    },
  };
}

function noteOf({ verdict, measures }: Result, say: Say): string {
  const { assessed, active } = measures;
  const sure = verdict.confidence && sayKey(say, `quiz.confidence.${verdict.confidence}`);
  const known = say('quiz.assessed', { assessed, active });
  return [sure, pointsText(verdict.points, say), known].filter(Boolean).join(' · ');
}

function pointsText(points: Result['verdict']['points'], say: Say): string {
  const { co, full, inOrder: fine } = points;
  const share = percent(plainShareOf(points) ?? 0);
  const weighed = percent(shareOf(points) ?? 0);
  if (weighed === share) return say('quiz.points.plain', { co, full, share });
  return say('quiz.points', { co, full, share, fine, weighed });
}

/** What to do where there is no model to go to: fill the matrix, or buy the gaps and nothing else. */
function todoOf({ verdict, next, gaps, measures }: Result, say: Say): string {
  if (verdict.by === 'R3') return say('quiz.nextTasks', { names: next.join(', ') });
  if (verdict.outcome !== 'no change') return '';
  const open = measures.nights.of - measures.nights.covered;
  const nights = open > 0 ? [say('quiz.gaps.nights', { count: open })] : [];
  const names = [...nights, ...gaps];
  return say('quiz.gaps', { names: names.length > 0 ? namesText(names) : say('quiz.gaps.none') });
}

function changesOf(result: Result, say: Say): string[] {
  const changes = whatWouldChange(countedIn(settledIn(result)), result.measures);
  if (changes.length === 0) return [say('quiz.change.none')];
  return changes.map(({ answers, outcome }) =>
    say('quiz.change.one', {
      answers: answersText(say, answers),
      outcome: outcomeText(say, outcome),
    }),
  );
}

function bothOf(result: Result, say: Say): string[] {
  return settledIn(result).flatMap(({ question, said, matrix, from }) => {
    if (said === null || matrix === null || said === matrix) return [];
    return say(`quiz.both.${from}`, {
      topic: topicText(say, question),
      said: answerText(say, question, said),
      matrix: answerText(say, question, matrix),
    });
  });
}

function footerOf({ perspective, by, at }: Result, say: Say): string {
  const who = say('quiz.by', {
    side: sideText(say, perspective),
    names: namesText(by.map(({ name }) => name)),
    day: say.day(dayOf(at)),
  });
  return perspective === 'everyone' ? `${who} · ${say('quiz.kept')}` : who;
}

function areaRow(area: AreaPicture, say: Say): Picture['areas'][number] {
  const { well, failing, unclear, assessed, active } = area;
  const outside = area.outsideWell + area.outsideFailing;
  const [a = 0, b = 0, c = 0, d = 0] = bar([well, failing, unclear, outside]);
  const advice = adviceFor(area);
  return {
    area: areaTitle(area.area),
    well: '●'.repeat(a),
    failing: '▲'.repeat(b),
    unclear: '○'.repeat(c),
    outside: '□'.repeat(d),
    advice: stateText(area, sayKey(say, `quiz.advice.${advice}`), say),
    tone: TONES[advice],
    counts: countsText({ well, failing, unclear, outside }, { assessed, active }, say),
  };
}

/** The starter has eight; of a sheet with sections by the dozen, those in most trouble are shown. */
const MOST_AREAS = 12;

function shownAreas(areas: readonly AreaPicture[]): AreaPicture[] {
  const trouble = ({ failing, unclear }: AreaPicture) => failing + unclear;
  const worst = areas.toSorted((a, b) => trouble(b) - trouble(a)).slice(0, MOST_AREAS);
  return areas.filter((area) => worst.includes(area));
}

/** `overloaded: hand over`; an area that reaches no mark has only what to do. */
function stateText(area: AreaPicture, advice: string, say: Say): string {
  const { unclearArea, overloaded, strong } = area;
  const state = unclearArea ? 'unclear' : overloaded ? 'overloaded' : strong ? 'strong' : null;
  return state === null
    ? advice
    : say('quiz.reason', { topic: say(`quiz.state.${state}`), answer: advice });
}

/** Only what there is; how much is assessed only where it is not all. */
function countsText(
  parts: Record<'well' | 'failing' | 'unclear' | 'outside', number>,
  { assessed, active }: { assessed: number; active: number },
  say: Say,
): string {
  const counted = (['well', 'failing', 'unclear', 'outside'] as const).flatMap((part) =>
    parts[part] > 0 ? [say(`quiz.area.${part}`, { count: parts[part] })] : [],
  );
  const part = assessed < active ? [say('quiz.area.assessed', { assessed, active })] : [];
  return [...counted, ...part].join(', ');
}

/** Ten marks fit beside an area's name on the narrowest card. */
const MARKS = 10;

/** Whole marks for each part, by largest remainder, so that they always add up; none where all is zero. */
export function bar(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / total) * MARKS);
  const marks = exact.map(Math.floor);
  const left = MARKS - marks.reduce((sum, mark) => sum + mark, 0);
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((x, y) => y.rest - x.rest);
  for (const { i } of order.slice(0, left)) marks[i] = (marks[i] ?? 0) + 1;
  return marks;
}

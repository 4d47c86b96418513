// One step of the quiz as a card: tasks or questions to choose for, where they stand, and the ways on.
import type { CardData, CardReply } from '../cards.ts';
import type { Day } from '../matrix/day.ts';
import { type Matrix, partyById, type StoredTask } from '../matrix/matrix.ts';
import { areaTitle } from '../matrix/task.ts';
import type { Say } from '../strings/strings.ts';
import { NUMBERS, QUESTION_IDS, QUESTIONS, type QuestionId } from './book.ts';
import { type Measures, measure } from './measure.ts';
import { prefill } from './prefill.ts';
import {
  type At,
  inputFor,
  PERSPECTIVES,
  pagesOf,
  placeOf,
  type Session,
  stepsOf,
  tasksOn,
  tokenOf,
  type Way,
} from './session.ts';
import { answerText, questionText, sayKey, sideText } from './words.ts';
import { asksHealthOnly, HEALTH_SAYINGS, SAYINGS } from './workload.ts';

type Step = CardData['quiz-step'];
type Page = Exclude<At, { kind: 'verdict' }>;

/** `alone`: nobody else reads along, so the sides can be offered on the first card. */
export type Around = { matrix: Matrix; today: Day; say: Say; alone: boolean; warn: string };

export function stepCard(session: Session, at: Page, around: Around): CardReply {
  const { matrix, today, say, warn } = around;
  const measures = measure(matrix, today);
  const steps = stepsOf(session, measures);
  const place = placeOf(at, steps);
  const first = place === 0;
  const offersSides = first && around.alone && session.perspective === 'everyone';
  return {
    kind: 'card',
    card: 'quiz-step',
    data: {
      line: sayKey(say, `quiz.line.${at.kind}`),
      progress: say('quiz.progress', {
        step: place + 1,
        steps: steps.length - 1,
        side: sideText(say, session.perspective),
      }),
      note: noteFor(session, at, measures, say),
      warn,
      at: tokenOf(session),
      items: itemsOf(session, at, measures, around),
      buttons: buttonsFor(at, steps, place).map((go) => ({
        go,
        title: titleOf(go, steps[place + 1]?.kind === 'check', say),
      })),
      sides: offersSides
        ? PERSPECTIVES.flatMap((side) =>
            side === 'everyone' ? [] : [{ side, title: sideText(say, side) }],
          )
        : [],
      words: { choose: say('quiz.choose'), sides: say('quiz.sides.note') },
    },
  };
}

function noteFor(session: Session, at: Page, measures: Measures, say: Say): string {
  if (at.kind === 'check') return say('quiz.check.note');
  if (at.kind === 'tasks') {
    return say(session.perspective === 'everyone' ? 'quiz.tasks.note' : 'quiz.tasks.apart');
  }
  const { assessed, active } = measures;
  const count = pagesOf(measures).check.length;
  if (count <= 1) return say('quiz.ask.thin', { assessed, active });
  return say('quiz.ask.known', { assessed, active, count });
}

function buttonsFor(at: Page, steps: readonly At[], place: number): Way[] {
  const back: Way[] = place > 0 ? ['back'] : [];
  const following = steps[place + 1]?.kind;
  if (at.kind === 'tasks')
    return ['next', ...back, ...(following === 'tasks' ? ['skip' as const] : [])];
  if (following === 'verdict') return ['verdict', ...back];
  return following === 'check' ? ['verdict', 'next', ...back] : ['next', ...back];
}

function titleOf(go: Way, toCheck: boolean, say: Say): string {
  if (go === 'verdict') return say('quiz.show');
  if (go === 'back') return say('quiz.back');
  if (go === 'skip') return say('quiz.skip');
  return say(toCheck ? 'quiz.check' : 'quiz.next');
}

function itemsOf(session: Session, at: Page, measures: Measures, around: Around): Step['items'] {
  if (at.kind === 'tasks') return taskItems(session, at.page, around);
  const { ask, check } = pagesOf(measures);
  const questions = at.kind === 'check' ? check : (ask[at.page] ?? []);
  return questions.map((id) => questionItem(id, session, measures, around.say));
}

function questionItem(
  id: QuestionId,
  { said }: Session,
  measures: Measures,
  say: Say,
): Step['items'][number] {
  const held = prefill(measures)[id];
  const options = QUESTIONS[QUESTION_IDS.indexOf(id)]?.options ?? [];
  const whose = NUMBERS.matrixCounts.includes(id) ? 'matrix' : 'person';
  return {
    id,
    heading: '',
    label: questionText(say, id),
    hint: held === undefined ? '' : say(`quiz.hint.${whose}`),
    value: said[id] ?? held ?? '',
    choices: options.map((option) => ({
      title: answerText(say, id, option.id),
      value: option.id,
    })),
  };
}

/** Grouped by area, in the order in which the areas come; an input keeps its place in the plan as its name. */
function taskItems(session: Session, page: number, around: Around): Step['items'] {
  const { matrix } = around;
  const shown = tasksOn(session.plan, page).flatMap((id, place) => {
    const task = matrix.tasks.find((one) => one.id === id);
    return task ? [{ task, place }] : [];
  });
  const areas = [...Map.groupBy(shown, ({ task }) => task.area)];
  return areas.flatMap(([area, ofArea]) =>
    ofArea.map(({ task, place }, i) =>
      taskItem(task, place, i === 0 ? areaTitle(area) : '', session, around),
    ),
  );
}

function taskItem(
  task: StoredTask,
  place: number,
  heading: string,
  session: Session,
  { matrix, today, say }: Around,
): Step['items'][number] {
  const before = session.saw[task.id];
  const isApart = session.perspective !== 'everyone';
  const healthOnly = !isApart && asksHealthOnly(task, before, matrix, today);
  const lead = task.ownership.kind === 'owned' ? task.ownership.lead.party : '';
  const owner = partyById(matrix, lead)?.name ?? '';
  const sayings = healthOnly ? HEALTH_SAYINGS : SAYINGS;
  return {
    id: inputFor(place),
    heading,
    label: task.name,
    hint: healthOnly ? say('quiz.hint.owner', { owner }) : '',
    value: before ?? '',
    choices: sayings.map((saying) => ({
      title: sayKey(say, `quiz.${healthOnly ? 'health' : 'saying'}.${saying}`),
      value: saying,
    })),
  };
}

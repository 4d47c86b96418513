// Finds out how far the evidence can be trusted, on questions that were not learned from.
import type { Calibration } from '../learned/calibration.ts';
import { trust } from '../learned/calibration.ts';

/**
 * The numbers of one question's evidence, and whether the first task was right; `asksBack` where several were.
 * Every trial shapes the weights; what is offered and what may be wrong is set by those of colleagues in a chat.
 */
export type Trial = {
  numbers: number[];
  right: boolean;
  asksBack: boolean;
  outside: boolean;
  chat: boolean;
};

/** Of all questions, this share may be answered with a wrong owner: the promise is one in a hundred of questions that are stranger than these. */
const MOST_WRONG = 0.006;
/** Of all questions that no task fits, from chats and elsewhere, this share may get an owner. */
const MOST_OWNED = 0.035;
/** Of the questions that no task fits, at least this share is declined without an offer. */
const LEAST_DECLINED = 0.93;

const ROUNDS = 3_000;
const STEP = 0.3;
const RIDGE = 3e-4;
/** A task named where people would have asked back helps half. */
const HALF_RIGHT = 0.25;

/** Each question is judged by weights that were fitted without it. */
const FOLDS = 5;

/** `right` and `inside` judge each trial without itself. */
export type Calibrated = Calibration & { judged: { right: number[]; inside: number[] } };

export function calibrate(trials: readonly Trial[]): Calibrated {
  const right = judge(trials, ({ right: good, asksBack }) =>
    good ? (asksBack ? HALF_RIGHT : 1) : 0,
  );
  const inside = judge(trials, ({ outside }) => (outside ? 0 : 1));
  return {
    right: right.weights,
    inside: inside.weights,
    sure: lowest(
      (bar) =>
        wrongAbove(trials, right.judged, bar) <= MOST_WRONG &&
        ownedAbove(trials, right.judged, bar) <= MOST_OWNED,
    ),
    offer: lowest((bar) => declinedBelow(trials, inside.judged, bar) >= LEAST_DECLINED),
    judged: { right: right.judged, inside: inside.judged },
  };
}

type Wanted = (trial: Trial) => number;

function judge(trials: readonly Trial[], wanted: Wanted): { weights: number[]; judged: number[] } {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitted(
      trials.filter((_trial, i) => i % FOLDS !== fold),
      wanted,
    ),
  );
  return {
    weights: fitted(trials, wanted).map((weight) => Math.round(weight * 1e4) / 1e4),
    judged: trials.map(({ numbers }, i) => trust(folds[i % FOLDS] ?? [], numbers)),
  };
}

/** Logistic regression by gradient descent: a handful of weights, the same on every machine. */
function fitted(trials: readonly Trial[], wanted: Wanted): number[] {
  const size = trials[0]?.numbers.length ?? 0;
  const weights = Array.from({ length: size }, () => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = weights.map((weight) => RIDGE * weight);
    for (const trial of trials) {
      const off = (trust(weights, trial.numbers) - wanted(trial)) / trials.length;
      trial.numbers.forEach((number, i) => {
        slopes[i] = (slopes[i] ?? 0) + off * number;
      });
    }
    slopes.forEach((slope, i) => {
      weights[i] = (weights[i] ?? 0) - STEP * slope;
    });
  }
  return weights;
}

/** The lowest bar, in hundredths, from which on the demand holds. */
function lowest(holds: (bar: number) => boolean): number {
  for (let bar = 99; bar > 0; bar -= 1) {
    if (!holds((bar - 1) / 100)) return bar / 100;
  }
  return 0;
}

function wrongAbove(trials: readonly Trial[], judged: readonly number[], bar: number): number {
  const chat = trials.filter((trial) => trial.chat).length;
  const wrong = trials.filter((trial, i) => trial.chat && !trial.right && (judged[i] ?? 0) >= bar);
  return wrong.length / Math.max(1, chat);
}

function ownedAbove(trials: readonly Trial[], judged: readonly number[], bar: number): number {
  const outside = trials.flatMap((trial, i) => (trial.outside ? [judged[i] ?? 0] : []));
  return outside.filter((trusted) => trusted >= bar).length / Math.max(1, outside.length);
}

function declinedBelow(trials: readonly Trial[], judged: readonly number[], bar: number): number {
  const outside = trials.flatMap((trial, i) =>
    trial.chat && trial.outside ? [judged[i] ?? 0] : [],
  );
  return outside.filter((trusted) => trusted < bar).length / Math.max(1, outside.length);
}

// The quiz's own words: keys that hang on questions, answers and outcomes.
import { type Key, LANGUAGES, type Say, type Values } from '../strings/strings.ts';
import { type Answers, type Outcome, QUESTION_IDS, type QuestionId } from './book.ts';
import type { Perspective } from './session.ts';

/** Throws for a key that no language has: data and words have come apart. */
export function sayKey(say: Say, name: string, values?: Values): string {
  if (!isKey(name)) throw new Error(`There are no words for ${name}`);
  return say(name, values);
}

function isKey(name: string): name is Key {
  return Object.hasOwn(LANGUAGES['en'] ?? {}, name);
}

export function questionText(say: Say, question: QuestionId): string {
  return sayKey(say, `quiz.${question}`);
}

export function answerText(say: Say, question: QuestionId, answer: string): string {
  return sayKey(say, `quiz.${question}.${answer}`);
}

/** `Strong areas: three to five`. */
export function reasonText(say: Say, question: QuestionId, answer: string): string {
  const topic = topicText(say, question);
  return say('quiz.reason', { topic, answer: answerText(say, question, answer) });
}

export function topicText(say: Say, question: QuestionId): string {
  return sayKey(say, `quiz.${question}.topic`);
}

export function answersText(say: Say, answers: Answers): string {
  return QUESTION_IDS.flatMap((question) => {
    const answer = answers[question];
    return answer === undefined ? [] : [reasonText(say, question, answer)];
  }).join(' + ');
}

export function outcomeText(say: Say, outcome: Outcome): string {
  return sayKey(say, `quiz.short.${outcome}`);
}

export function sideText(say: Say, perspective: Perspective): string {
  return sayKey(say, `quiz.side.${perspective}`);
}

/** A name as long as fits a line of a card, and as many of them as are read. */
const MOST_NAMES = 8;

export function namesText(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} … (+${names.length - MOST_NAMES})` : shown;
}

export function percent(share: number): number {
  return Math.round(100 * share);
}

// What a sentence wishes: which form it has, and the pieces of it that name the task, whom, until and why.
import { wordsFor } from './words/languages.ts';
import type { EditWords, Wished } from './words/shape.ts';
import { type ShortWords, shortWordsFor } from './words/short.ts';

/** `task` is empty where the sentence points at the task just spoken of. */
export type ReadWish = {
  wish: Wished;
  task: string;
  whom: string;
  until: string;
  why: string;
  sure: boolean;
};

export type Read =
  | ReadWish
  | { wish: 'undo' }
  | { wish: 'roles' }
  | { wish: 'matrices' }
  | { wish: 'use matrix'; name: string }
  | { wish: 'views'; area: string }
  | { wish: 'asks' }
  | { wish: 'views now' }
  | { wish: 'left' | 'back' | 'new matrix'; name: string };

/** Longer texts are stories, not wishes; it also bounds what the patterns have to do. */
const LONGEST = 300;

const QUESTION = /\s*[?？]+\s*$/u;

/** All readings of the sentence, the likeliest first; whether a reading makes sense is for whoever knows the matrix. */
export function readWishes(text: string, locale: string): Read[] {
  const said = text.replace(/\s+/g, ' ').trim();
  if (said === '' || said.length > LONGEST) return [];
  const short = shortWordsFor(locale).flatMap((words) => readShort(said, words));
  return [...wordsFor(locale).flatMap((words) => readIn(said, words)), ...short];
}

function readShort(said: string, words: ShortWords): Read[] {
  if (words.asks.test(said)) return [{ wish: 'asks' }];
  if (words.views.test(said)) return [{ wish: 'views now' }];
  const made = words.newMatrix.exec(said)?.groups?.['name'];
  if (made !== undefined) return [{ wish: 'new matrix', name: made }];
  return (['left', 'back'] as const).flatMap((wish): Read[] => {
    const name = words[wish].exec(said)?.groups?.['name'];
    return name === undefined ? [] : [{ wish, name }];
  });
}

function readIn(said: string, words: EditWords): Read[] {
  if (words.undo.test(said)) return [{ wish: 'undo' }];
  if (words.roles.test(said)) return [{ wish: 'roles' }];
  if (words.matrices.test(said)) return [{ wish: 'matrices' }];
  const views = words.views.exec(said);
  if (views) return [{ wish: 'views', area: views.groups?.['area'] ?? '' }];
  if (QUESTION.test(said) && !words.request.test(said)) return [];
  const told = said.replace(QUESTION, '');
  const found: Read[] = words.forms.flatMap(({ wish, words: form, sure }) => {
    const groups = form.exec(told)?.groups;
    if (!groups) return [];
    const task = groups['task'] ?? '';
    const { whom = '', until = '', why = '' } = groups;
    return [{ wish, task: words.pointing.test(task) ? '' : task, whom, until, why, sure }];
  });
  const name = words.useMatrix.exec(told)?.groups?.['name'];
  return name === undefined ? found : [...found, { wish: 'use matrix', name }];
}

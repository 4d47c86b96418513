// The words that name tasks in one matrix: what is not among them may be an odd word or an unknown name.
import { stemOf, wordsOf } from '../match/words.ts';
import type { Matrix } from '../matrix/matrix.ts';

/** A matrix is read again only when it changed, so its value can be the key. */
const known = new WeakMap<Matrix, ReadonlySet<string>>();

export function namesTask(text: string, matrix: Matrix): boolean {
  const stems = known.get(matrix) ?? stemsOf(matrix);
  known.set(matrix, stems);
  return wordsOf(text).some((word) => stems.has(stemOf(word)));
}

function stemsOf({ tasks }: Matrix): ReadonlySet<string> {
  return new Set(
    tasks.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsOf).map(stemOf)),
  );
}

// Export and import lose nothing: any matrix comes back as it was, and gives the same bytes again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Matrix } from '../../src/matrix/matrix.ts';
import type { Holder } from '../../src/matrix/ownership.ts';
import { sameName } from '../../src/matrix/party.ts';
import { asMeant, harmless, joinList, splitList } from '../../src/sheet/cell.ts';
import { planImport } from '../../src/sheet/plan.ts';
import { readSheet } from '../../src/sheet/read.ts';
import { readTable } from '../../src/sheet/table.ts';
import { writeSheet } from '../../src/sheet/write.ts';
import { anyMatrix, TODAY } from './drafts.ts';

const RUNS = { numRuns: 250 };
const how = { by: { id: 'import', name: 'Import' }, why: '', batch: 'b1' };

function readOk(...given: Parameters<typeof readSheet>) {
  const read = readSheet(...given);
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems));
  return read;
}

test('any matrix, exported and read beside itself, is the same to the last field', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const sheet = writeSheet(matrix);
      const read = readOk(sheet, matrix, TODAY);
      const stored = matrix.tasks.map(({ version: _, ...task }) => task);
      expect(read.tasks).toEqual(stored);
      expect(read.parties).toEqual(matrix.parties);
      expect(read.people).toEqual(matrix.people);
      expect(planImport(matrix, read, how).steps).toEqual([]);
      expect(writeSheet(read)).toBe(sheet);
    }),
    RUNS,
  );
});

test('any matrix, exported and read where there was none, gives the same bytes again', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      fc.pre(!matrix.tasks.some(({ backup }) => isNamedLikeAParty(backup, matrix)));
      const sheet = writeSheet(matrix);
      expect(writeSheet(readOk(sheet, null, TODAY))).toBe(sheet);
    }),
    RUNS,
  );
});

/** Written as `Bob ()` to tell the person from the party Bob; where there is no such party, `Bob` is enough. */
function isNamedLikeAParty(backup: Holder | null, matrix: Matrix): boolean {
  if (backup === null || backup.party !== '') return false;
  return matrix.parties.some((party) => sameName(party.name, backup.person));
}

test('what the sheet can say survives where there was no matrix', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const read = readOk(writeSheet(matrix), null, TODAY);
      for (const [index, task] of read.tasks.entries()) {
        const {
          views: _views,
          ownership,
          version: _version,
          ...rest
        } = matrix.tasks[index] ?? fail();
        expect(task).toMatchObject(rest);
        expect(task.ownership.kind).toBe(ownership.kind);
        if (ownership.kind !== 'owned') continue;
        const { since: _, ...owned } = ownership;
        expect(task.ownership).toMatchObject(owned);
      }
    }),
    RUNS,
  );
});

function fail(): never {
  throw new Error('a task is missing');
}

test('no written cell starts a formula, and reading restores each', () => {
  const starts = /^\s*[=+\-@\t\r\n＝＋－＠]/u;
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const cells = writeSheet(matrix);
      const table = readTable(cells.replaceAll("'", '’'));
      if (table.kind === 'problems') throw new Error('unreadable');
      for (const { given } of table.entries) {
        for (const cell of Object.values(given)) expect(cell).not.toMatch(starts);
      }
    }),
    RUNS,
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30 1', "'+49 30 1"],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\r', "'\r"],
  [' =1', "' =1"],
  ['＝1+1', "'＝1+1"],
  ["'=1", "''=1"],
  ["''=1", "'''=1"],
  ["'tis", "'tis"],
  ["''", "''"],
  ['a=1', 'a=1'],
  ['', ''],
])('%j is written as %j and read back', (text, cell) => {
  expect(harmless(text)).toBe(cell);
  expect(asMeant(cell)).toBe(text);
});

test.each([
  [['mail', 'e-mail'], 'mail; e-mail'],
  [['a;b', 'c\\d', '\\'], 'a\\;b; c\\\\d; \\\\'],
  [[], ''],
])('the list %j is %j', (items, cell) => {
  expect(joinList(items)).toBe(cell);
  expect(splitList(cell)).toEqual(items);
});

test.each([
  ['a;b ;; c;', ['a', 'b', 'c']],
  ['CORP\\mail; x', ['CORP\\mail', 'x']],
  [' ; ', []],
])('people may write the list %j', (cell, items) => {
  expect(splitList(cell)).toEqual(items);
});

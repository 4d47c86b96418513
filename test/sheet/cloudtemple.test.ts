// A matrix that a provider really published, imported: every task has the owner its authors named.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planImport } from '../../src/sheet/plan.ts';
import { readSheet } from '../../src/sheet/read.ts';
import { writeSheet } from '../../src/sheet/write.ts';
import { sheetOfCloudTemple } from '../support/cloudtemple.ts';
import { TODAY } from './drafts.ts';

const fixture = (name: string) => readFileSync(`test/fixtures/${name}`, 'utf8');
const sheet = fixture('cloudtemple.csv');

function imported() {
  const read = readSheet(sheet, null, TODAY);
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems));
  return read;
}

test('the saved sheet is what the published matrix converts to', () => {
  expect(sheetOfCloudTemple(fixture('cloudtemple.tsv'), TODAY)).toBe(sheet);
  expect(writeSheet(imported())).toBe(sheet);
});

test('109 tasks in 13 areas, each with one owner, two of them shared', () => {
  const { tasks, parties, notices } = imported();
  const owners = tasks.map(({ ownership }) =>
    ownership.kind === 'owned' ? ownership.lead.party : ownership.kind,
  );
  expect(tasks).toHaveLength(109);
  expect(new Set(tasks.map((task) => task.area)).size).toBe(13);
  expect(owners.filter((owner) => owner === 'client')).toHaveLength(67);
  expect(owners.filter((owner) => owner === 'cloud-temple')).toHaveLength(42);
  expect(parties.map(({ name, side }) => `${name}: ${side}`)).toEqual([
    'Client: internal',
    'Cloud Temple: msp',
  ]);
  expect(notices).toEqual([]);
});

test.each([
  ['Manage capacity for the backup infrastructure', 'client', 'cloud-temple'],
  ['Monitor the performance of physical compute', 'cloud-temple', 'client'],
])('%s… is accountable to one and done by the other', (start, owner, other) => {
  const task = imported().tasks.find(({ name }) => name.startsWith(start));
  expect(task?.ownership).toMatchObject({ lead: { party: owner }, sharedWith: [other] });
});

test('a plan to import it creates everything once', () => {
  const how = { by: { id: 'import', name: 'Import' }, why: 'go-live', batch: 'b1' };
  expect(planImport(null, imported(), how)).toMatchObject({
    created: 109,
    changed: 0,
    notInFile: 0,
  });
});

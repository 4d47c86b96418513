// Matrices as people really keep them, against what a careful reader takes out of each: no hint, no answer given.
import { describe, expect, test } from 'vitest';
import { ASKED, type Cell, cellsIn, cellsOf, share, understoodFile } from './cells.ts';

const FOLDER = 'test/fixtures/matrices';
/** `says` are the parties that the careful reader named otherwise than the file does. */
const MATRICES = [
  {
    file: 'azure-raci-toolkit.xlsx',
    rows: 'azure-raci-toolkit.tsv',
    orientation: 'marks',
    table: 'RACI (Example)',
    must: ['two'],
  },
  {
    file: 'cloudgov-cis-crm.xlsx',
    rows: 'cloudgov-crm.tsv',
    orientation: 'marks',
    table: 'PaaS CRM',
    must: [],
    says: { 'CSP (inheritable)': 'CSP' },
  },
  {
    file: 'cloudtemple-iaas-raci.en.md',
    rows: 'cloudtemple-iaas-raci.en.tsv',
    orientation: 'marks',
    table: 'Define your requirements',
    must: [],
  },
  {
    file: 'fedramp-et-raci.html',
    rows: 'fedramp-et-raci.tsv',
    orientation: 'marks',
    table: 'Emerging Technology Prioritization Framework RACI Matrix',
    must: ['sides'],
  },
  {
    file: 'redhat-rosa-responsibilities.adoc',
    rows: 'redhat-rosa.tsv',
    orientation: 'aspects',
    table: 'Shared responsibilities',
    must: [],
  },
  {
    file: 'ms-caf-raci-template.xlsx',
    rows: 'ms-caf-template.tsv',
    orientation: 'transposed',
    table: 'Fully-staffed Best Practice',
    must: [],
  },
] as const;

const keyOf = ({ task, party, mark }: Omit<Cell, 'section'>) =>
  `${task}\t${party}\t${mark}`.replace(/\s+/g, ' ');

describe.each(MATRICES)('$file', ({ file, rows, orientation, table, must, ...rest }) => {
  test('task, party and mark are right in nearly every cell', async () => {
    const says: Readonly<Record<string, string>> = 'says' in rest ? rest.says : {};
    const expected = cellsIn(`${FOLDER}/${rows}`).map((cell) => {
      return keyOf({ ...cell, party: says[cell.party] ?? cell.party });
    });
    const { right, wrong } = share(
      expected,
      cellsOf(await understoodFile(`${FOLDER}/${file}`)).map(keyOf),
    );

    expect(wrong.slice(0, 5)).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(ASKED);
  });

  test('the table and its orientation are found without a hint', async () => {
    const found = await understoodFile(`${FOLDER}/${file}`);
    expect(found.orientation).toBe(orientation);
    expect(found.table.name).toBe(table);
  });

  test('a person is asked only what the file cannot tell', async () => {
    const { questions } = await understoodFile(`${FOLDER}/${file}`);
    expect(questions.filter((question) => question.must).map(({ id }) => id)).toEqual(must);
  });
});

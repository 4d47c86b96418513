// Sheets as organisations keep them that the reader was not made with, against what a careful reader takes out of each.
import { describe, expect, test } from 'vitest';
import type { Understood } from '../../src/sheet/understanding/understanding.ts';
import { ASKED, type Cell, cellsIn, cellsOf, share, understoodFile } from './cells.ts';

const FOLDER = 'test/sheet/unseen';

/** `must` is what the file cannot tell, so that a person has to choose. */
const SHEETS: readonly { file: string; orientation: string; must: readonly string[] }[] = [
  { file: 'dental-letters.csv', orientation: 'marks', must: [] },
  { file: 'owner-and-hours.md', orientation: 'roles', must: [] },
  { file: 'role-columns.csv', orientation: 'roles', must: [] },
  { file: 'kreuze.csv', orientation: 'marks', must: [] },
  { file: 'teams-as-rows.csv', orientation: 'transposed', must: [] },
  { file: 'yes-no.html', orientation: 'marks', must: [] },
  { file: 'dots.tsv', orientation: 'marks', must: ['side:helpdesk'] },
  { file: 'maru.csv', orientation: 'marks', must: [] },
  { file: 'row-each-mark.csv', orientation: 'long', must: [] },
  { file: 'infogerance.csv', orientation: 'roles', must: [] },
  { file: 'hospital.xlsx', orientation: 'marks', must: [] },
  { file: 'port.xlsx', orientation: 'marks', must: [] },
  { file: 'wiki-emoji.md', orientation: 'marks', must: [] },
  { file: 'confluence.html', orientation: 'roles', must: [] },
  { file: 'ops-handbook.adoc', orientation: 'marks', must: [] },
  { file: 'msa-appendix.txt', orientation: 'marks', must: [] },
  { file: 'thirty-topics.csv', orientation: 'transposed', must: ['sides'] },
  { file: 'camara.csv', orientation: 'marks', must: [] },
  { file: 'woningstichting.tsv', orientation: 'roles', must: ['side:breedveld-beheer'] },
  { file: 'miyako.csv', orientation: 'marks', must: [] },
  { file: 'rapid.csv', orientation: 'marks', must: ['side:enterprise-architecture'] },
  { file: 'daci-migration.md', orientation: 'marks', must: [] },
  { file: 'retail-harvey.csv', orientation: 'marks', must: [] },
  { file: 'coop-hours.csv', orientation: 'marks', must: [] },
  {
    file: 'law-firm.tsv',
    orientation: 'roles',
    must: ['same:dana-whitfield=d-whitfield', 'sides'],
  },
  {
    file: 'two-spellings.md',
    orientation: 'marks',
    must: ['same:bright-line=brightline', 'same:contoso-it=contoso-i-t', 'sides'],
  },
  { file: 'district.csv', orientation: 'marks', must: ['sides'] },
  { file: 'boxed.txt', orientation: 'marks', must: [] },
  { file: 'vmi.csv', orientation: 'marks', must: [] },
];

const lineOf = ({ section, task, party, mark }: Cell) => [section, task, party, mark].join(' | ');

/** A task of which nothing is said has one line without a party; words that say nothing are no cells. */
function linesOf(found: Understood): string[] {
  const named = found.orientation === 'roles' || found.orientation === 'aspects';
  if (!named) return cellsOf(found).map(lineOf);
  return found.tasks.flatMap((task) => {
    const cells = cellsOf({ ...found, tasks: [task] }).filter(({ party, mark }) => party || mark);
    const none = { section: task.area, task: task.name, party: '', mark: '' };
    return (cells.length > 0 ? cells : [none]).map(lineOf);
  });
}

describe.each(SHEETS)('$file', ({ file, orientation, must }) => {
  const path = `${FOLDER}/${file}`;

  test('section, task, party and mark are right in nearly every cell', async () => {
    const expected = cellsIn(`${path}.cells.tsv`).map(lineOf);
    const { right, wrong } = share(expected, linesOf(await understoodFile(path)));

    expect(wrong.slice(0, 5)).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(ASKED);
  });

  test('the orientation is found without a hint', async () => {
    expect((await understoodFile(path)).orientation).toBe(orientation);
  });

  test('a person is asked what the file cannot tell, and nothing else', async () => {
    const { questions } = await understoodFile(path);
    const asked = questions.filter((question) => question.must).map(({ id }) => id);
    expect(asked.sort()).toEqual([...must].sort());
  });
});

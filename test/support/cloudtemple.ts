// A published RACI matrix (section, task, party, mark a line) → the canonical sheet: a real customer's import.
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Day } from '../../src/matrix/day.ts';
import { readSheet } from '../../src/sheet/read.ts';
import { writeSheet } from '../../src/sheet/write.ts';

const Marks = z.array(
  z.object({ section: z.string(), task: z.string(), party: z.string(), mark: z.string() }),
);

/** The provider wrote the matrix, so the client's people are the internal side. */
const PARTIES = new Map([
  ['Client Role', { name: 'Client', side: 'internal' }],
  ['Cloud Temple Role', { name: 'Cloud Temple', side: 'msp' }],
]);

/** Sections that happen once, or are decided rather than done; all others recur. */
const KINDS: readonly [RegExp, string][] = [
  [/^(Initial Implementation|Integrate your|Reversibility)/, 'project'],
  [/^Define your requirements/, 'strategic'],
];

/**
 * A (accountable) owns the task, and R (responsible) of another party shares it. C and I do not own anything.
 * The area is the innermost section. Ids are made as any import makes them.
 */
export function sheetOfCloudTemple(tsv: string, today: Day): string {
  const marks = Marks.parse(parse(tsv, { columns: true, delimiter: '\t', quote: null }));
  const tasks = Map.groupBy(marks, ({ section, task }) => `${section}\n${task}`);
  const rows = [...tasks.values()].map((sides) => {
    const area = sides[0]?.section.split(' > ').at(-1) ?? '';
    const owner = sides.find(({ mark }) => mark.includes('A'));
    const sharing = sides.filter((side) => side !== owner && side.mark.includes('R'));
    return {
      name: sides[0]?.task,
      area,
      kind: KINDS.find(([section]) => section.test(area))?.[1] ?? 'operation',
      owner: PARTIES.get(owner?.party ?? '')?.name,
      side: PARTIES.get(owner?.party ?? '')?.side,
      'shared with': sharing.map(({ party }) => PARTIES.get(party)?.name).join('; '),
    };
  });
  const read = readSheet(stringify(rows, { header: true }), null, today);
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems));
  return writeSheet(read);
}

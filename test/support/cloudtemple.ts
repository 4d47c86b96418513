// A published RACI matrix (section, task, party, mark a line) → the canonical sheet; Cloud Temple's is one.
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Day } from '../../src/matrix/day.ts';
import { readSheet } from '../../src/sheet/read.ts';
import { writeSheet } from '../../src/sheet/write.ts';

const Marks = z.array(
  z.object({ section: z.string(), task: z.string(), party: z.string(), mark: z.string() }),
);

/** How the authors of a published matrix name the parties, and which sections are no daily operation. */
export type Published = {
  parties: ReadonlyMap<string, { name: string; side: 'internal' | 'msp' | 'vendor' }>;
  kinds: readonly [RegExp, 'project' | 'strategic'][];
};

/** The provider wrote the matrix, so the client's people are the internal side. */
const CLOUD_TEMPLE: Published = {
  parties: new Map([
    ['Client Role', { name: 'Client', side: 'internal' }],
    ['Cloud Temple Role', { name: 'Cloud Temple', side: 'msp' }],
  ]),
  kinds: [
    [/^(Initial Implementation|Integrate your|Reversibility)/, 'project'],
    [/^Define your requirements/, 'strategic'],
  ],
};

export function sheetOfCloudTemple(tsv: string, today: Day): string {
  return sheetOfMarks(tsv, CLOUD_TEMPLE, today);
}

/**
 * A (accountable) owns the task, and R (responsible) of another party shares it. C and I do not own anything.
 * Of two parties with an A the first owns. A task that the authors list twice in a section is one row.
 * The area is the innermost section. Ids are made as any import makes them.
 */
export function sheetOfMarks(tsv: string, { parties, kinds }: Published, today: Day): string {
  const marks = Marks.parse(parse(tsv, { columns: true, delimiter: '\t', quote: null }));
  const tasks = Map.groupBy(marks, ({ section, task }) => `${section}\n${task}`);
  const rows = [...tasks.values()].map((sides) => {
    const area = sides[0]?.section.split(' > ').at(-1) ?? '';
    const owner = sides.find(({ mark }) => mark.includes('A'))?.party ?? '';
    const doing = new Set(sides.filter(({ mark }) => mark.includes('R')).map(({ party }) => party));
    doing.delete(owner);
    return {
      name: sides[0]?.task,
      area,
      kind: kinds.find(([section]) => section.test(area))?.[1] ?? 'operation',
      owner: parties.get(owner)?.name,
      side: parties.get(owner)?.side,
      'shared with': [...doing].map((party) => parties.get(party)?.name).join('; '),
    };
  });
  const read = readSheet(stringify(rows, { header: true }), null, today);
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems));
  return writeSheet(read);
}

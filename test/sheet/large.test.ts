// Five thousand tasks out and in again, in CSV and as a workbook: nothing changes, and answers go on meanwhile.
import { expect, test } from 'vitest';
import type { Matrix, StoredTask } from '../../src/matrix/matrix.ts';
import { EXPORTS } from '../../src/sheet/exporting/write.ts';
import { writeXlsx } from '../../src/sheet/exporting/xlsx.ts';
import { createSheetWorker } from '../../src/sheet/worker/sheet-worker.ts';
import { writeSheet } from '../../src/sheet/write.ts';
import { slower } from '../machine.ts';
import { TODAY } from './drafts.ts';
import { internal, mailFlow, northwind } from './matrices.ts';

const ROWS = 5_000;
/** The figures. */
const WHOLE_MS = 5_000;
const BLOCKED_MS = 50;
const how = { by: { id: 'import', name: 'Import' }, why: 'a large sheet', batch: 'b1' };

const NAMES = [
  'メールの配送',
  'Say "mail"; flow, please',
  'Two\nlines\r\nof it',
  '=HYPERLINK("http://x")',
  "'tis | a_b *c* <d> _x000D_",
  '業務「A・B」 \\ 100 %',
  '+49 30 1',
];

function large(): Matrix {
  const parties = [northwind, internal, { ...internal, id: 'k', name: '株式会社カナダ; 情報部' }];
  const tasks = Array.from({ length: ROWS }, (_, n): StoredTask => {
    const name = `${NAMES[n % NAMES.length]} ${n}`;
    const lead = {
      party: parties[n % 3]?.id ?? 'it',
      role: n % 4 === 0 ? 'on call' : '',
      person: '',
    };
    return {
      ...mailFlow,
      id: `area-${n % 40}.task-${n}`,
      name,
      area: `分野 ${n % 40}`,
      description: `What "${name}" covers, in a sentence or two of ordinary length.`,
      aliases: [`alias; ${n}`, '別名'],
      ownership:
        n % 5 === 0
          ? { kind: 'unknown' }
          : {
              kind: 'owned',
              lead,
              sharedWith: ['it'],
              split: 'a\nb',
              since: '2026-03-03',
              acceptedOn: null,
            },
      backup: null,
      reviewedOn: null,
      views: [],
      version: 1,
    };
  });
  return {
    scope: { tenant: 't', matrix: 'm' },
    name: 'Large',
    decider: { name: '', reach: '' },
    parties,
    people: [],
    grants: [],
    tasks,
    revision: 1,
  };
}

const sheets = createSheetWorker({
  entry: new URL('../../src/sheet-work.ts', import.meta.url),
});

test.each([
  ['CSV', 'large.csv', (matrix: Matrix) => Buffer.from(writeSheet(matrix))],
  ['a workbook', 'large.xlsx', (matrix: Matrix) => writeXlsx(matrix, [], TODAY)],
])(
  'as %s, and back beside itself and into nothing',
  async (_, name, write) => {
    const matrix = large();
    const bytes = write(matrix);
    const looked = watchLoop();
    const cpu = process.cpuUsage();
    const context = { answers: {}, today: TODAY, how };
    const beside = await sheets.bring({ bytes, name }, { ...context, current: matrix });
    const { user, system } = process.cpuUsage(cpu);
    const blocked = looked();
    const fresh = await sheets.bring({ bytes, name }, { ...context, current: null });
    if (beside.kind !== 'ready' || fresh.kind !== 'ready')
      throw new Error(JSON.stringify(beside).slice(0, 500));
    expect(beside.plan).toMatchObject({ steps: [], unchanged: ROWS, notInFile: 0 });
    const tasks = fresh.plan.steps.flatMap((step) => (step.kind === 'task' ? [step.to] : []));
    expect(writeSheet({ parties: fresh.parties, tasks })).toBe(writeSheet(matrix));
    expect((user + system) / 1_000).toBeLessThan(WHOLE_MS * slower());
    expect(blocked).toBeLessThan(BLOCKED_MS * slower());
  },
  120_000,
);

test.each(EXPORTS)(
  'written as %s in the worker, while answers go on',
  async (form) => {
    const matrix = large();
    const looked = watchLoop();
    const bytes = await sheets.write(form, matrix, [], TODAY);
    const blocked = looked();
    expect(bytes.length).toBeGreaterThan(ROWS * 20);
    expect(blocked).toBeLessThan(BLOCKED_MS * slower());
  },
  120_000,
);

/** The longest this thread worked without a turn for others, in milliseconds; what a busy machine takes does not count. */
function watchLoop(): () => number {
  let longest = 0;
  let last = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last);
    last = process.threadCpuUsage();
    longest = Math.max(longest, (user + system) / 1_000);
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

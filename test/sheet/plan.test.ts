// Importing into a matrix: what moves, what stays, and that a second import of the same file does nothing.
import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/matrix/change.ts';
import type { Matrix, StoredTask } from '../../src/matrix/matrix.ts';
import { planImport } from '../../src/sheet/plan.ts';
import { writeSheet } from '../../src/sheet/write.ts';
import { fax, mailFlow, matrix, read, readOk, taskIn } from './matrices.ts';

const how = { by: { id: 'oid-sam', name: 'Sam Rivera' }, why: 'yearly review', batch: 'b1' };

/** What a store makes of the steps. */
function imported(current: Matrix | null, steps: readonly Step[]): Matrix {
  const { parties, people, tasks } = current ?? { parties: [], people: [], tasks: [] };
  const changed = new Map<string, StoredTask>();
  const after = { ...matrix, parties: [...parties], people: [...people] };
  for (const step of steps) {
    if (step.kind === 'party') after.parties.push(step.to);
    if (step.kind === 'person') after.people.push(step.to);
    if (step.kind === 'task') changed.set(step.to.id, { ...step.to, version: step.expect + 1 });
  }
  const kept = tasks.filter((task) => !changed.has(task.id));
  return { ...after, tasks: [...kept, ...changed.values()] };
}

function plan(lines: string | string[], current: Matrix | null) {
  return planImport(current, readOk(lines, current), how);
}

test('a new matrix: parties and people first, then each task as not yet there', () => {
  const sheet = ['name,owner,side,person', 'Mail,Acme,msp,Ann', 'DNS,Acme,,'];
  const { steps, ...counts } = plan(sheet, null);
  expect(counts).toEqual({ created: 2, changed: 0, unchanged: 0, notInFile: 0 });
  expect(steps.map((step) => step.kind)).toEqual(['party', 'person', 'task', 'task']);
  expect(steps[2]).toMatchObject({ expect: 0, why: 'yearly review', batch: 'b1' });
});

test('only what differs becomes a step, under the version it was read at', () => {
  const sheet = ['id,name,health', 'cloud.mail-flow,Mail flow,failing', 'cloud.fax,Fax line,well'];
  const { steps, ...counts } = plan(sheet, matrix);
  const { version, ...before } = mailFlow;
  expect(counts).toEqual({ created: 0, changed: 1, unchanged: 1, notInFile: 0 });
  expect(steps).toEqual([
    {
      kind: 'task',
      expect: version,
      to: { ...before, health: 'failing' },
      why: how.why,
      batch: 'b1',
    },
  ]);
});

test('tasks that the file does not name stay, and are counted', () => {
  const { steps, notInFile, created } = plan(['name,area', 'New,cloud'], matrix);
  expect({ notInFile, created, steps: steps.length }).toEqual({
    notInFile: 2,
    created: 1,
    steps: 1,
  });
});

describe('the same file again gives no steps', () => {
  const rows = ['name,area,owner,side,person,shared with,backup,status,until,accepted on'];
  const sheet = [
    ...rows,
    'Mail flow,cloud,Acme,vendor,Ann,Internal IT,Bo (Bolt),,,2026-11-01',
    'Mail flow,cloud,Internal IT,internal,,,,,,',
    'Fax line,cloud,,,,,,accepted gap,2027-06-30,',
    'Telex,cloud,,,,,,accepted gap,2027-06-30,',
    ...Array.from({ length: 12 }, (_, n) => `Same,,,,,,P${n},nobody,,`),
  ];
  test.each([
    ['no matrix', null],
    ['a matrix', matrix],
  ])('over %s', (_, current) => {
    const first = plan(sheet, current);
    expect(first.steps.length).toBeGreaterThan(0);
    const second = plan(sheet, imported(current, first.steps));
    expect(second.steps).toEqual([]);
    expect(second.unchanged).toBe(sheet.length - 1);
  });
});

describe('who accepted a gap', () => {
  test('the one who imports it first', () => {
    const { steps } = plan(['name,status,until', 'Telex,accepted gap,2027-06-30'], matrix);
    expect(steps).toMatchObject([{ to: { ownership: { by: 'Sam Rivera' } } }]);
  });
  test('stays when only its end moves', () => {
    const sheet = ['id,name,status,until', 'cloud.fax,Fax line,accepted gap,2028-01-31'];
    expect(taskIn(sheet, matrix).ownership).toEqual({ ...fax.ownership, until: '2028-01-31' });
  });
});

describe('a missing column leaves the field, an empty cell clears it', () => {
  test.each([
    ['id', '', {}],
    ['id,description', '', { description: '' }],
    ['id,aliases,reason', ',', { aliases: [], reason: '' }],
    ['id,backup', '', { backup: null }],
    ['id,nights', '', { nights: { matter: false } }],
    ['id,review every,reviewed on', ',', { review: null, reviewedOn: null }],
    ['id,area,kind', ',strategic', { area: 'general', kind: 'strategic' }],
    ['id,accepted on', '', { ownership: { ...mailFlow.ownership, acceptedOn: null } }],
    ['id,shared with', '', { ownership: { ...mailFlow.ownership, sharedWith: [] } }],
  ])('%s', (header, cells, expected) => {
    const { version: _, ...before } = mailFlow;
    expect(
      taskIn(
        [header, `cloud.mail-flow,${cells}`.replace(/,$/, header === 'id' ? '' : ',')],
        matrix,
      ),
    ).toEqual({
      ...before,
      ...expected,
    });
  });

  test('a new task takes the usual values instead', () => {
    expect(taskIn(['name', 'DNS'], matrix)).toMatchObject({
      area: 'general',
      kind: 'operation',
      importance: 'medium',
      health: 'unknown',
      ownership: { kind: 'unknown' },
    });
  });
});

describe('when the owner changes', () => {
  const owned = { kind: 'owned', since: '2026-11-23', acceptedOn: null };
  test('it is since today and not accepted; the role and person of the one before do not stay', () => {
    const task = taskIn(['id,owner', 'cloud.mail-flow,Internal IT'], matrix);
    const lead = { party: 'it', role: '', person: '' };
    expect(task.ownership).toMatchObject({
      ...owned,
      lead,
      split: 'Internal IT: mailbox requests',
    });
    expect(task.views).toEqual(mailFlow.views);
  });

  test('another person of the same party has not accepted either', () => {
    const task = taskIn(['id,person', 'cloud.mail-flow,Lee Park'], matrix);
    expect(task.ownership).toMatchObject({ ...owned, lead: { party: 'nw', person: 'Lee Park' } });
  });

  test('the sheet may say when the new owner accepted', () => {
    const sheet = ['id,owner,accepted on', 'cloud.mail-flow,Internal IT,2026-11-20'];
    expect(taskIn(sheet, matrix).ownership).toMatchObject({ ...owned, acceptedOn: '2026-11-20' });
  });

  test('the day the owner before accepted, left standing, is a problem and never an acceptance', () => {
    const sheet = writeSheet(matrix).replace('Northwind IT,msp,service desk', 'Internal IT,,');
    expect(read(sheet, matrix)).toMatchObject({ problems: [{ row: 2, column: 'accepted on' }] });
  });

  test('an emptied owner leaves a gap between those who share it', () => {
    const task = taskIn(['id,owner', 'cloud.mail-flow,'], matrix);
    expect(task.ownership).toMatchObject({
      kind: 'nobody',
      sharedWith: ['it'],
      since: '2026-11-23',
    });
    expect(taskIn(['id,owner,shared with', 'cloud.mail-flow,,'], matrix).ownership).toEqual({
      kind: 'unknown',
    });
  });

  test('an owner for an accepted gap ends the gap', () => {
    expect(taskIn(['id,owner', 'cloud.fax,Internal IT'], matrix).ownership).toMatchObject(owned);
    expect(taskIn(['id,owner', 'cloud.fax,'], matrix).ownership).toEqual(fax.ownership);
  });

  test('a status does not take the task from an owner the file does not mention', () => {
    const result = read(['id,status', 'cloud.mail-flow,not applicable'], matrix);
    expect(result).toMatchObject({ problems: [{ row: 2, column: 'status' }] });
  });

  test('a correction of the role keeps the date that the sheet repeats', () => {
    const sheet = writeSheet(matrix).replace('service desk', 'Service desk');
    expect(readOk(sheet, matrix).tasks[0]?.ownership).toMatchObject({ acceptedOn: '2026-05-12' });
  });
});

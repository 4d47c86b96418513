// From a file to a plan beside a matrix: known tasks are met again, recognised ones take over names, and blanks erase nothing.
import { describe, expect, test } from 'vitest';
import type { Matrix } from '../../src/matrix/matrix.ts';
import { starterDraft } from '../../src/matrix/starter/starter.ts';
import type { Task } from '../../src/matrix/task.ts';
import { type Brought, bring } from '../../src/sheet/bring.ts';
import { readTables } from '../../src/sheet/reading/read-tables.ts';
import type { Answers } from '../../src/sheet/understanding/questions.ts';
import { TODAY } from './drafts.ts';
import { matrix } from './matrices.ts';

const how = { by: { id: 'import', name: 'Import' }, why: 'import', batch: 'b1' };
const MATCHES: Readonly<Record<string, string>> = {
  'Mail routing': 'cloud.mail-flow',
  'E-mail routing': 'cloud.mail-flow',
};

async function brought(
  text: string,
  current: Matrix | null,
  answers: Answers = {},
): Promise<Brought> {
  const book = await readTables(Buffer.from(text), '');
  return bring(book, { current, answers, today: TODAY, how }, (name) => MATCHES[name] ?? null);
}

async function ready(text: string, current: Matrix | null, answers: Answers = {}) {
  const result = await brought(text, current, answers);
  if (result.kind !== 'ready') throw new Error(JSON.stringify(result));
  return result;
}

/** The matrix as it is once a plan has been applied. */
function applied(result: Awaited<ReturnType<typeof ready>>, current: Matrix | null): Matrix {
  const byId = new Map<string, Task>((current?.tasks ?? []).map((task) => [task.id, task]));
  for (const step of result.plan.steps) if (step.kind === 'task') byId.set(step.to.id, step.to);
  const tasks = [...byId.values()].map((task) => ({ ...task, version: 1 }));
  return { ...matrix, parties: result.parties, people: result.people, tasks };
}

const PLAN =
  'Area,Task,Client,Northwind\nMail,Mail routing,I,RA\nMail,Spam filter,A,R\nDevices,Printers,,';

describe('a second import', () => {
  test('of the same file changes nothing', async () => {
    const first = applied(await ready(PLAN, null), null);
    const again = await ready(PLAN, first);
    expect(again.plan).toMatchObject({ steps: [], unchanged: 3, notInFile: 0 });
  });

  test('of an edited file changes what was edited, by stable keys, and names what is gone', async () => {
    const first = applied(await ready(PLAN, null), null);
    const edited = PLAN.replace('Spam filter,A,R', 'Spam filter,R,A').replace(
      'Devices,Printers,,',
      'Devices,Phones,A,',
    );
    const { diff } = await ready(edited, first);
    expect(diff.created.map(({ name }) => name)).toEqual(['Phones']);
    expect(diff.changed.map(({ after, fields }) => [after.name, ...fields])).toEqual([
      ['Spam filter', 'ownership'],
    ]);
    expect(diff.gone.map(({ name }) => name)).toEqual(['Printers']);
    expect(diff.unchanged).toBe(1);
  });

  test('with a blank where the matrix has an owner asks, and keeps the owner until told otherwise', async () => {
    const first = applied(await ready(PLAN, null), null);
    const blank = PLAN.replace('Spam filter,A,R', 'Spam filter,,');
    const kept = await ready(blank, first);
    expect(kept.plan.steps).toEqual([]);
    const asked = kept.understood.kind === 'understood' ? kept.understood.questions : [];
    expect(asked.find(({ id }) => id === 'blank')).toMatchObject({ must: true, answer: 'keep' });
    const cleared = await ready(blank, first, { blank: 'clear' });
    expect(cleared.diff.changed.map(({ after }) => after.ownership)).toEqual([{ kind: 'unknown' }]);
  });
});

describe('tasks that Remit knows', () => {
  test('take the starter id, its aliases and its review; the name stays the file’s', async () => {
    const { diff } = await ready(PLAN, null);
    const mail = diff.created.find(({ id }) => id === 'cloud.mail-flow');
    expect(mail).toMatchObject({ name: 'Mail routing', area: 'Mail' });
    expect(mail?.aliases).toContain('mail flow');
    expect(mail?.aliases.length).toBeGreaterThan(1);
  });

  test('are one task each: of two that could be it, the first', async () => {
    const { diff } = await ready(PLAN.replace('Spam filter', 'E-mail routing'), null);
    expect(diff.created.map(({ id }) => id)).toEqual([
      'cloud.mail-flow',
      'mail.e-mail-routing',
      'devices.printers',
    ]);
  });

  test('in a matrix that started from the starter are that task, under its new name', async () => {
    const draft = starterDraft('Harbour & Pine');
    const current: Matrix = {
      ...matrix,
      ...draft,
      tasks: draft.tasks.map((task) => ({ ...task, version: 1 })),
    };
    const { diff } = await ready(PLAN, current);
    const changed = diff.changed.find(({ after }) => after.id === 'cloud.mail-flow');
    expect(changed?.after.name).toBe('Mail routing');
    expect(changed?.after.aliases).toContain('mail flow');
    const again = await ready(PLAN, applied(await ready(PLAN, current), current));
    expect(again.plan.steps).toEqual([]);
  });

  test('stay apart when a person says so', async () => {
    const { diff } = await ready(PLAN, null, { starter: 'own' });
    expect(diff.created.map(({ id }) => id)).toEqual([
      'mail.mail-routing',
      'mail.spam-filter',
      'devices.printers',
    ]);
  });
});

test('parties of the matrix are met by name, whatever their case; a lookalike is a question', async () => {
  const { parties, understood } = await ready(
    'Task,Owner\nPhones,NORTHWIND IT\nWi-Fi,Northwind',
    matrix,
  );
  expect(parties.map(({ id }) => id)).toEqual(['nw', 'it', 'northwind']);
  const same =
    understood.kind === 'understood'
      ? understood.questions.filter(({ kind }) => kind === 'same')
      : [];
  expect(same.map(({ about }) => about)).toEqual([['Northwind IT', 'Northwind']]);
});

test('a task that is there twice with different owners gets neither', async () => {
  const { diff, notices } = await ready(
    'Task,Owner\nPhones,Client\nPhones,Provider\nWi-Fi,Client',
    null,
  );
  expect(diff.created.map(({ name, ownership }) => `${name}: ${ownership.kind}`)).toEqual([
    'Phones: unknown',
    'Wi-Fi: owned',
  ]);
  expect(notices.map(({ says }) => says).join()).toContain('with different owners');
});

test('a name that is too long is a problem with its row, and nothing is planned', async () => {
  const result = await brought(`Task,Client,Northwind\nMail,A,R\n${'x'.repeat(600)},A,R`, null);
  expect(result.kind === 'problems' && result.problems).toMatchObject([{ row: 3, column: 'name' }]);
});

describe('what a person says about a party', () => {
  const sides = (result: Awaited<ReturnType<typeof ready>>) =>
    result.parties.map(({ name, side }) => `${name}: ${side}`).toSorted();

  test('gives it another name, everywhere it stands', async () => {
    const result = await ready(PLAN, null, { 'name:northwind': ' Northwind  IT ' });
    expect(sides(result)).toEqual(['Client: internal', 'Northwind  IT: msp']);
  });

  test('makes it one with another, by its name', async () => {
    const result = await ready('Task,Client,Helpdesk,Service desk\nMail,I,R,A', null, {
      'name:helpdesk': 'service desk',
    });
    expect(result.parties.map(({ name }) => name)).toEqual(['service desk']);
  });

  test.each(['', ' ', 'a\nb', 'x'.repeat(501)])('takes no name like %j', async (name) => {
    const result = await ready(PLAN, null, { 'name:northwind': name });
    expect(sides(result)[1]).toBe('Northwind: msp');
    expect(result.understood).toMatchObject({ rejected: [expect.stringContaining('one line')] });
  });
});

describe('a bare list of names', () => {
  const LIST = 'Tasks\n- Mail flow\n- Spam filter\n3. Printers';

  test('is asked about before it counts', async () => {
    const asked = await ready(LIST, null);
    expect(asked.plan.steps).toEqual([]);
    expect(asked.understood).toMatchObject({
      orientation: 'list',
      questions: expect.arrayContaining([
        expect.objectContaining({ id: 'list', must: true, answer: 'no' }),
      ]),
    });
  });

  test('becomes tasks whose owner is unknown', async () => {
    const { diff } = await ready(LIST, null, { list: 'tasks' });
    expect(diff.created.map(({ name, ownership }) => [name, ownership.kind])).toEqual([
      ['Mail flow', 'unknown'],
      ['Spam filter', 'unknown'],
      ['Printers', 'unknown'],
    ]);
  });

  test.each([
    'Dear all,\nthank you for the call.\nPlease send it.\nBest, Jo',
    '{\n  a b\n}\nreturn;\nelse {',
    'one\ntwo',
    'yes\nyes\nyes\nyes',
  ])('is not %j', async (text) => {
    expect(await brought(text, null)).toMatchObject({ kind: 'refused', why: 'no table' });
  });
});

test('the mark of a plan stays while the same would change, and only then', async () => {
  const [first, again] = [await ready(PLAN, null), await ready(PLAN, null)];
  expect(again.mark).toBe(first.mark);
  const other = await ready(PLAN, null, { 'name:northwind': 'Southwind' });
  expect(other.mark).not.toBe(first.mark);
});

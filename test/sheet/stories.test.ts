// What strangers' sheets taught the reader, each in a few lines: headings, sides, legends, circles, hours, names in cells.
import { describe, expect, test } from 'vitest';
import { bring } from '../../src/sheet/bring.ts';
import { readTables } from '../../src/sheet/reading/read-tables.ts';
import { createMarks } from '../../src/sheet/understanding/marks.ts';
import { understand } from '../../src/sheet/understanding/understand.ts';
import type { Understood } from '../../src/sheet/understanding/understanding.ts';
import { TODAY } from './drafts.ts';

const how = { by: { id: 'import', name: 'Import' }, why: 'import', batch: 'b1' };

async function understood(given: string | Uint8Array): Promise<Understood> {
  const book = await readTables(Buffer.from(given), '');
  if (book.kind === 'refused') throw new Error(book.why);
  const found = understand(book, { match: () => null, current: null, answers: {} });
  if (found.kind !== 'understood') throw new Error(JSON.stringify(found));
  return found;
}

async function tasksOf(text: string) {
  const book = await readTables(Buffer.from(text), '');
  const brought = bring(book, { current: null, answers: {}, today: TODAY, how }, () => null);
  if (brought.kind !== 'ready') throw new Error(JSON.stringify(brought));
  return brought.diff.created;
}

const ownersOf = ({ tasks, parties }: Understood) =>
  tasks.map(({ decision: { owner } }) => {
    const names = (places: readonly number[]) => places.map((at) => parties[at]?.name).join(' + ');
    if (owner.kind === 'lead') {
      return [parties[owner.lead]?.name, names(owner.shared)].filter(Boolean).join(' with ');
    }
    return owner.kind === 'shared' ? `shared ${names(owner.shared)}` : owner.kind;
  });

const sidesOf = ({ parties, questions }: Understood) => {
  const asked = questions.filter(({ must }) => must).map(({ id }) => id);
  return [...parties.map(({ name, side }) => `${name}: ${side}`), ...asked];
};

describe('areas', () => {
  test('bold rows between the tasks of an owner table are headings', async () => {
    const { tasks } = await understood(
      '|What|Owner|Backup|\n|-|-|-|\n|**Mail**|||\n|Mail flow|MSP|Internal IT|\n|Spam|MSP||\n|**Network**|||\n|Wi-Fi|Internal IT|MSP|\n|Lines|Internal IT||',
    );
    expect(tasks.map(({ area, name }) => `${area}: ${name}`)).toEqual([
      'Mail: Mail flow',
      'Mail: Spam',
      'Network: Wi-Fi',
      'Network: Lines',
    ]);
  });

  test.each([
    ['1. Service desk', '2. Devices', ['Service desk', 'Devices']],
    ['2.1 Service desk', '2.2 Devices', ['Service desk', 'Devices']],
    ['1 Service desk', '2 Devices', ['Service desk', 'Devices']],
    ['24 hour desk', '365 administration', ['24 hour desk', '365 administration']],
    ['📞 Service desk', 'Devices :computer:', ['Service desk', 'Devices']],
  ])('%s and %s are called %j', async (first, second, names) => {
    const { tasks } = await understood(
      `Task,Customer,MSP\n${first},,\nCalls,I,RA\nVIPs,A,R\n${second},,\nLaptops,A,R\nPhones,RA,C`,
    );
    expect([...new Set(tasks.map(({ area }) => area))]).toEqual(names);
  });
});

describe('sides', () => {
  test.each([
    ['Our IT', 'Contoso Managed Services', 'HR'],
    ['Customer', 'Managed IT Services Ltd', 'Finance'],
  ])('%s beside %s is ours, and so is %s', async (ours, provider, department) => {
    const found = await understood(
      `Task,${ours},${provider},${department}\nMail flow,A,R,I\nBackups,I,RA,\nOnboarding,A,R,C`,
    );
    expect(sidesOf(found)).toEqual([
      `${ours}: internal`,
      `${provider}: msp`,
      `${department}: internal`,
    ]);
  });

  test('follow the groups above the names: beside the provider is the customer', async () => {
    const found = await understood(
      '<table><tr><th rowspan=2>Task<th colspan=2>Trust<th colspan=2>Supplier<tr><th>Apps<th>Wards<th>Field<th>Desk<tr><td>Mail flow<td>A<td>I<td>R<td>C<tr><td>Backups<td>I<td><td>RA<td>C</table>',
    );
    expect(sidesOf(found)).toEqual([
      'Apps: internal',
      'Wards: internal',
      'Field: msp',
      'Desk: msp',
    ]);
  });
});

describe('a row for each mark', () => {
  test('is read so however many marks there are', async () => {
    const tasks = Array.from({ length: 40 }, (_, n) => `Job ${n}`);
    const rows = tasks.flatMap((task) => [`${task},Customer,A`, `${task},MSP,R`, `${task},HR,I`]);
    const found = await understood(['Task,Party,Role', ...rows].join('\n'));
    expect(found.orientation).toBe('long');
    expect(found.tasks).toHaveLength(40);
    expect(new Set(ownersOf(found))).toEqual(new Set(['Customer with MSP']));
  });
});

describe('circles', () => {
  test.each([
    ['an empty one alone ticks', ['○'], '○', 'X'],
    ['beside a full one it is the lesser', ['●', '○'], '○', 'S'],
    ['beside partly filled ones it is nothing', ['●', '◐', '○'], '○', 'NO'],
    ['a partly filled one is a part', ['●', '◔'], '◔', 'PARTIAL'],
    ['a double one leads', ['◎', '○'], '◎', 'A'],
    ['a cross in brackets is the lesser', ['X', '(X)'], '(X)', 'PARTIAL'],
    ['a tick drawn as a picture ticks', ['✔️'], '✔️', 'X'],
  ])('%s', (_, cells, cell, code) => {
    expect(createMarks(cells)(cell)?.code).toBe(code);
  });
});

const NAMED = ['Mail flow', 'Backups', 'Wi-Fi', 'Phones', 'Lines', 'Laptops'].map((task, at) => {
  return `${task};${at % 2 ? 'MSP' : 'Internal IT'}`;
});

describe('words for nobody and for not knowing', () => {
  test.each([
    [
      'nobody',
      ['nobody', 'vacant', 'niemand', 'personne', 'sin asignar', 'niet toegewezen', '担当なし'],
    ],
    [
      'unknown',
      [
        'TBD',
        'to be agreed',
        'offen',
        'noch zu klären',
        'à définir',
        'por definir',
        'nog te bepalen',
        '未定',
        '❓',
        '-',
      ],
    ],
    ['not applicable', ['n/a', 'entfällt', 'sans objet', 'no aplica', 'n.v.t.', '該当なし']],
  ])('%s', async (kind, words) => {
    const rows = words.map((word, n) => `Job ${n};${word}`);
    const found = await understood(['Task;Owner', ...NAMED, ...rows].join('\n'));
    expect(ownersOf(found).slice(NAMED.length)).toEqual(words.map(() => kind));
  });
});

describe('letters', () => {
  test.each([
    ['DACI', 'D,A\nA,D\nC,D\n', ['MSP with IT', 'IT with MSP', 'unknown']],
    ['RAPID', 'D,P\nP,D\nI,D\n', ['IT with MSP', 'MSP with IT', 'MSP']],
    ['VMI', 'V,M\nM,V\nI,V\n', ['IT', 'MSP', 'MSP']],
  ])('of %s mean what they mean there', async (_, marks, owners) => {
    const rows = marks
      .trim()
      .split('\n')
      .map((row, n) => `Job ${n},${row}`);
    expect(ownersOf(await understood(['Task,IT,MSP', ...rows].join('\n')))).toEqual(owners);
  });

  test('mean what the legend of the file says, also on another sheet', async () => {
    const found = await understood(
      '# Plan\n|Task|IT|MSP|\n|-|-|-|\n|Mail flow|L|H|\n|Backups|H|L|\n|Wi-Fi|L||\n# Key\n|Mark|Meaning|\n|-|-|\n|L|Leads - one in each row|\n|H|Helps|',
    );
    expect(ownersOf(found)).toEqual(['IT', 'MSP', 'IT']);
  });
});

describe('columns of hours', () => {
  const sheet = (nights: string, cells: readonly string[]) =>
    ['Mail flow,I,RA', 'Backups,A,R', 'Wi-Fi,RA,']
      .map((row, at) => `${row},${cells[at] ?? ''}`)
      .join('\n')
      .replace(/^/, `Task,Customer,MSP,${nights}\n`);

  test.each(['24x7', '24/7', 'Out of hours', 'On-call', 'Nights and weekends', '夜間対応'])(
    '%s is no party, and its ticks say whose nights matter',
    async (header) => {
      const text = sheet(header, ['✔', '', 'no']);
      expect((await understood(text)).parties.map(({ name }) => name)).toEqual(['Customer', 'MSP']);
      expect((await tasksOf(text)).map(({ nights }) => nights)).toEqual([
        { matter: true, cover: '' },
        { matter: false },
        { matter: false },
      ]);
    },
  );

  test('names in it cover the nights', async () => {
    const tasks = await tasksOf(
      'Task,Owner,Out of hours\nMail flow,Customer,Night Desk\nBackups,MSP,yes\nWi-Fi,MSP,08:00-18:00',
    );
    expect(tasks.map(({ nights }) => nights)).toEqual([
      { matter: true, cover: 'Night Desk' },
      { matter: true, cover: '' },
      { matter: false },
    ]);
  });
});

describe('names in cells', () => {
  test('a person or a role beside a party is kept with it', async () => {
    const tasks = await tasksOf(
      'Task,Owner\nMail flow,Internal IT (Maria Lopez)\nBackups,Internal IT\nWi-Fi,Internal IT - Network engineer',
    );
    expect(tasks.map(({ ownership }) => ownership.kind === 'owned' && ownership.lead)).toEqual([
      { party: 'internal-it', person: 'Maria Lopez', role: '' },
      { party: 'internal-it', person: '', role: '' },
      { party: 'internal-it', person: '', role: 'Network engineer' },
    ]);
  });

  test('places and companies in brackets stay part of the name', async () => {
    const { parties } = await understood(
      'Task,Owner\nMail flow,Northwind (UK)\nBackups,Northwind (DE)\nWi-Fi,Northwind',
    );
    expect(parties.map(({ name }) => name)).toEqual([
      'Northwind (UK)',
      'Northwind (DE)',
      'Northwind',
    ]);
  });

  test('who leads what is shared owns it, with the others', async () => {
    const found = await understood(
      'Task,Owner\nMail flow,Shared (lead: MSP)\nBackups,Shared\nWi-Fi,MSP\nPhones,Internal IT',
    );
    expect(ownersOf(found)).toEqual([
      'MSP with Internal IT',
      'shared MSP + Internal IT',
      'MSP',
      'Internal IT',
    ]);
  });
});

describe('bytes', () => {
  test('of Western text are read as Windows-1252, and it is told', async () => {
    const bytes = Buffer.from('Tâche;Propriétaire\nRéseau;Société\nPostes;Société', 'latin1');
    const book = await readTables(bytes, 'plan.csv');
    if (book.kind === 'refused') throw new Error(book.why);
    expect(book.tables[0]?.rows[1]?.cells).toEqual(['Réseau', 'Société']);
    expect(book.notices).toHaveLength(1);
  });

  test('of no text are refused', async () => {
    const bytes = Buffer.from([0x54, 0x61, 0x73, 0x6b, 0x3b, 0x9d, 0x02, 0xff, 0x0a, 0x81]);
    expect(await readTables(bytes, 'plan.csv')).toMatchObject({ why: 'not text' });
  });
});

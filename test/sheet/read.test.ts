// What each cell of a sheet means, and what is wrong with the ones that mean nothing.
import { describe, expect, test } from 'vitest';
import { MAX_CELL, MAX_ROWS } from '../../src/sheet/columns.ts';
import { internal, matrix, northwind, read, readOk, taskIn } from './matrices.ts';

describe('a cell and what it becomes', () => {
  test.each([
    ['kind', '', { kind: 'operation' }],
    ['kind', 'Operational', { kind: 'operation' }],
    ['kind', 'PROJECT', { kind: 'project' }],
    ['area', ' ', { area: 'general' }],
    ['area', 'メール', { area: 'メール' }],
    ['importance', '', { importance: 'medium' }],
    ['importance', 'Med', { importance: 'medium' }],
    ['importance', 'high', { importance: 'high' }],
    ['health', '', { health: 'unknown' }],
    ['health', 'Failing', { health: 'failing' }],
    ['aliases', 'a; b\\;c ;;d', { aliases: ['a', 'b;c', 'd'] }],
    ['nights', '', { nights: { matter: false } }],
    ['nights', 'No', { nights: { matter: false } }],
    ['nights', 'YES', { nights: { matter: true, cover: '' } }],
    ['nights', 'Night desk', { nights: { matter: true, cover: 'Night desk' } }],
    ['nights', '\\No', { nights: { matter: true, cover: 'No' } }],
    ['review every', '', { review: null }],
    ['review every', 'per event', { review: null }],
    ['review every', 'Monthly', { review: { every: 1, unit: 'month' } }],
    ['review every', 'quarterly', { review: { every: 3, unit: 'month' } }],
    ['review every', 'semiannual', { review: { every: 6, unit: 'month' } }],
    ['review every', 'annual', { review: { every: 12, unit: 'month' } }],
    ['review every', '45 days', { review: { every: 45, unit: 'day' } }],
    ['review every', '2 weeks', { review: { every: 14, unit: 'day' } }],
    ['review every', 'every 1 month', { review: { every: 1, unit: 'month' } }],
    ['review every', '2 years', { review: { every: 24, unit: 'month' } }],
    ['reviewed on', '2026-02-28', { reviewedOn: '2026-02-28' }],
    ['reviewed on', '28.2.2026', { reviewedOn: '2026-02-28' }],
    ['reviewed on', '2/28/2026', { reviewedOn: '2026-02-28' }],
    ['reviewed on', '28/02/2026', { reviewedOn: '2026-02-28' }],
    ['status', '', { ownership: { kind: 'unknown' } }],
    [
      'status',
      'Nobody',
      { ownership: { kind: 'nobody', sharedWith: [], split: '', since: '2026-11-23' } },
    ],
    ['status', 'not  applicable', { ownership: { kind: 'not applicable' } }],
    ['reason', '"said ""no"", twice\nin writing "', { reason: 'said "no", twice\nin writing ' }],
    ['description', "'=1+1", { description: '=1+1' }],
    ['backup', '', { backup: null }],
    ['backup', 'Priya Nair', { backup: { party: '', role: '', person: 'Priya Nair' } }],
    ['backup', 'Ann (Acme)', { backup: { party: 'acme', role: '', person: 'Ann' } }],
    [
      'backup',
      'Ann [on call] (Acme)',
      { backup: { party: 'acme', role: 'on call', person: 'Ann' } },
    ],
    ['backup', '[desk] (Acme)', { backup: { party: 'acme', role: 'desk', person: '' } }],
    ['backup', 'Ann ()', { backup: { party: '', role: '', person: 'Ann' } }],
    ['backup', 'CORP\\ann', { backup: { party: '', role: '', person: 'CORP\\ann' } }],
    ['backup', 'Ann (ext. 12', { backup: { party: '', role: '', person: 'Ann (ext. 12' } }],
  ])('%s: %j', (column, cell, expected) => {
    const written = cell.includes('"') ? cell : `"${cell}"`;
    expect(taskIn([`name,${column}`, `Mail flow,${written}`])).toMatchObject(expected);
  });

  test.each([
    ['Acme (UK)', { party: 'acme-uk', role: '', person: '' }],
    ['Acme \\(UK\\)', { party: 'acme-uk', role: '', person: '' }],
    ['Ann (Acme (UK))', { party: 'acme-uk', role: '', person: 'Ann' }],
    ['acme (uk)', { party: 'acme-uk', role: '', person: '' }],
  ])('a backup in a party with brackets in its name: %s', (cell, backup) => {
    const { tasks } = readOk(['name,owner,side,backup', `Mail,Acme (UK),vendor,${cell}`]);
    expect(tasks[0]?.backup).toEqual(backup);
  });
});

describe('owners and parties', () => {
  test('an owner brings its party, its person and the day it accepted', () => {
    const result = readOk([
      'name,owner,side,role,person,accepted on',
      'Mail,Northwind IT,MSP,service desk,Lee Park,2026-05-12',
    ]);
    expect(result.parties).toMatchObject([
      { id: 'northwind-it', name: 'Northwind IT', side: 'msp' },
    ]);
    expect(result.people).toMatchObject([
      { name: 'Lee Park', party: 'northwind-it', leftOn: null },
    ]);
    expect(result.tasks[0]?.ownership).toEqual({
      kind: 'owned',
      lead: { party: 'northwind-it', role: 'service desk', person: 'Lee Park' },
      sharedWith: [],
      split: '',
      since: '2026-05-12',
      acceptedOn: '2026-05-12',
    });
  });

  test('one row that gives the side is enough for all, before and after it', () => {
    const sheet = ['name,owner,side', 'A,Acme,', 'B, ACME ,vendor', 'C,acme,'];
    const { parties, tasks } = readOk(sheet);
    expect(parties).toMatchObject([{ id: 'acme', name: 'Acme', side: 'vendor' }]);
    expect(tasks.map((task) => task.ownership.kind)).toEqual(['owned', 'owned', 'owned']);
  });

  test('a party of the matrix keeps its id and contact details, however its name is cased', () => {
    const { parties } = readOk(['name,owner', 'DNS,northwind  it'], matrix);
    expect(parties).toEqual(matrix.parties);
  });

  test('a side that all rows agree on corrects the matrix, and says so', () => {
    const { parties, notices } = readOk(['name,owner,side', 'A,Northwind IT,vendor'], matrix);
    expect(parties).toEqual([{ ...northwind, side: 'vendor' }, internal]);
    expect(notices).toEqual([
      { row: 2, column: 'side', says: '"Northwind IT" was msp and becomes vendor.' },
    ]);
  });

  test('shared without an owner is a gap; an unheard-of party is taken as a vendor, and said so', () => {
    const { tasks, parties, notices } = readOk(['name,shared with', 'Fax,Acme; Bolt', 'Fox,acme']);
    expect(tasks[0]?.ownership).toMatchObject({ kind: 'nobody', sharedWith: ['acme', 'bolt'] });
    expect(parties.map((party) => party.side)).toEqual(['vendor', 'vendor']);
    expect(notices).toEqual([
      {
        row: 2,
        column: 'shared with',
        says: '"Acme" owns nothing here, so it is taken as a vendor.',
      },
      {
        row: 2,
        column: 'shared with',
        says: '"Bolt" owns nothing here, so it is taken as a vendor.',
      },
    ]);
  });

  test('a party in any script gets an id, and two alike get two', () => {
    const rows = ['A,日本通運,vendor', 'B,日本!通運,msp', 'C,日本-通運,internal', 'D,***,msp'];
    const { parties } = readOk(['name,owner,side', ...rows]);
    expect(parties.map((party) => party.id)).toEqual([
      '日本通運',
      '日本-通運',
      '日本-通運-2',
      'party',
    ]);
  });
});

describe('ids', () => {
  test('an id is kept as written; a blank one is made from area and name', () => {
    const rows = [
      'X_1.b,Mail,cloud',
      ',Mail flow!,Cloud',
      ',メール配送,',
      ',Mail flow,cloud',
      ',??,',
    ];
    expect(readOk(['id,name,area', ...rows]).tasks.map((task) => task.id)).toEqual([
      'X_1.b',
      'cloud.mail-flow',
      'general.メール配送',
      'cloud.mail-flow-2',
      'general.task',
    ]);
  });

  test('a blank id finds the task of that name again, and no other', () => {
    expect(taskIn(['name,area', 'mail FLOW,Cloud'], matrix).id).toBe('cloud.mail-flow');
    expect(taskIn(['name', 'Mail flow'], matrix).id).toBe('cloud.mail-flow');
    expect(taskIn(['name,area', 'Mail flow,devices'], matrix).id).toBe('devices.mail-flow');
    const renamed = { ...matrix, tasks: matrix.tasks.map((task) => ({ ...task, name: 'E-mail' })) };
    expect(taskIn(['name,area', 'Mail flow,cloud'], renamed).id).toBe('cloud.mail-flow-2');
  });
});

describe('files as people save them', () => {
  const rows = [
    ['name', 'owner', 'side'],
    ['Mail', 'Acme', 'msp'],
    ['DNS', 'Acme', ''],
  ];
  test.each([
    ['commas', ',', '\n', ''],
    ['semicolons', ';', '\r\n', ''],
    ['tabs and a byte order mark', '\t', '\r\n', '\uFEFF'],
    ['old Mac line ends', ',', '\r', ''],
  ])('%s', (_, by, end, mark) => {
    const { tasks, notices } = readOk(mark + rows.map((row) => row.join(by)).join(end));
    expect(tasks.map((task) => task.name)).toEqual(['Mail', 'DNS']);
    expect(notices).toEqual([]);
  });

  test('headers in any order, case and spacing; an unknown one is named with the likely one', () => {
    const { tasks, notices } = readOk([
      ' OWNER ,Name,Accepted  On,ownr,sid,Ticket,',
      ',Mail,,x,,7,',
    ]);
    expect(tasks).toHaveLength(1);
    expect(notices).toEqual([
      { row: 1, column: 'ownr', says: 'This column is not used.' },
      { row: 1, column: 'sid', says: 'This column is not used. Did you mean "side"?' },
      { row: 1, column: 'Ticket', says: 'This column is not used.' },
    ]);
  });

  test('empty rows are passed over but counted, as a spreadsheet counts them', () => {
    const text = 'name,health\r\n"Mail\r\nflow",well\r\n,\r\n\r\nDNS,sick\r\n';
    expect(read(text)).toEqual({
      kind: 'problems',
      problems: [
        { row: 5, column: 'health', says: '"sick" is not known. Write well, failing or unknown.' },
      ],
    });
  });

  test('quotes inside a cell that has none around it are only quotes', () => {
    expect(taskIn(['name,reason', '5" disks,say "hi"']).name).toBe('5" disks');
  });
});

describe('problems name row, column and what to do', () => {
  test.each([
    ['', 1, '', /no column names/],
    ['\n\n', 1, '', /no column names/],
    ['task,who\nMail,me', 1, '', /no column "name"/],
    ['name,Name\nMail,x', 1, 'name', /there twice/],
    ['name,reason\n,x', 2, 'name', /no name/],
    ['name,reason\nMail', 2, '', /1 cells, the header has 2/],
    ['name,reason\nMail,x,y', 2, '', /3 cells, the header has 2/],
    ['name,reason\nMail,"x\nDNS,y\n', 2, '', /quote .* never closes/],
    ['name,reason\nMail,a\0b', 2, 'reason', /NUL/],
    [`name\n${'x'.repeat(501)}`, 2, 'name', /Longer than 500/],
    [`name,reason\nMail,${'x'.repeat(MAX_CELL + 1)}`, 2, 'reason', /Longer than 10000/],
    [`name\n${'x\n'.repeat(MAX_ROWS + 1)}`, MAX_ROWS + 2, '', /More than 20000 rows/],
    [`name\n${'x'.repeat(10_000_000)}`, 1, '', /larger than 10 MB/],
    [`name\nx\n${',x'.repeat(100)}`, 3, '', /More than 100 columns/],
    ['id,name\na,A\nb,B\na,C', 4, 'id', /already in row 2/],
    ['id,name\na b,A', 2, 'id', /Not an id/],
    [`id,name\n${'a'.repeat(121)},A`, 2, 'id', /Not an id/],
    ['name,owner\nA,Acme', 2, 'side', /"Acme" is new: write its side \(internal, msp or vendor\)/],
    ['name,owner,side\nA,Acme,client', 2, 'side', /"client" is no side/],
    ['name,owner,side\nA,Acme,msp\nB,acme,vendor', 3, 'side', /msp in row 2 and vendor here/],
    ['name,role\nA,desk', 2, 'role', /needs an owner/],
    ['name,person\nA,Ann', 2, 'person', /needs an owner/],
    ['name,accepted on\nA,2026-01-01', 2, 'accepted on', /needs an owner/],
    ['name,split\nA,half', 2, 'split', /needs an owner/],
    ['name,status,shared with\nA,not applicable,B', 2, 'shared with', /needs an owner/],
    ['name,status\nA,gone', 2, 'status', /"gone" is no status/],
    ['name,status\nA,accepted gap', 2, 'until', /needs the date it ends/],
    ['name,until\nA,2027-01-01', 2, 'until', /Only an accepted gap/],
    ['name,status,until\nA,accepted gap,soon', 2, 'until', /no date. Write it as 2026-05-31/],
    ['name,reviewed on\nA,31.02.2026', 2, 'reviewed on', /no date/],
    ['name,reviewed on\nA,2026-02-30', 2, 'reviewed on', /no date/],
    ['name,reviewed on\nA,12/05/2026', 2, 'reviewed on', /no date/],
    ['name,review every\nA,often', 2, 'review every', /no interval/],
    ['name,review every\nA,constructor', 2, 'review every', /no interval/],
    ['name,kind\nA,constructor', 2, 'kind', /"constructor" is not known/],
    [`name,reason\nA,"${'x'.repeat(2_000_000)}`, 2, '', /quote .* never closes/],
    ['name,review every\nA,0 days', 2, 'review every', /no interval/],
    ['name,review every\nA,9999 years', 2, 'review every', /no interval/],
    ['name,review every\nA,2000 weeks', 2, 'review every', /no interval/],
    ['name,kind\nA,thing', 2, 'kind', /operation, project or strategic/],
    ['name,importance\nA,huge', 2, 'importance', /high, medium or low/],
  ])('%#', (text, row, column, says) => {
    const result = read(text);
    expect(result.kind).toBe('problems');
    if (result.kind === 'problems') {
      expect(result.problems).toContainEqual({ row, column, says: expect.stringMatching(says) });
    }
  });

  test.each(['nobody', 'accepted gap', 'not applicable'])(
    'an owner and the status %s',
    (status) => {
      const until = status === 'accepted gap' ? '2027-01-01' : '';
      const result = read(['name,owner,side,status,until', `A,Acme,msp,${status},${until}`]);
      expect(result).toEqual({
        kind: 'problems',
        problems: [
          {
            row: 2,
            column: 'status',
            says: '"Acme" owns the task: empty the owner or the status.',
          },
        ],
      });
    },
  );

  test('an owner without a side is one problem, said once, whatever else the rows hold', () => {
    const rows = ['A,Acme,desk,2026-01-01', 'B,Acme,,'];
    const result = read(['name,owner,role,accepted on', ...rows]);
    expect(result).toMatchObject({ problems: [{ row: 2, column: 'side' }] });
  });

  test('all problems come at once, in the order of rows', () => {
    const result = read(['name,kind,health', 'A,x,y', ',,', 'B,,z', ',project,']);
    expect(result).toMatchObject({
      problems: [{ row: 2 }, { row: 2 }, { row: 4 }, { row: 5, column: 'name' }],
    });
  });
});

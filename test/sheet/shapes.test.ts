// The shapes in which people keep a matrix, each in a few lines: what is read, and what a person is asked.
import { describe, expect, test } from 'vitest';
import { readTables } from '../../src/sheet/reading/read-tables.ts';
import { parseMark } from '../../src/sheet/understanding/marks.ts';
import type { Answers } from '../../src/sheet/understanding/questions.ts';
import { understand } from '../../src/sheet/understanding/understand.ts';
import type { Understood } from '../../src/sheet/understanding/understanding.ts';

async function understood(text: string, answers: Answers = {}): Promise<Understood> {
  const book = await readTables(Buffer.from(text), '');
  if (book.kind === 'refused') throw new Error(book.says);
  const found = understand(book, { match: () => null, current: null, answers });
  if (found.kind !== 'understood') throw new Error(JSON.stringify(found));
  return found;
}

/** `area / task: Party=MARK …` for each task; blanks are left out. */
function lines({ tasks, parties }: Understood): string[] {
  return tasks.map(({ area, name, cells }) => {
    const said = cells
      .filter(({ mark }) => mark.code !== '')
      .map(({ party, mark }) => `${parties[party]?.name ?? 'all'}=${mark.code}`);
    return `${area === '' ? '' : `${area} / `}${name}: ${said.join(' ')}`.trim();
  });
}

function owners({ tasks, parties }: Understood): string[] {
  const names = (places: readonly number[]) =>
    places.map((place) => parties[place]?.name).join('+');
  return tasks.map(({ decision: { owner } }) => {
    if (owner.kind === 'lead') {
      const shared = owner.shared.length > 0 ? ` with ${names(owner.shared)}` : '';
      return `${parties[owner.lead]?.name}${shared}`;
    }
    return owner.kind === 'shared' ? `shared ${names(owner.shared)}` : owner.kind;
  });
}

describe('marks', () => {
  test.each([
    ['R', 'R'],
    ['AR', 'RA'],
    ['R/A', 'RA'],
    ['R A', 'RA'],
    ['R, A', 'RA'],
    ['R & A', 'RA'],
    ['R and A', 'RA'],
    ['**RA**', 'RA'],
    ['RA*', 'RA'],
    ['RA (1)', 'RA'],
    ['(I)', 'I'],
    ['c/i', 'CI'],
    ['R (Backup)', 'R BACKUP'],
    ['Responsible', 'R'],
    ['Responsible / Accountable', 'RA'],
    ['accountable:', 'A'],
    ['X', 'X'],
    ['✓', 'X'],
    ['Yes', 'YES'],
    ['No', 'NO'],
    ['Partial', 'PARTIAL'],
    ['Shared', 'SHARED'],
    ['Joint', 'SHARED'],
    ['verantwortlich', 'R'],
    ['rechenschaftspflichtig', 'A'],
    ['zu informieren', 'I'],
    ['Gemeinsam', 'SHARED'],
    ['Responsable', 'R'],
    ['Consulté', 'C'],
    ['Aprueba', 'A'],
    ['Compartido', 'SHARED'],
    ['説明責任', 'A'],
    ['担当', 'R'],
    ['◎', 'A'],
    ['Ｒ', 'R'],
    ['TBD', ''],
    ['-', ''],
    ['?', ''],
    ['n/a', 'NA'],
    ['nobody', 'NOBODY'],
  ])('%s is %s', (text, code) => {
    expect(parseMark(text)?.code).toBe(code);
  });

  test.each(['Mail flow', 'IT team', 'Customer', 'Monday', '2026-05-31', 'RR', 'Is', 'RACI chart'])(
    '%s is none',
    (text) => {
      expect(parseMark(text)).toBeNull();
    },
  );
});

describe('sections', () => {
  test.each([
    [
      'a column, filled once',
      'Area,Task,Client,Provider\nMail,Mail flow,A,R\n,Spam filter,I,RA\nDevices,Printers,RA,\n,Laptops,A,R',
      [
        'Mail / Mail flow: Client=A Provider=R',
        'Mail / Spam filter: Client=I Provider=RA',
        'Devices / Printers: Client=RA',
        'Devices / Laptops: Client=A Provider=R',
      ],
    ],
    [
      'a row by itself',
      'Task,Client,Provider\nMail,,\nMail flow,A,R\nSpam filter,I,RA\nDevices,,\nPrinters,RA,\nLaptops,A,R',
      [
        'Mail / Mail flow: Client=A Provider=R',
        'Mail / Spam filter: Client=I Provider=RA',
        'Devices / Printers: Client=RA',
        'Devices / Laptops: Client=A Provider=R',
      ],
    ],
    [
      'a row across',
      '<table><tr><th>Task<th>Client<th>Provider<tr><td colspan=3>Mail<tr><td>Mail flow<td>A<td>R<tr><td colspan=3>Devices<tr><td>Printers<td>RA<td></table>',
      ['Mail / Mail flow: Client=A Provider=R', 'Devices / Printers: Client=RA'],
    ],
    [
      'headings',
      '# Plan\n## Mail\n|Task|Client|Provider|\n|-|-|-|\n|Mail flow|A|R|\n## Devices\n|Task|Client|Provider|\n|-|-|-|\n|Printers|RA||',
      ['Mail / Mail flow: Client=A Provider=R', 'Devices / Printers: Client=RA'],
    ],
    [
      'the header again, with the name in its corner',
      'Mail,Client,Provider\nMail flow,A,R\nSpam filter,I,RA\nDevices,Client,Provider\nPrinters,RA,\nLaptops,A,R',
      [
        'Mail / Mail flow: Client=A Provider=R',
        'Mail / Spam filter: Client=I Provider=RA',
        'Devices / Printers: Client=RA',
        'Devices / Laptops: Client=A Provider=R',
      ],
    ],
    [
      'the same text in each cell',
      'Task,Client,Provider\nMail,Mail,Mail\nMail flow,A,R\nDevices,Devices,Devices\nPrinters,RA,',
      ['Mail / Mail flow: Client=A Provider=R', 'Devices / Printers: Client=RA'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(lines(await understood(text))).toEqual(expected);
  });
});

describe('orientations', () => {
  test.each([
    [
      'marks under parties',
      'Activity;Customer;MSP\nMail flow;I;RA\nBackups;C;RA',
      'marks',
      ['Mail flow: Customer=I MSP=RA', 'Backups: Customer=C MSP=RA'],
    ],
    [
      'teams as rows',
      'Team,Mail flow,Backups,Printer support\nIT team,A,R,A\nService provider,R,A,R',
      'transposed',
      [
        'Mail flow: IT team=A Service provider=R',
        'Backups: IT team=R Service provider=A',
        'Printer support: IT team=A Service provider=R',
      ],
    ],
    [
      'an owner column',
      'Task,Owner,Backup\nMail flow,Northwind,Internal IT\nBackups,Internal IT,',
      'roles',
      ['Mail flow: Northwind=OWN Internal IT=BACKUP', 'Backups: Internal IT=OWN'],
    ],
    [
      'R, A, C and I as columns',
      'Process|R|A|C|I\nMail flow|MSP|Internal IT||HR\nBackups|MSP, Internal IT|MSP|HR|',
      'roles',
      ['Mail flow: MSP=R Internal IT=A HR=I', 'Backups: MSP=R Internal IT=R MSP=A HR=C'],
    ],
    [
      'German',
      'Aufgabe\tZuständig\nE-Mail\tDienstleister\nDrucker\tInterne IT\nBackup\tDienstleister und Interne IT',
      'roles',
      [
        'E-Mail: Dienstleister=OWN',
        'Drucker: Interne IT=OWN',
        'Backup: Dienstleister=OWN Interne IT=OWN',
      ],
    ],
    [
      'Japanese',
      '業務,情シス部,委託先\nメール運用,説明責任,担当\nバックアップ,報告,説明責任',
      'marks',
      ['メール運用: 情シス部=A 委託先=R', 'バックアップ: 情シス部=I 委託先=A'],
    ],
    [
      'a list as people type it',
      '- Mail flow: Northwind\n- Backups: IT team\n- Printers → Northwind',
      'roles',
      ['Mail flow: Northwind=OWN', 'Backups: IT team=OWN', 'Printers: Northwind=OWN'],
    ],
    [
      'two header rows',
      '<table><tr><th rowspan=2>Task<th colspan=2>Customer<th colspan=2>Provider<tr><th>IT<th>HR<th>IT<th>NOC<tr><td>Mail flow<td>A<td>I<td>R<td>C<tr><td>Backups<td>I<td><td>RA<td>C</table>',
      'marks',
      [
        'Mail flow: Customer IT=A HR=I Provider IT=R NOC=C',
        'Backups: Customer IT=I Provider IT=RA NOC=C',
      ],
    ],
    [
      'a row for each mark',
      'Task,Party,Role\nMail flow,Customer,A\nMail flow,Provider,R\nBackups,Provider,RA',
      'long',
      ['Mail flow: Customer=A Provider=R', 'Backups: Provider=RA'],
    ],
    [
      'ticks',
      'Task,Client,Provider,Comments\nMail flow,,X,as in the contract\nPrinters,✓,,\nBackups,X,X,',
      'marks',
      ['Mail flow: Provider=X', 'Printers: Client=X', 'Backups: Client=X Provider=X'],
    ],
  ])('%s', async (_, text, orientation, expected) => {
    const found = await understood(text);
    expect(lines(found)).toEqual(expected);
    expect(found.orientation).toBe(orientation);
  });
});

describe('owners', () => {
  const table =
    'Task,Client,Provider\nMail flow,A,R\nBackups,RA,RA\nPrinters,R,C\nWi-Fi,,\nPhones,RA,I';

  test('blank is unknown, two accountable are nobody, and only responsible is unknown until said otherwise', async () => {
    const found = await understood(table);
    expect(owners(found)).toEqual([
      'Client with Provider',
      'shared Client+Provider',
      'unknown',
      'unknown',
      'Client',
    ]);
    expect(found.questions.filter(({ must }) => must).map(({ id }) => id)).toEqual(['two', 'none']);
  });

  test('answers decide, and are remembered as answered', async () => {
    const found = await understood(table, { two: 'first', none: 'responsible' });
    expect(owners(found)).toEqual([
      'Client with Provider',
      'Client with Provider',
      'Client',
      'unknown',
      'Client',
    ]);
    expect(found.questions.filter(({ must }) => must)).toEqual([]);
  });

  test('where nobody is accountable anywhere, who is responsible owns', async () => {
    const found = await understood('Task,Client,Provider\nMail flow,R,C\nBackups,,R\nWi-Fi,R,R');
    expect(owners(found)).toEqual(['Client', 'Provider', 'shared Client+Provider']);
  });

  test('names for all, for none and for nobody', async () => {
    const found = await understood(
      'Task,Owner\nMail flow,Client\nBackups,Provider\nWi-Fi,Shared\nFax,n/a\nPhones,nobody\nPrinters,',
    );
    expect(owners(found)).toEqual([
      'Client',
      'Provider',
      'shared Client+Provider',
      'not applicable',
      'nobody',
      'unknown',
    ]);
  });
});

describe('parties', () => {
  test('of one party under several names a person is asked, and nothing is merged before', async () => {
    const text =
      'Task,Owner\nMail flow,Northwind IT\nBackups,NorthwindIT\nPhones,Cloud Service Provider\nWi-Fi,CSP\nFax,Northwind';
    const found = await understood(text);
    expect(found.parties).toHaveLength(5);
    const same = found.questions.filter(({ kind }) => kind === 'same');
    expect(same.map(({ about }) => about.join(' = '))).toEqual([
      'Northwind IT = NorthwindIT',
      'Northwind IT = Northwind',
      'Cloud Service Provider = CSP',
    ]);
    const merged = await understood(text, { 'same:northwind-it=northwindit': 'same' });
    expect(owners(merged).slice(0, 2)).toEqual(['Northwind IT', 'Northwind IT']);
  });

  test('tiers are told apart, and columns of one table are two', async () => {
    const found = await understood(
      'Task,Ops (Tier 2),Ops (Tier 3),FedRAMP,FedRAMP Board\nMail flow,A,R,C,I\nBackups,I,A,R,C',
    );
    expect(found.questions.filter(({ kind }) => kind === 'same')).toEqual([]);
  });

  test('sides come from names, and a column can be left out', async () => {
    const text = 'Task,Client,Northwind,Microsoft\nMail flow,A,R,I\nBackups,I,A,R';
    const sides = (found: Understood) => found.parties.map(({ name, side }) => `${name}: ${side}`);
    expect(sides(await understood(text))).toEqual([
      'Client: internal',
      'Northwind: msp',
      'Microsoft: vendor',
    ]);
    const answered = await understood(text, {
      'side:northwind': 'vendor',
      'column:microsoft': 'leave out',
    });
    expect(sides(answered)).toEqual(['Client: internal', 'Northwind: vendor']);
  });

  test('an answer that fits no question is told, and changes nothing', async () => {
    const { rejected } = await understood('Task,Client,MSP\nMail flow,A,R\nBackups,I,A', {
      'side:msp': 'x',
      nonsense: 'y',
    });
    expect(rejected).toEqual([
      '"x" is no answer to "side:msp". Choose internal, msp, vendor.',
      '"nonsense" is no question about this file.',
    ]);
  });
});

// Sentences that wish a change, in every language: which wish, about what, for whom.
import { describe, expect, test } from 'vitest';
import { readWishes } from '../../src/edit/read.ts';
import { LANGUAGES, sayIn } from '../../src/strings/strings.ts';

const SENTENCES: readonly [
  string,
  string,
  string,
  { task?: string; whom?: string; until?: string; why?: string },
][] = [
  ['en', 'assign VPN access to Priya', 'assign', { task: 'VPN access', whom: 'Priya' }],
  [
    'en',
    'Please reassign printing to Sam because he asked',
    'assign',
    { task: 'printing', whom: 'Sam', why: 'he asked' },
  ],
  ['en', 'make Sam the owner of mail flow', 'assign', { task: 'mail flow', whom: 'Sam' }],
  ['en', 'nobody owns the fax line', 'nobody', { task: 'the fax line' }],
  [
    'en',
    'accept the gap on pen tests until 1 October because budget',
    'gap',
    { task: 'pen tests', until: '1 October', why: 'budget' },
  ],
  ['en', 'backup for mail flow is Priya Nair', 'backup', { task: 'mail flow', whom: 'Priya Nair' }],
  ['en', 'mark printing as failing', 'failing', { task: 'printing' }],
  ['en', 'hand it to Sam', 'assign', { task: '', whom: 'Sam' }],
  ['en', 'set the backup for mail flow to Sam', 'backup', { task: 'mail flow', whom: 'Sam' }],
  ['en', 'set the owner of mail flow to Sam', 'assign', { task: 'mail flow', whom: 'Sam' }],
  ['en', 'transfer ownership of mail flow to Sam', 'assign', { task: 'mail flow', whom: 'Sam' }],
  ['en', 'mark printing as not ok', 'failing', { task: 'printing' }],
  ['en', 'can you assign printing to Sam?', 'assign', { task: 'printing', whom: 'Sam' }],
  ['en', 'undo that', 'undo', {}],
  ['en', 'start a views round for security', 'views', {}],
  [
    'de',
    'Weise E-Mail-Fluss Sam Rivera zu',
    'assign',
    { task: 'E-Mail-Fluss', whom: 'Sam Rivera' },
  ],
  [
    'de',
    'Übertrage den VPN-Zugang an Priya, weil sie es schon macht',
    'assign',
    { task: 'den VPN-Zugang', whom: 'Priya', why: 'sie es schon macht' },
  ],
  ['de', 'Die Vertretung für Mail flow ist Sam', 'backup', { task: 'Mail flow', whom: 'Sam' }],
  ['de', 'Ich übernehme die Drucker', 'mine', { task: 'die Drucker' }],
  [
    'de',
    'Akzeptiere die Lücke bei Penetrationstests bis 1. Oktober wegen Budget',
    'gap',
    { task: 'Penetrationstests', until: '1. Oktober', why: 'Budget' },
  ],
  ['de', 'Mach das rückgängig', 'undo', {}],
  ['es', 'Asigna el acceso VPN a Priya', 'assign', { task: 'el acceso VPN', whom: 'Priya' }],
  ['es', 'El suplente de Mail flow es Sam', 'backup', { task: 'Mail flow', whom: 'Sam' }],
  ['es', 'Nadie se encarga de las impresoras', 'nobody', { task: 'las impresoras' }],
  [
    'es',
    'Acepta el hueco en pruebas de intrusión hasta el 1 de octubre porque no hay presupuesto',
    'gap',
    { task: 'pruebas de intrusión', until: '1 de octubre', why: 'no hay presupuesto' },
  ],
  ['es', 'deshaz el último cambio', 'undo', {}],
  ['fr', 'Attribue l’accès VPN à Priya', 'assign', { task: 'l’accès VPN', whom: 'Priya' }],
  ['fr', 'Le suppléant de Mail flow est Sam', 'backup', { task: 'Mail flow', whom: 'Sam' }],
  ['fr', 'Je prends les imprimantes', 'mine', { task: 'les imprimantes' }],
  ['fr', 'annule', 'undo', {}],
  [
    'ja',
    'VPNアクセスをPriyaに割り当ててください',
    'assign',
    { task: 'VPNアクセス', whom: 'Priya' },
  ],
  ['ja', 'プリンターの担当は誰もいません', 'nobody', { task: 'プリンター' }],
  ['ja', '侵入テストの空白を10月1日まで容認する', 'gap', { task: '侵入テスト', until: '10月1日' }],
  ['ja', '元に戻して', 'undo', {}],
];

describe('a sentence that wishes a change', () => {
  test.each(SENTENCES)('%s: %s', (locale, text, wish, pieces) => {
    const [read] = readWishes(text, locale);
    expect(read).toMatchObject({ wish, ...pieces });
  });
});

describe('a question is no wish', () => {
  test.each([
    'who owns mail flow?',
    'who do I ask for VPN access',
    'what does nobody own?',
    'who can assign licences?',
    'my stuff',
    'nobody owns mail flow?',
    'mail flow is not ours?',
    'can you confirm who owns printing',
    'please confirm the owner of mail flow',
    'printing takes 3 days',
    '¿quién lleva las impresoras?',
    'Wer ist für den VPN-Zugang zuständig?',
    'Qui s’occupe de la messagerie ?',
    'VPNの担当は？',
  ])('%s', (text) => {
    for (const locale of ['en', 'es', 'de', 'fr', 'ja']) {
      const sure = readWishes(text, locale).filter((read) => !('sure' in read) || read.sure);
      expect(sure, locale).toEqual([]);
    }
  });
});

describe('short commands', () => {
  test.each([
    ['en', 'my asks', { wish: 'asks' }],
    ['en', 'What is waiting for me?', { wish: 'asks' }],
    ['en', 'views', { wish: 'views now' }],
    ['en', 'Jo Keller has left the company.', { wish: 'left', name: 'Jo Keller' }],
    ['en', 'Jo Keller is back', { wish: 'back', name: 'Jo Keller' }],
    ['de', 'Jo Keller ist ausgeschieden', { wish: 'left', name: 'Jo Keller' }],
    ['de', 'Was wartet auf mich?', { wish: 'asks' }],
    ['es', 'Jo Keller se ha ido', { wish: 'left', name: 'Jo Keller' }],
    ['fr', 'Jo Keller est parti', { wish: 'left', name: 'Jo Keller' }],
    ['ja', 'Jo Kellerさんが退職しました', { wish: 'left', name: 'Jo Keller' }],
    ['ja', '意見聴取の状況は？', { wish: 'views now' }],
  ])('%s: %s', (locale, text, read) => {
    expect(readWishes(text, locale)).toContainEqual(read);
  });
});

/** As `„Sichten“`: what a sentence tells people to write. */
const quotedIn = (text: string) => /[“„«「]\s*(.+?)\s*[”“»」]/.exec(text)?.[1] ?? '';

describe.each(Object.keys(LANGUAGES))('what %s tells people to write is read', (language) => {
  test.each([
    ['views.asked', 'views now'],
    ['views.none', 'views'],
    ['views.mute', 'roles'],
    ['asks.saved', 'undo'],
  ] as const)('%s', (key, wish) => {
    const [first] = readWishes(quotedIn(sayIn(language)(key)), language);
    expect(first).toMatchObject({ wish });
  });
});

// Questions about a day that has gone, in each language; what only sounds like one is left to the others.
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/answer/asked.ts';
import { FINDER, MATRIX } from './world.ts';

/** A Monday. */
const TODAY = '2026-11-23';
const looking = { matrix: MATRIX, memory: null, today: TODAY, find: FINDER.find } as const;

describe('a task', () => {
  test.each([
    ['who owned mail flow on 1 October?', '2026-10-01', 'mail flow'],
    ['Who owned mail flow on the 1st of October 2025', '2025-10-01', 'mail flow'],
    ['and who had the firewall on December 24th?', '2025-12-24', 'the firewall'],
    ['on 2026-10-01 who was responsible for dns', '2026-10-01', 'dns'],
    ['who was the owner of mail flow as of Friday?', '2026-11-20', 'mail flow'],
    ['who owned mail flow 3 weeks ago', '2026-11-02', 'mail flow'],
    ['who owned mail flow yesterday?', '2026-11-22', 'mail flow'],
    ['Wer war am 1. Oktober für die Firewall zuständig?', '2026-10-01', 'die firewall'],
    ['wer war für dns am 2026-10-01 verantwortlich', '2026-10-01', 'dns'],
    ['Wer war für DNS zuständig am Freitag?', '2026-11-20', 'dns'],
    ['¿Quién era el responsable de dns el 1 de octubre?', '2026-10-01', 'dns'],
    ['¿quién llevaba el firewall el viernes?', '2026-11-20', 'el firewall'],
    ['Qui était responsable du pare-feu au 1er octobre ?', '2026-10-01', 'pare feu'],
    ["qui s'occupait de la messagerie le 1 octobre 2025", '2025-10-01', 'messagerie'],
    ['10月1日のDNSの担当者は誰でしたか', '2026-10-01', 'dns'],
    ['2025年10月1日にDNSを担当していたのは誰ですか？', '2025-10-01', 'dns'],
  ])('%s', (text, day, subject) => {
    expect(understand(text, looking)).toEqual({ kind: 'then', day, subject, back: false });
  });
});

describe('the matrix', () => {
  test.each([
    ['matrix on 1 October', '2026-10-01'],
    ['show me the matrix as of 1 October 2025', '2025-10-01'],
    ['what did the matrix look like on Friday?', '2026-11-20'],
    ['who owned what on 1 October?', '2026-10-01'],
    ['who owned everything last month?', '2026-10-24'],
    ['state of the matrix at 2026-10-01', '2026-10-01'],
    ['Matrix vom 1. Oktober', '2026-10-01'],
    ['Wie sah die Matrix am 1. Oktober aus?', '2026-10-01'],
    ['la matriz al 1 de octubre', '2026-10-01'],
    ['la matrice au 1er octobre', '2026-10-01'],
    ['10月1日時点のマトリクス', '2026-10-01'],
  ])('%s', (text, day) => {
    expect(understand(text, looking)).toMatchObject({ kind: 'then', day, subject: '' });
  });
});

test.each([
  'who owns mail flow?',
  'who owned mail flow?',
  'who owned mail flow on the firewall?',
  'who owned mail flow on 1 May 2030?',
  'who had a printer on the desk at the office',
  'what changed since 1 October?',
  'which matrix is this?',
  'wer ist am Freitag für die Firewall zuständig?',
])('%s asks about no day that has gone', (text) => {
  expect(understand(text, looking).kind).not.toBe('then');
});

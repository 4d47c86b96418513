// Other languages → the English that the phrasebook and most matrices use.
import { describe, expect, test } from 'vitest';
import { createFinder, shippedKnowledge } from '../../src/match/finder.ts';
import { plainWordsOf } from '../../src/match/learned/features.ts';
import { inEnglish, readGlossary, shippedGlossary } from '../../src/match/learned/glossary.ts';
import { starterTasks } from '../../src/matrix/starter/starter.ts';

const glossary = shippedGlossary();

test.each([
  ['wer setzt mein Kennwort zurück', 'wer setzt mein password zuruck'],
  ['Firewall-Regeln', 'firewall rule'],
  ['Druckerprobleme', 'printer problem'],
  ['Zertifikatsverlängerung', 'certificate renew'],
  ['quién renueva los certificados', 'quien renew los certificate'],
  ['qui réinitialise les mots de passe', 'qui reset les password'],
  ['共有メールボックスの管理は誰ですか', 'shared mailbox'],
])('%s → %s', (question, english) => {
  expect(inEnglish(plainWordsOf(question), glossary)?.all.join(' ')).toBe(english);
});

test.each(['who takes the discount', 'is my personal mail backed up', 'grow tomatoes', ''])(
  '"%s" stays as it is',
  (question) => {
    expect(inEnglish(plainWordsOf(question), glossary)).toBeNull();
  },
);

test('a line without five columns is named', () => {
  expect(() => readGlossary('# remark\npassword | clave | kennwort')).toThrow('glossary.txt:2');
});

describe('an English matrix without the starter, asked in other languages', () => {
  const names = ['Firewall rules', 'Password resets', 'Backup operations', 'Office moves'];
  const { find } = createFinder(
    names.map((name) => ({ id: name, name, aliases: [], description: '', area: 'x' })),
    shippedKnowledge(true, () => {}),
  );

  test.each([
    ['wer kümmert sich um die Firewall-Regeln', 'Firewall rules'],
    ['qui réinitialise les mots de passe', 'Password resets'],
    ['バックアップの担当は誰ですか', 'Backup operations'],
    ['quién coordina la mudanza', 'Office moves'],
  ])('%s → %s', (question, name) => {
    const found = find(question);
    const hits =
      found.kind === 'sure' ? [found.hit] : found.kind === 'none' ? found.nearest : found.hits;
    expect(hits[0]?.task).toBe(name);
  });
});

test.each(starterTasks.slice(0, 40).map(({ name }) => name))(
  '%s, being English, is left alone',
  (name) => {
    expect(inEnglish(plainWordsOf(`who owns the ${name}`), glossary)).toBeNull();
  },
);

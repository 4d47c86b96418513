// Matching on small matrices of our own: shared aliases, long imported names, other scripts, any order.
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/match/build.ts';
import { createFinder } from '../../src/match/finder.ts';
import type { Findable } from '../../src/match/phrases.ts';
import { search } from '../../src/match/search.ts';
import { NO_SYNONYMS, shippedSynonyms } from '../../src/match/synonyms.ts';
import { starterTasks } from '../../src/matrix/starter/starter.ts';
import { randomFrom } from './random.ts';

function task(name: string, aliases: string[] = [], description = ''): Findable {
  return { id: name, name, aliases, description, area: 'any' };
}

function finder(...tasks: Findable[]) {
  return createFinder(tasks, { synonyms: shippedSynonyms(), learned: null }).find;
}

describe('an alias that several tasks share', () => {
  const portal = ['portal'];
  const find = finder(task('Client portal', portal), task('Staff portal', portal), task('Backups'));

  test('offers exactly those', () => {
    const found = find('who owns the portal?');
    expect(found).toMatchObject({ kind: 'several' });
    expect(found.kind === 'several' && found.hits.map((hit) => hit.task)).toEqual([
      'Client portal',
      'Staff portal',
    ]);
  });

  test('does not stand in the way of the full name', () => {
    expect(find('staff portal')).toMatchObject({ kind: 'sure', hit: { task: 'Staff portal' } });
  });

  test('offers four of five', () => {
    const five = ['A1', 'B2', 'C3', 'D4', 'E5'].map((name) => task(`${name} portal`, portal));
    const found = finder(...five)('portal');
    expect(found.kind === 'several' && found.hits.length).toBe(4);
  });
});

describe('imported names without aliases', () => {
  const find = finder(
    task('Define the overall IaaS architecture'),
    task('Managing IP address ranges and DNS records'),
    task('Deploy a telemetry and monitoring solution on your virtual machines'),
    task('Implement an antivirus protection strategy on your virtual machines'),
    task('Manage incidents on compute infrastructure'),
    task('Manage incidents on storage infrastructure'),
    task('Manage capacity on storage infrastructure'),
    task('Create, modify, and delete Azure Front Door'),
    task('Perform secure data erasure on storage media and provide an attestation'),
  );

  test.each([
    ['who takes care of dns records?', 'Managing IP address ranges and DNS records'],
    ['ip address ranges', 'Managing IP address ranges and DNS records'],
    ['who defines the architecture', 'Define the overall IaaS architecture'],
    ['capacity of storage', 'Manage capacity on storage infrastructure'],
    ['who owns azure front door', 'Create, modify, and delete Azure Front Door'],
    ['telemetry of vms', 'Deploy a telemetry and monitoring solution on your virtual machines'],
  ])('%s → %s', (question, name) => {
    expect(find(question)).toMatchObject({ kind: 'sure', hit: { task: name } });
  });

  test('a part that two names have offers both', () => {
    const found = find('who manages incidents?');
    expect(found.kind === 'several' && found.hits.map((hit) => hit.task).sort()).toEqual([
      'Manage incidents on compute infrastructure',
      'Manage incidents on storage infrastructure',
    ]);
  });

  test.each(['who locks the back door', 'who plans the party', 'my bank address'])(
    '%s is nobody’s',
    (question) => {
      expect(find(question).kind).not.toBe('sure');
    },
  );
});

describe('other scripts', () => {
  const find = finder(
    task('ファイアウォール管理'),
    task('メール配送', ['メールフロー']),
    task('バックアップ運用'),
    task('Résumé-Prüfung für Förderanträge'),
    task('Управление резервным копированием'),
  );

  test.each([
    ['メール配送', 'メール配送'],
    ['メールフローの担当は誰ですか', 'メール配送'],
    ['ファイアウォールの担当者は誰ですか？', 'ファイアウォール管理'],
    ['ﾊﾞｯｸｱｯﾌﾟは誰の責任ですか', 'バックアップ運用'],
    ['resume prufung', 'Résumé-Prüfung für Förderanträge'],
    ['резервным копированием', 'Управление резервным копированием'],
  ])('%s → %s', (question, name) => {
    expect(find(question)).toMatchObject({ kind: 'sure', hit: { task: name } });
  });

  test('unrelated Japanese finds nothing', () => {
    expect(find('昼食のメニュー').kind).toBe('none');
  });
});

describe('the same question', () => {
  const questions = ['who owns backups', 'vpn', 'mail', 'pasword rest', 'new laptop', 'wifi key'];

  test('gets the same hits whatever the order of tasks and aliases', () => {
    const random = randomFrom(3);
    const shuffle = <Item>(items: readonly Item[]) =>
      items.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at);
    const shuffled = shuffle(starterTasks).map(({ item }) => ({
      ...item,
      aliases: shuffle(item.aliases).map((alias) => alias.item),
    }));
    const [one, other] = [starterTasks, shuffled].map((tasks) =>
      buildIndex(tasks, shippedSynonyms()),
    );
    for (const question of questions) {
      const rounded = (index: typeof one) =>
        index && search(index, question).map((hit) => ({ ...hit, score: hit.score.toFixed(9) }));
      expect(rounded(other)).toEqual(rounded(one));
    }
  });

  test('gets the same hits every time, and asking changes nothing', () => {
    const index = buildIndex(starterTasks, shippedSynonyms());
    const first = questions.map((question) => search(index, question));
    expect(questions.map((question) => search(index, question))).toEqual(first);
  });
});

test('an empty matrix finds nothing', () => {
  expect(finder()('who owns vpn')).toEqual({ kind: 'none', nearest: [] });
});

test('further sources of phrases can be given', () => {
  const tasks = [task('Kitchen rota')];
  const index = buildIndex(tasks, NO_SYNONYMS, ({ name }) => [
    { source: 'name', text: name },
    { source: 'alias', text: 'washing up' },
  ]);
  expect(search(index, 'who is washing up')).toEqual([{ task: 'Kitchen rota', score: 1 }]);
});

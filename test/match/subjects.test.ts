// Two tasks in one question, and names that only look like two.
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/match/build.ts';
import { findAll, splitQuestion } from '../../src/match/subjects.ts';
import { shippedSynonyms } from '../../src/match/synonyms.ts';
import { starterTasks } from '../../src/matrix/starter/starter.ts';

const index = buildIndex(starterTasks, shippedSynonyms());

function tasksOf(question: string): string[] {
  return findAll(index, question).map((found) =>
    found.kind === 'sure' ? found.hit.task : found.kind,
  );
}

describe('several subjects', () => {
  test.each([
    ['who owns vpn and the firewall?', ['admin.remote-access', 'admin.firewall']],
    ['who owns vpn & dns?', ['admin.remote-access', 'admin.dns']],
    [
      'onboarding, offboarding and mfa reset',
      ['admin.onboarding', 'admin.offboarding', 'support.mfa-reset'],
    ],
    ['who does mail flow as well as quarantine', ['cloud.mail-flow', 'cloud.quarantine']],
    ['who owns intune or autopilot', ['devices.mdm', 'devices.provisioning']],
    ['Who runs wifi, and who handles domain renewal?', ['admin.wifi', 'admin.domain-names']],
    ['who does server and laptop patching', ['admin.server-patching', 'devices.os-updates']],
    ['vpn and firewal', ['admin.remote-access', 'admin.firewall']],
  ])('%s', (question, tasks) => {
    expect(tasksOf(question)).toEqual(tasks);
    expect(splitQuestion(index, question)).toHaveLength(tasks.length);
  });
});

describe('one name with a joining word in it is not torn', () => {
  const joined = starterTasks
    .flatMap(({ id, name, aliases }) => [name, ...aliases].map((phrase) => [phrase, id] as const))
    .filter(([phrase]) => /\b(and|or)\b|[,&]/.test(phrase));

  test.each(joined)('%s', (phrase, id) => {
    expect(tasksOf(`who owns ${phrase}?`)).toEqual([id]);
    expect(splitQuestion(index, phrase)).toEqual([phrase]);
  });
});

describe('not clearly two tasks', () => {
  test.each([
    'who owns the coffee machine and the tea',
    'who owns vpn and the coffee machine',
    'vpn and remote access',
    'fish and chips',
    'Hi, who owns vpn',
    'a, b, c, d, e, f and g',
    'and',
  ])('%s', (question) => {
    expect(splitQuestion(index, question)).toEqual([question]);
    expect(findAll(index, question)).toHaveLength(1);
  });
});

// Tasks that the phrasebook does not know, and names that people taught: found by their words, never by luck.
import { describe, expect, test } from 'vitest';
import { createFinder, shippedKnowledge } from '../../src/match/finder.ts';
import type { Found } from '../../src/match/found.ts';
import { readRelated } from '../../src/match/learned/related.ts';
import { starterTasks } from '../../src/matrix/starter/starter.ts';

const knowledge = shippedKnowledge(true, () => {});
const own = (id: string, name: string, aliases: string[] = []) => ({
  id,
  name,
  aliases,
  description: '',
  area: 'Own',
});

function tasksOf(found: Found): string[] {
  if (found.kind === 'sure') return [found.hit.task];
  return (found.kind === 'none' ? found.nearest : found.hits).map(({ task }) => task);
}

describe('names that people taught', () => {
  const taught: readonly [string, string[]][] = [
    ['the blue box', ['admin.firewall']],
    ['Kurts Liste', ['strategy.responsibility-matrix']],
    ['el aparato de abajo', ['admin.comms-room']],
    ['la petite boîte noire', ['admin.network']],
    ['例の箱', ['admin.servers']],
    ['project zeus', ['projects.mergers', 'projects.app-rollout']],
    ['the help thing', ['support.how-to', 'support.service-desk']],
    ['who is it', ['support.triage', 'support.vip', 'support.onsite']],
    ['paswrod', ['support.password-reset', 'security.password-vault']],
    ['C++', ['devices.packaging']],
  ];
  const tasks = starterTasks.map((task) => ({
    ...task,
    aliases: [
      ...task.aliases,
      ...taught.filter(([, ids]) => ids.includes(task.id)).map(([alias]) => alias),
    ],
  }));
  const { find } = createFinder(tasks, knowledge);
  const alone = taught.filter(([, ids]) => ids.length === 1);
  const shared = taught.filter(([, ids]) => ids.length > 1);

  test.each(alone)('%s is one task', (alias, ids) => {
    for (const asked of [alias, `who owns ${alias}?`, `Hi, ${alias.toUpperCase()} please`]) {
      const found = find(asked);
      expect([found.kind, ...tasksOf(found)], asked).toEqual(['sure', ...ids]);
    }
  });

  test.each(shared)('%s is several, and is asked back', (alias, ids) => {
    for (const asked of [alias, `who owns ${alias}?`]) {
      const found = find(asked);
      expect([found.kind, ...tasksOf(found).sort()], asked).toEqual(['several', ...ids.toSorted()]);
    }
  });
});

describe('own tasks beside the starter’s', () => {
  const { find } = createFinder(
    [
      ...starterTasks,
      own('own.zeiss', 'Zeiss microscope data export'),
      own('own.crane', 'Crane tablet app'),
    ],
    knowledge,
  );

  test.each([
    ['zeiss microscope data export', 'own.zeiss'],
    ['who owns the microscope export', 'own.zeiss'],
    ['crane tablet', 'own.crane'],
    ['the tablet for the crane', 'own.crane'],
  ])('%s: %s is named or offered', (question, id) => {
    expect(tasksOf(find(question))).toContain(id);
  });

  test('a starter task keeps its answers', () => {
    expect(find('who owns mail flow')).toMatchObject({
      kind: 'sure',
      hit: { task: 'cloud.mail-flow' },
    });
  });
});

describe('a matrix without any starter task', () => {
  const { find } = createFinder(
    [
      own('1', 'Answering user calls and opening tickets'),
      own('2', 'Management of filtering rules between zones'),
      own('3', 'Recovering data on request'),
      own('4', 'Recovery and destruction of end-of-life equipment'),
      own('5', 'Publishing service indicators and SLA reports'),
    ],
    knowledge,
  );

  test.each([
    ['who opens a port on the firewall', '2'],
    ['please restore a file for me', '3'],
    ['who scraps old computers', '4'],
    ['who do i ring when i need support', '1'],
  ])('%s: %s comes first, though no word is the same', (question, id) => {
    expect(tasksOf(find(question))[0]).toBe(id);
  });

  test('nothing is named on such a likeness alone', () => {
    expect(find('who opens a port on the firewall').kind).not.toBe('sure');
    expect(find('who waters the plants').kind).toBe('none');
  });
});

test('related words are of one group, by their stems', () => {
  const related = readRelated('# remark\n\nbackups snapshot\nsnapshot picture');
  expect([...(related.get('backup') ?? [])]).toEqual(['backup', 'snapshot']);
  expect([...(related.get('snapshot') ?? [])]).toEqual(['backup', 'snapshot', 'pictur']);
});

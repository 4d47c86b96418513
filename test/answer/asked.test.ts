// Courtesies, wishes to change an owner, facets beside a task's name, picks among two, and hostile text.
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/answer/asked.ts';
import { facetLine } from '../../src/answer/facet.ts';
import { FACETS } from '../../src/chat.ts';
import type { Found } from '../../src/match/found.ts';
import { STATUSES, statusOf } from '../../src/matrix/status.ts';
import { sayIn } from '../../src/strings/strings.ts';
import { subjectOf } from '../../src/wording/block.ts';
import { FINDER, MATRIX, TODAY } from './world.ts';

const looking = { matrix: MATRIX, memory: null, today: TODAY, find: FINDER.find } as const;

test.each([
  ['hello', 'hello'],
  ['good morning team', 'hello'],
  ['hola', 'hello'],
  ['thanks a lot!', 'thanks'],
  ['ta very much', 'thanks'],
  ['merci beaucoup', 'thanks'],
  ['vielen Dank', 'thanks'],
  ['ありがとうございます', 'thanks'],
  ['bye', 'bye'],
  ['are you a bot?', 'bot'],
  ["you're useless", 'useless'],
  ['lol', 'laugh'],
  ['test', 'test'],
  ['ok', 'okay'],
  ['👍', 'okay'],
  ['never mind', 'never mind'],
  ["how's it going", 'well'],
  ['Happy Friday everyone!!', 'friday'],
])('%s is small talk', (text, says) => {
  expect(understand(text, looking)).toEqual({ kind: 'courtesy', says });
});

test.each(['?', '', 'help', 'what can you do', 'Hilfe', 'ayuda', 'aide', 'ヘルプ'])(
  '“%s” asks for help',
  (text) => {
    expect(understand(text, looking)).toEqual({ kind: 'help' });
  },
);

test.each([
  ['assign VPN access to Priya', 'vpn access'],
  ['make Priya the owner of dns', 'dns'],
  ['change the owner of mail flow to Northwind', 'mail flow'],
  ['Northwind should take over the firewall', 'the firewall'],
  ['give dns to the provider', 'dns'],
  ['put Sam down as backup for dns', 'dns'],
])('%s is a wish to change an owner', (text, subject) => {
  expect(understand(text, looking)).toMatchObject({ kind: 'assign', subject });
});

test.each([
  ['who covers the firewall on weekends', 'after_hours', 'admin.firewall'],
  ['who is the backup for mail flow', 'backup', 'cloud.mail-flow'],
  ['since when does northwind do mail flow', 'history', 'cloud.mail-flow'],
  ['is mail flow accepted', 'status', 'cloud.mail-flow'],
  ['is server patching going well', 'status', 'admin.server-patching'],
  ['when is mail flow reviewed next', 'next_review', 'cloud.mail-flow'],
  ['why is mail flow with northwind', 'reason', 'cloud.mail-flow'],
  ['how do I reach the owner of mail flow', 'contact', 'cloud.mail-flow'],
])('%s asks for a facet', (text, facet, task) => {
  const asked = understand(text, looking);
  expect(asked).toMatchObject({ kind: 'about', facet });
  const found = asked.kind === 'about' ? FINDER.find(asked.subject) : null;
  expect(found).toMatchObject({ kind: 'sure', hit: { task } });
});

describe('among two choices', () => {
  const [first, second] = ['support.printing', 'devices.printer-fleet'];
  const offered = [first, second];
  const memory = { named: [], offered, question: 'printers', facet: 'owner' };
  const picked = { ...memory, named: [first] };

  test.each([
    ['the second one', memory, second],
    ['2', memory, second],
    ['the one about servers', memory, second],
    ['no, the other one', picked, second],
    ['the last', memory, second],
  ])('%s', (text, before, task) => {
    const asked = understand(text, { ...looking, memory: before });
    expect(asked).toEqual({ kind: 'pick', tasks: [task], sure: true });
  });

  test.each(['both', 'all of them', 'beide', 'les deux'])('%s', (text) => {
    const asked = understand(text, { ...looking, memory });
    expect(asked).toEqual({ kind: 'pick', tasks: offered, sure: true });
  });

  test.each(['none of them', 'neither', 'keine davon', 'どれも違います'])('%s', (text) => {
    expect(understand(text, { ...looking, memory })).toEqual({ kind: 'none of these' });
  });
});

describe('every facet has a line for every status', () => {
  const say = sayIn('en-GB');
  const none = { times: 0, askers: 0 };
  test.each(STATUSES)('%s', (status) => {
    const task = MATRIX.tasks.find((each) => statusOf(each, MATRIX, TODAY) === status);
    expect(task, 'the sample has every status').toBeDefined();
    if (!task) return;
    for (const facet of FACETS) {
      const line = facetLine(subjectOf(task, MATRIX, TODAY, none, say), facet);
      expect(line).toContain(task.name);
      expect(line).not.toMatch(/[{}]|undefined|null/);
    }
  });
});

const HOSTILE = [
  'a ',
  'not ',
  'nobody ',
  'who is ',
  'if the ',
  'の',
  'ha',
  'und ',
  "l'",
  '? ',
  '。',
  '1 ',
];

test.each(HOSTILE)('4,000 characters of “%s” are read in no time', (part) => {
  const long = part.repeat(Math.ceil(4_000 / part.length)).slice(0, 4_000);
  const short = long.slice(0, 239);
  const find = (): Found => ({ kind: 'none', nearest: [] });
  const memory = { named: ['admin.dns'], offered: ['admin.dns'], question: short, facet: 'owner' };
  for (const text of [long, short]) {
    understand(text, { ...looking, memory, find });
    const before = performance.now();
    understand(text, { ...looking, memory, find });
    expect(performance.now() - before).toBeLessThan(50);
  }
});

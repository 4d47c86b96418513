// By words alone: questions about the starter's tasks, asked exactly, misspelt, in other words, or about something else.
import { describe, expect, test } from 'vitest';
import { createFinder } from '../../src/match/finder.ts';
import type { Found } from '../../src/match/found.ts';
import { shippedSynonyms } from '../../src/match/synonyms.ts';
import { starterTasks } from '../../src/matrix/starter/starter.ts';
import { OFF_TOPIC, PARAPHRASES } from './questions.ts';
import { randomFrom } from './random.ts';

const { find } = createFinder(starterTasks, { synonyms: shippedSynonyms(), learned: null });
const called = starterTasks.flatMap(({ id, name, aliases }) =>
  [name, ...aliases].map((phrase): [string, string] => [phrase, id]),
);

describe('a name or alias as it stands', () => {
  test.each(called)('%s is %s', (phrase, id) => {
    expect(sureOf(find(phrase))).toBe(id);
  });

  test.each(called)('who owns the %s? is %s', (phrase, id) => {
    expect(sureOf(find(`Hi, who owns the ${phrase.toUpperCase()} please?`))).toBe(id);
  });
});

describe('one slip of the keyboard in a name or alias of five letters or more', () => {
  const random = randomFrom(20_260);
  const grades = called
    .filter(([phrase]) => phrase.replace(/[^a-z]/gi, '').length >= 5)
    .map(([phrase, id]) => grade(find(slip(phrase, random)), [id]));

  test('finds the task or offers it in at least 96 of 100', () => {
    expect(share(grades, ['right', 'offered'])).toBeGreaterThanOrEqual(0.96);
  });

  test('names a wrong task in at most 5 of 1,000', () => {
    expect(share(grades, ['wrong'])).toBeLessThanOrEqual(0.005);
  });
});

describe.each([
  ['the half that weights were chosen on', 0],
  ['the half that was only measured', 1],
])('other words, %s', (_, half) => {
  const asked = PARAPHRASES.filter((__, i) => i % 2 === half);
  const grades = asked.map(({ text, tasks }) => grade(find(text), tasks));

  test('finds the task in at least 80 of 100', () => {
    expect(share(grades, ['right'])).toBeGreaterThanOrEqual(0.8);
  });

  test('finds it or offers it in at least 93 of 100', () => {
    expect(share(grades, ['right', 'offered'])).toBeGreaterThanOrEqual(0.93);
  });

  test('names a wrong task in at most 2 of 100', () => {
    expect(share(grades, ['wrong'])).toBeLessThanOrEqual(0.02);
  });
});

describe('questions that no task answers', () => {
  test('at least 97 of 100 get no owner', () => {
    const sure = OFF_TOPIC.filter((question) => find(question).kind === 'sure');
    expect(1 - sure.length / OFF_TOPIC.length).toBeGreaterThanOrEqual(0.97);
  });

  test.each([
    'who owns the coffee machine',
    'where is the closest architecture college',
    'who approves my parental leave',
    'what is the warranty on my microwave',
    'stolen bicycle',
    'am I connected to wifi',
  ])('%s: a shared word is not enough', (question) => {
    expect(find(question).kind).not.toBe('sure');
  });

  test.each(['', '   ', '?!…', 'who owns it?', 'help', 'who is responsible', '🙂'])(
    '"%s" asks about nothing',
    (question) => {
      expect(find(question)).toEqual({ kind: 'none', nearest: [] });
    },
  );
});

describe('spelling variants', () => {
  test.each([
    ['who runs mailflow?', 'cloud.mail-flow'],
    ['E-Mail flow', 'cloud.mail-flow'],
    ['on boarding', 'admin.onboarding'],
    ['Off-Boarding', 'admin.offboarding'],
    ['WI-FI', 'admin.wifi'],
    ['who is on-call', 'support.after-hours'],
    ['out-of-hours', 'support.after-hours'],
    ['software licence compliance', 'vendors.software-licensing'],
    ['software license compliance', 'vendors.software-licensing'],
    ['who owns the vnp', 'admin.remote-access'],
    ['ＶＰＮ', 'admin.remote-access'],
    ['M&A', 'projects.mergers'],
    ['who’s responsible for the IT budget?', 'strategy.budget'],
  ])('%s is %s', (question, id) => {
    expect(sureOf(find(question))).toBe(id);
  });
});

function sureOf(found: Found): string {
  return found.kind === 'sure' ? found.hit.task : found.kind;
}

function grade(found: Found, right: readonly string[]): 'right' | 'wrong' | 'offered' | 'missed' {
  if (found.kind === 'sure') return right.includes(found.hit.task) ? 'right' : 'wrong';
  const offered = found.kind === 'several' && found.hits.some(({ task }) => right.includes(task));
  return offered ? 'offered' : 'missed';
}

function share(grades: readonly string[], of: readonly string[]): number {
  return grades.filter((one) => of.includes(one)).length / grades.length;
}

function slip(phrase: string, random: () => number): string {
  const at = Math.floor(random() * (phrase.length - 1));
  const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)] ?? 'x';
  const [before, one, two] = [phrase.slice(0, at), phrase.charAt(at), phrase.charAt(at + 1)];
  const slips = [
    before + two + phrase.slice(at + 2),
    before + letter + phrase.slice(at),
    before + letter + phrase.slice(at + 1),
    before + two + one + phrase.slice(at + 2),
  ];
  return slips[Math.floor(random() * slips.length)] ?? phrase;
}

// What was learned from the phrasebook: that it is of this phrasebook, and what it makes of questions.
import { describe, expect, test } from 'vitest';
import { createFinder, shippedKnowledge } from '../../src/match/finder.ts';
import { shippedCalibration, trust } from '../../src/match/learned/calibration.ts';
import { likely, NO_TASK, shippedModel } from '../../src/match/learned/model.ts';
import { classesOf } from '../../src/match/learned/same-task.ts';
import { corrected, createSpelling } from '../../src/match/learned/spelling.ts';
import { phrasebookDigest, readExamples } from '../../src/match/learning/examples.ts';
import { starterTasks } from '../../src/matrix/starter/starter.ts';

const model = shippedModel();
const { find } = createFinder(
  starterTasks,
  shippedKnowledge(true, () => {}),
);

test('npm run train was not forgotten after a change to the phrasebook', () => {
  expect(shippedCalibration().phrasebook).toBe(phrasebookDigest());
});

test('every starter task has a class, and there is one for no task', () => {
  expect([...model.classes].sort()).toEqual([NO_TASK, ...starterTasks.map(({ id }) => id)].sort());
});

describe('the phrasebook', () => {
  const examples = readExamples(starterTasks);

  test.each(starterTasks.map(({ id }) => id))('says %s in at least 40 ways', (id) => {
    expect(
      examples.filter(({ tasks }) => tasks.length === 1 && tasks[0] === id).length,
    ).toBeGreaterThan(60);
  });

  test('names only tasks that there are', () => {
    const known = new Set([NO_TASK, ...starterTasks.map(({ id }) => id)]);
    const unknown = examples.flatMap(({ tasks }) => tasks).filter((task) => !known.has(task));
    expect(unknown).toEqual([]);
  });
});

test('shares are of one, whatever is asked', () => {
  for (const question of ['who owns mail flow', '', '🙂', 'プリンター', 'x'.repeat(5_000)]) {
    const { tasks, none } = likely(model, question);
    expect([...tasks.values()].reduce((sum, share) => sum + share, none)).toBeCloseTo(1, 6);
  }
});

describe('misspelt words', () => {
  const spelling = createSpelling([
    'password',
    'printer',
    'the',
    'phone',
    'mail',
    'flow',
    'new',
    'laptop',
  ]);
  test.each([
    ['pasword', ['password']],
    ['prnter', ['printer']],
    ['mailflow', ['mail', 'flow']],
    ['newlaptop', ['new', 'laptop']],
    ['sap', ['sap']],
    ['xylophone', ['xylophone']],
    ['printer', ['printer']],
  ])('%s is read as %j', (word, read) => {
    expect(corrected([word], spelling, new Set())).toEqual(read);
  });

  test('a word that the matrix uses is no slip', () => {
    expect(corrected(['prnter'], spelling, new Set(['prnter']))).toEqual(['prnter']);
  });
});

describe('said in other words', () => {
  test.each([
    ['my password expired and i cannot get in', 'support.password-reset'],
    ['the printer on the third floor eats paper again', 'support.printing'],
    ['who makes sure that laptops get their windows patches', 'devices.os-updates'],
    ['wer richtet das konto für neue kollegen ein', 'admin.onboarding'],
    ['el wifi va lentísimo en la sala de reuniones', 'admin.wifi'],
  ])('%s: the task is named or offered', (question, task) => {
    const found = find(question);
    const hits =
      found.kind === 'sure' ? [found.hit] : found.kind === 'none' ? found.nearest : found.hits;
    expect(hits.map((hit) => hit.task)).toContain(task);
  });
});

test('a task of the matrix is a starter task by id or by name', () => {
  const own = { aliases: [], description: '', area: 'x' };
  const tasks = [
    { ...own, id: 'cloud.mail-flow', name: 'Anything' },
    { ...own, id: 'row-7', name: 'Help desk' },
    { ...own, id: 'row-8', name: 'Grow tomatoes' },
  ];
  expect(classesOf(tasks, model.classes)).toEqual(
    new Map([
      ['cloud.mail-flow', 'cloud.mail-flow'],
      ['row-7', 'support.service-desk'],
    ]),
  );
});

test('trust rises with what speaks for an answer', () => {
  const { right } = shippedCalibration();
  const unlikely = trust(right, [1, Math.log(0.1), 0.5, Math.log(0.5), 0, 0.4, -1, 0.2, 0.6, 0.5]);
  const likelier = trust(right, [1, Math.log(0.98), 6, Math.log(0.01), 0.9, 0, 1, 0.9, 0.1, 0.1]);
  expect(likelier).toBeGreaterThan(unlikely);
});

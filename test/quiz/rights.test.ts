// What guests may not: nothing in the matrix, nobody's result; they may speak for the provider, alone.
import { expect, test } from 'vitest';
import { createInside } from '../../src/app.ts';
import type { Reply } from '../../src/cards.ts';
import type { Said, Turn } from '../../src/chat.ts';
import { starterDraft } from '../../src/matrix/starter/starter.ts';
import { openStore } from '../../src/sql/open.ts';

const SCOPE = { tenant: 't', matrix: 'main' };

async function openTalk() {
  const store = await openStore({ dataFolder: ':memory:' });
  const inside = createInside({
    ...{
      store,
      draft: () => starterDraft('Any'),
      phrasebook: false,
      admins: () => [],
      log: () => {},
    },
  });
  let turns = 0;
  async function take(
    said: Said,
    guest: boolean,
    where: Turn['where'],
    name = guest ? 'Guest' : 'Ada',
  ): Promise<Reply> {
    turns += 1;
    const { answered } = await inside.take(
      {
        tenant: 't',
        conversation: where === 'personal' ? name : where,
        where,
        speaker: { id: name, name, guest },
        zone: '',
        locale: 'en',
        now: new Date('2026-11-23T09:00:00Z'),
        said,
      },
      String(turns),
    );
    if (answered.kind !== 'reply') throw new Error(answered.kind);
    return answered.reply;
  }
  return { store, take, close: () => inside.close() };
}

const text = (words: string): Said => ({ kind: 'text', text: words });
const press = (verb: string, data: unknown): Said => ({ kind: 'action', verb, data });
const REFUSED = expect.objectContaining({
  text: expect.stringContaining('Guests can answer apart as the provider'),
});

/** The token of a step's card. */
function tokenOn(reply: Reply): string {
  return reply.kind === 'card' && reply.card === 'quiz-step' ? reply.data.at : '';
}

test('a guest does not take the quiz of all together, nor see its result', async () => {
  const { store, take, close } = await openTalk();
  for (const words of ['quiz', 'quiz restart', 'quiz as lead', 'quiz result', 'quiz export']) {
    expect(await take(text(words), true, 'group')).toEqual(REFUSED);
  }
  const card = await take(text('quiz'), false, 'group');
  const data = { at: tokenOn(card), go: 'next', task0: 'well' };
  expect(await take(press('quiz-step', data), true, 'group')).toEqual(REFUSED);
  const place = { run: 'r', model: 'full MSP', area: 'support' };
  expect(await take(press('quiz-accept-area', place), true, 'group')).toMatchObject({
    text: expect.stringContaining('Only people who may edit the matrix'),
  });
  expect(await store.revision(SCOPE)).toBe(1);
  await close();
});

test.each(['quiz-result', 'quiz-markdown'])(
  'a guest does not get it by %s either',
  async (verb) => {
    const { take, close } = await openTalk();
    let card = await take(text('quiz'), false, 'group');
    while (tokenOn(card) !== '') {
      card = await take(press('quiz-step', { at: tokenOn(card), go: 'next' }), false, 'group');
    }
    const run = card.kind === 'card' && card.card === 'quiz-verdict' ? card.data.run : '';
    expect(await take(press(verb, { run }), false, 'group')).toMatchObject({ kind: 'card' });
    expect(await take(press(verb, { run }), true, 'group')).toEqual(REFUSED);
    await close();
  },
);

test('a guest may answer apart as the provider, and that stays out of the matrix', async () => {
  const { store, take, close } = await openTalk();
  const first = await take(text('quiz as provider'), true, 'personal');
  const next = await take(
    press('quiz-step', { at: tokenOn(first), go: 'next', task0: 'failing', task1: 'nobody' }),
    true,
    'personal',
  );
  expect(next).toMatchObject({ card: 'quiz-step', data: { line: 'What only you can say' } });
  expect(await store.revision(SCOPE)).toBe(1);
  await close();
});

test.each([
  ['no token', { go: 'next' }],
  ['no way', { at: 'x:1' }],
  ['a way that is none', { at: 'x:1', go: 'sideways' }],
  ['an endless token', { at: 'x'.repeat(500), go: 'next' }],
])('a press with %s is refused', async (_what, data) => {
  const { take, close } = await openTalk();
  await expect(take(press('quiz-step', data), false, 'group')).rejects.toThrow('refused');
  await close();
});

test("a side's answers stay unseen, whatever is pressed, until one's own are given", async () => {
  const { take, close } = await openTalk();
  async function answerAs(side: string, who: string): Promise<string> {
    let card = await take(text(`quiz as ${side}`), false, 'personal', who);
    while (tokenOn(card) !== '') {
      const data = { at: tokenOn(card), go: 'next', task0: 'failing', Q5: 'open' };
      card = await take(press('quiz-step', data), false, 'personal', who);
    }
    return card.kind === 'card' && card.card === 'quiz-verdict' ? card.data.run : '';
  }
  const run = await answerAs('lead', 'Ada');
  expect(run).not.toBe('');
  const blind = { text: expect.stringContaining('Give your own answers first') };
  for (const verb of ['quiz-result', 'quiz-markdown', 'quiz-compare']) {
    expect(await take(press(verb, { run }), false, 'personal', 'Ben')).toMatchObject(blind);
  }
  await answerAs('leadership', 'Ben');
  expect(await take(press('quiz-compare', { run }), false, 'personal', 'Ben')).toMatchObject({
    card: 'quiz-compare',
  });
  expect(await take(text('quiz result'), false, 'personal', 'Cem')).toMatchObject({
    text: expect.stringContaining('no result yet'),
  });
  await close();
});

test('a side chosen on an old card throws nothing away', async () => {
  const { take, close } = await openTalk();
  const first = await take(text('quiz'), false, 'personal');
  const at = tokenOn(first);
  await take(press('quiz-step', { at, go: 'next', task0: 'well' }), false, 'personal');
  const late = await take(press('quiz-side', { at, side: 'lead' }), false, 'personal');
  expect(late).toMatchObject({
    data: {
      progress: expect.stringContaining('together'),
      warn: expect.stringContaining('earlier'),
    },
  });
  await close();
});

test('choices that no card offered are left out', async () => {
  const { store, take, close } = await openTalk();
  const first = await take(text('quiz'), false, 'group');
  const data = { at: tokenOn(first), go: 'skip', task0: 'perfect', task99: 'well', Q1: 7 };
  const asked = await take(press('quiz-step', data), false, 'group');
  await take(press('quiz-step', { at: tokenOn(asked), go: 'next', Q1: 'emperor' }), false, 'group');
  expect(await store.revision(SCOPE)).toBe(1);
  expect((await store.quizSession(SCOPE, 'group'))?.state).toContain('"said":{}');
  await close();
});

// From a matrix in which nobody has said anything: the pass over the work, late and simultaneous presses, resuming.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { starterDraft } from '../../src/matrix/starter/starter.ts';
import { GATE_TASKS } from '../../src/matrix/task.ts';
import { openStore } from '../../src/sql/open.ts';
import { startEngines } from './engines.ts';
import { buttons, labels, NOW, openPlayer, type Player, SCOPE, type Seen } from './player.ts';

const { engines, stop } = await startEngines();
afterAll(stop);

const WELL = 'We do it well';
const FAILING = 'We do it, and it is failing';
const NOBODY = 'Nobody clearly owns it';
const PROVIDER = 'Not ours: a provider does it well';
const NOT_HERE = 'Not ours: does not apply here';
const OLD = 'That card was from an earlier step';

const TEAM = { conversation: '19:team@thread.v2' };
const ADA = { ...TEAM, who: 'Ada' };
const BEN = { ...TEAM, who: 'Ben' };

/** Every task of the card the same way; tasks whose owner is known ask for less. */
const all = (seen: Seen, title: string) =>
  Object.fromEntries(labels(seen).map((label) => [label, title]));

describe.each(engines)('%s', (_engine, place) => {
  let player: Player;
  beforeEach(async () => {
    const at = await place();
    player = await openPlayer(() => openStore(at));
    return () => player.close();
  });

  const task = async (id: string) => {
    const matrix = await player.store().read(SCOPE);
    return matrix?.tasks.find((one) => one.id === id);
  };
  const history = (id: string) => player.store().lines(SCOPE, { task: id }, 9);

  test('twelve presses at most, and afterwards there is a matrix', async () => {
    let seen = await player.say('quiz');
    const names = new Map(starterDraft('').tasks.map(({ id, name }) => [id, name]));
    for (const id of GATE_TASKS) expect(labels(seen)).toContain(names.get(id));
    while (!buttons(seen).includes('As Markdown')) {
      const isTasks = seen.text.startsWith('How is the work going?');
      const [next = ''] = buttons(seen);
      seen = await player.press(seen, next, isTasks ? all(seen, WELL) : {});
    }
    expect(player.presses()).toBeLessThanOrEqual(12);
    expect(seen.text).toContain('96 of 160 tasks assessed');

    const now = await task('cloud.mail-flow');
    expect(now).toMatchObject({
      health: 'well',
      ownership: { kind: 'owned', lead: { party: 'internal-it' }, acceptedOn: null },
      version: 2,
    });
    const [line] = await history('cloud.mail-flow');
    expect(line).toMatchObject({ by: { name: 'Ada' }, why: 'said in the quiz', at: NOW });
    expect(line?.batch).not.toBe('');

    const before = player.presses();
    seen = await player.say('quiz');
    expect(seen.text).toContain('the matrix answers');
    while (!buttons(seen).includes('As Markdown')) {
      seen = await player.press(
        seen,
        buttons(seen).includes('Check the matrix') ? 'Check the matrix' : (buttons(seen)[0] ?? ''),
      );
    }
    expect(player.presses() - before).toBeLessThanOrEqual(4);
  });

  test('each way to say it is written as what it says, and blanks are left open', async () => {
    const seen = await player.say('quiz');
    await player.press(seen, 'Next', {
      'New starter setup': FAILING,
      'Device compliance follow-up': NOBODY,
      'Mail flow': PROVIDER,
      'Vendor support escalation': NOT_HERE,
    });
    expect(await task('admin.onboarding')).toMatchObject({ health: 'failing' });
    expect(await task('devices.compliance')).toMatchObject({
      health: 'unknown',
      ownership: { kind: 'nobody', since: '2026-11-23' },
    });
    expect(await task('cloud.mail-flow')).toMatchObject({
      health: 'well',
      ownership: { kind: 'owned', lead: { party: 'provider' } },
    });
    expect(await task('vendors.escalation')).toMatchObject({
      ownership: { kind: 'not applicable' },
    });
    expect(await history('security.policy-changes')).toHaveLength(1);
    const parties = (await player.store().read(SCOPE))?.parties;
    expect(parties).toMatchObject([
      { id: 'internal-it', side: 'internal' },
      { id: 'provider', side: 'msp' },
    ]);
  });

  test('going back shows what was said, and a second thought is one more line of history', async () => {
    let seen = await player.say('quiz');
    seen = await player.press(seen, 'Next', { 'Mail flow': WELL, 'IT budget': NOBODY });
    seen = await player.press(seen, 'Back');
    expect(seen.text).toContain(`Mail flow: <${WELL}>`);
    await player.press(seen, 'Next', { 'Mail flow': PROVIDER });
    expect(await history('cloud.mail-flow')).toHaveLength(3);
    expect(await history('strategy.budget')).toHaveLength(2);
    expect(await task('cloud.mail-flow')).toMatchObject({
      ownership: { lead: { party: 'provider' } },
    });
  });

  test('what somebody else settled meanwhile is left alone, and said', async () => {
    const seen = await player.say('quiz', ADA);
    const mine = await player.say('quiz', { who: 'Ben' });
    await player.press(mine, 'Next', { 'Mail flow': PROVIDER }, { who: 'Ben' });
    const next = await player.press(seen, 'Next', { 'Mail flow': WELL, 'IT budget': WELL }, ADA);
    expect(next.text).toContain('Settled by somebody else meanwhile and left as it is: Mail flow.');
    expect(await task('cloud.mail-flow')).toMatchObject({
      ownership: { lead: { party: 'provider' } },
      version: 2,
    });
    expect(await task('strategy.budget')).toMatchObject({ health: 'well' });
  });

  test('a late press changes nothing, says so, and shows where it stands', async () => {
    const first = await player.say('quiz', ADA);
    await player.press(first, 'Next', { 'Mail flow': WELL }, ADA);
    const revision = await player.store().revision(SCOPE);
    for (const old of [false, true]) {
      const late = await player.press(first, 'Next', { 'Mail flow': NOBODY }, { ...BEN, old });
      expect(late.text).toContain(OLD);
      expect(late.text).toContain('Step 2 of');
    }
    expect(await player.store().revision(SCOPE)).toBe(revision);
    expect(await task('cloud.mail-flow')).toMatchObject({ health: 'well', version: 2 });
  });

  test('of two who press at once one is taken, the other is told, and nothing is lost', async () => {
    let seen = await player.say('quiz', ADA);
    for (const step of [2, 3, 4]) {
      const [a = ''] = labels(seen);
      const both = await Promise.all([
        player.press(seen, 'Next', { [a]: WELL }, ADA),
        player.press(seen, 'Next', { [a]: FAILING }, BEN),
      ]);
      const [told, ...more] = both.filter(({ text }) => text.includes(OLD));
      expect(told && more.length === 0, both.map(({ text }) => text).join('\n---\n')).toBe(true);
      expect(both.every(({ text }) => text.includes(`Step ${step} of`))).toBe(true);
      const said = both[0] === told ? 'failing' : 'well';
      const matrix = await player.store().read(SCOPE);
      const named = matrix?.tasks.find(({ name }) => name === a);
      expect(named).toMatchObject({ health: said, version: 2 });
      seen = both.find((one) => one !== told) ?? seen;
    }
    const session = await player.store().quizSession(SCOPE, TEAM.conversation);
    expect(session?.version).toBe(4);
  });

  test('two who begin at once share one run', async () => {
    const [a, b] = await Promise.all([player.say('quiz', ADA), player.say('quiz', BEN)]);
    expect(a.text).toBe(b.text);
    const next = await player.press(a, 'Next', {}, ADA);
    expect(next.text).toContain('Step 2 of');
    expect((await player.press(b, 'Next', {}, BEN)).text).toContain(OLD);
  });

  test('resumes from every step after a restart, in the same conversation on any device', async () => {
    let seen = await player.say('quiz', ADA);
    let steps = 0;
    while (!buttons(seen).includes('As Markdown')) {
      await player.restart();
      const resumed = await player.say('quiz', ADA);
      expect(resumed.text).toBe(seen.text);
      const isTasks = seen.text.startsWith('How is the work going?');
      seen = await player.press(
        resumed,
        buttons(resumed)[0] ?? '',
        isTasks ? all(resumed, NOBODY) : {},
        ADA,
      );
      steps += 1;
    }
    expect(steps).toBeGreaterThan(8);
    await player.restart();
    const late = await player.press(seen, 'Back', {}, BEN);
    expect(late.text).toContain('Step ');
  }, 60_000);

  test('a run left alone for a month begins afresh', async () => {
    const seen = await player.say('quiz');
    await player.press(seen, 'Next');
    player.at(new Date('2026-12-30T09:00:00Z'));
    expect((await player.say('quiz')).text).toContain('Step 1 of');
  });
});

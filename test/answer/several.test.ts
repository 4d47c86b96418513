// Several owners asked for in one question, clause by clause.
import { describe, expect, test } from 'vitest';
import { createTalk } from './world.ts';

describe('each clause that asks for an owner gets one', () => {
  test.each([
    [
      'DR plan owner? and who set the recovery time targets?',
      ['security.dr-plan', 'strategy.recovery-targets'],
    ],
    ['who sets up new starters and who orders computers', ['admin.onboarding', 'devices.ordering']],
    ['wer betreut DNS und wer macht server patching', ['admin.dns', 'admin.server-patching']],
  ])('%s', async (question, tasks) => {
    expect((await createTalk().say(question)).about).toMatchObject({ kind: 'owner', tasks });
  });

  test('one that is not sure leaves the question whole', async () => {
    const { about } = await createTalk().say('who does dns and who feeds the cat');
    expect(about.tasks).not.toHaveLength(2);
  });
});

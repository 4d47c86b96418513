// Follow-ups about the task just named, about another one, and about choices just offered.
import { describe, expect, test } from 'vitest';
import { createTalk, MATRIX } from './world.ts';

describe('after a task was named', () => {
  test.each([
    ['and at night?', 'cloud.mail-flow', 'after_hours'],
    ['what if it dies on a sunday', 'cloud.mail-flow', 'after_hours'],
    ['are northwind available at weekends', 'cloud.mail-flow', 'after_hours'],
    ['contct?', 'cloud.mail-flow', 'contact'],
    ['where do i raise that', 'cloud.mail-flow', 'contact'],
    ['since?', 'cloud.mail-flow', 'history'],
    ['still good?', 'cloud.mail-flow', 'status'],
    ["when's that up", 'cloud.mail-flow', 'next_review'],
    ["et s'il est absent ?", 'cloud.mail-flow', 'backup'],
    ['what about sundays', 'cloud.mail-flow', 'after_hours'],
    ['who covers christmas', 'cloud.mail-flow', 'after_hours'],
    ["who's the deputy", 'cloud.mail-flow', 'backup'],
    ["if he's on holiday?", 'cloud.mail-flow', 'backup'],
    ["what if they don't pick up", 'cloud.mail-flow', 'backup'],
    ["is anyone else able to help when they're away", 'cloud.mail-flow', 'backup'],
    ['how do I reach them?', 'cloud.mail-flow', 'contact'],
    ['got a phone number for that?', 'cloud.mail-flow', 'contact'],
    ["what's their email", 'cloud.mail-flow', 'contact'],
    ['where do I write to', 'cloud.mail-flow', 'contact'],
    ['since when?', 'cloud.mail-flow', 'history'],
    ['how long have they had it', 'cloud.mail-flow', 'history'],
    ['who set it up that way', 'cloud.mail-flow', 'history'],
    ['who had it before', 'cloud.mail-flow', 'history'],
    ['by whom was it assigned', 'cloud.mail-flow', 'history'],
    ['why northwind?', 'cloud.mail-flow', 'reason'],
    ['why?', 'cloud.mail-flow', 'reason'],
    ['why is it with them', 'cloud.mail-flow', 'reason'],
    ["what's the reason", 'cloud.mail-flow', 'reason'],
    ['says who', 'cloud.mail-flow', 'history'],
    ['is it accepted', 'cloud.mail-flow', 'status'],
    ['did they agree to it', 'cloud.mail-flow', 'status'],
    ['how is it going', 'cloud.mail-flow', 'status'],
    ['any problems with it?', 'cloud.mail-flow', 'status'],
    ['is that up to date', 'cloud.mail-flow', 'status'],
    ['when is it reviewed next', 'cloud.mail-flow', 'next_review'],
    ['when will that be checked again', 'cloud.mail-flow', 'next_review'],
    ['next review?', 'cloud.mail-flow', 'next_review'],
    ['how often is it reviewed', 'cloud.mail-flow', 'next_review'],
    ['¿y por la noche?', 'cloud.mail-flow', 'after_hours'],
    ['¿quién es el suplente?', 'cloud.mail-flow', 'backup'],
    ['¿cómo los contacto?', 'cloud.mail-flow', 'contact'],
    ['¿desde cuándo?', 'cloud.mail-flow', 'history'],
    ['¿por qué ellos?', 'cloud.mail-flow', 'reason'],
    ['und nachts?', 'cloud.mail-flow', 'after_hours'],
    ['wer ist die Vertretung?', 'cloud.mail-flow', 'backup'],
    ['wie erreiche ich die?', 'cloud.mail-flow', 'contact'],
    ['seit wann?', 'cloud.mail-flow', 'history'],
    ['warum die?', 'cloud.mail-flow', 'reason'],
    ['wann wird das wieder geprüft?', 'cloud.mail-flow', 'next_review'],
    ['et la nuit ?', 'cloud.mail-flow', 'after_hours'],
    ['qui le remplace ?', 'cloud.mail-flow', 'backup'],
    ['comment les joindre ?', 'cloud.mail-flow', 'contact'],
    ['depuis quand ?', 'cloud.mail-flow', 'history'],
    ['pourquoi eux ?', 'cloud.mail-flow', 'reason'],
    ['夜間は？', 'cloud.mail-flow', 'after_hours'],
    ['代わりの人は？', 'cloud.mail-flow', 'backup'],
    ['連絡先は？', 'cloud.mail-flow', 'contact'],
    ['いつから？', 'cloud.mail-flow', 'history'],
    ['なぜ？', 'cloud.mail-flow', 'reason'],
    ['who is it again?', 'cloud.mail-flow', 'owner'],
    ['what about dns?', 'admin.dns', 'owner'],
    ['and for onboarding', 'admin.onboarding', 'owner'],
    ['same for the firewall', 'admin.firewall', 'owner'],
    ['and the vpn too?', 'admin.remote-access', 'owner'],
    ['¿y el firewall?', 'admin.firewall', 'owner'],
    ['und die Firewall?', 'admin.firewall', 'owner'],
    ['alright, and who covers nights', 'cloud.mail-flow', 'after_hours'],
    ['what about 2am', 'cloud.mail-flow', 'after_hours'],
    ['are northwind reachable at night', 'cloud.mail-flow', 'after_hours'],
    ['and for printing at night?', 'support.printing', 'after_hours'],
    ['give me their phone number', 'cloud.mail-flow', 'contact'],
    ['what are their hours', 'cloud.mail-flow', 'contact'],
    ['escalate to whom?', 'cloud.mail-flow', 'contact'],
    ['and if nobody picks up', 'cloud.mail-flow', 'backup'],
    ['show me the history', 'cloud.mail-flow', 'history'],
    ['last change?', 'cloud.mail-flow', 'history'],
    ['who was it last year', 'cloud.mail-flow', 'history'],
    ['is it in the contract?', 'cloud.mail-flow', 'reason'],
    ['where is that written down', 'cloud.mail-flow', 'reason'],
    ['have they said yes', 'cloud.mail-flow', 'status'],
    ['really?', 'cloud.mail-flow', 'status'],
    ['sure about that?', 'cloud.mail-flow', 'status'],
    ['is that resolved?', 'cloud.mail-flow', 'status'],
    ['how long is that ok for', 'cloud.mail-flow', 'next_review'],
    ['when was it last done', 'cloud.mail-flow', 'next_review'],
    ['not mail flow, dns', 'admin.dns', 'owner'],
    ['no, dns', 'admin.dns', 'owner'],
    ['nicht mail flow, sondern dns', 'admin.dns', 'owner'],
    ['und im Urlaub?', 'cloud.mail-flow', 'backup'],
    ['et en vacances ?', 'cloud.mail-flow', 'backup'],
    ['メールは？', 'cloud.mail-flow', 'contact'],
    ["what if they're closed", 'cloud.mail-flow', 'after_hours'],
    ['what happens if it fails on a sunday', 'cloud.mail-flow', 'after_hours'],
    ['who backs them up', 'cloud.mail-flow', 'backup'],
    ['who handed it to them', 'cloud.mail-flow', 'history'],
    ['since what date', 'cloud.mail-flow', 'history'],
    ["what's the basis for that", 'cloud.mail-flow', 'reason'],
    ['did she leave?', 'cloud.mail-flow', 'status'],
    ['till when', 'cloud.mail-flow', 'next_review'],
    ['wen rufe ich da an?', 'cloud.mail-flow', 'contact'],
    ['what about the backup for dns', 'admin.dns', 'backup'],
    ['phone number for dns?', 'admin.dns', 'contact'],
  ])('%s', async (question, task, facet) => {
    const talk = createTalk();
    await talk.say('who owns mail flow');
    const { about } = await talk.say(question);
    expect(about).toMatchObject({ kind: 'owner', tasks: [task], facet });
  });

  test('the facet goes along to another task, and a new question starts afresh', async () => {
    const talk = createTalk();
    await talk.say('who is the backup for mail flow');
    expect((await talk.say('what about dns?')).about).toMatchObject({
      tasks: ['admin.dns'],
      facet: 'backup',
    });
    expect((await talk.say('who owns the firewall')).about).toMatchObject({
      tasks: ['admin.firewall'],
      facet: 'owner',
    });
  });

  test('"hand it to someone" is a wish to change the owner', async () => {
    const talk = createTalk();
    await talk.say('who owns mail flow');
    expect((await talk.say('hand it to someone else')).about).toEqual({
      kind: 'command',
      tasks: ['cloud.mail-flow'],
      facet: 'assign',
    });
  });

  test('without a task before it, a follow-up asks which', async () => {
    const { reply } = await createTalk().say('their number?');
    expect(reply).toMatchObject({ text: expect.stringContaining('About which task?') });
  });
});

describe('after a list', () => {
  const gaps = () => MATRIX.tasks.filter(({ ownership }) => ownership.kind === 'nobody');

  test.each([
    ['the second one', 1],
    ['3', 2],
    ['number 1', 0],
    ['el segundo', 1],
    ['die dritte', 2],
  ])('%s', async (picked, place) => {
    const talk = createTalk();
    const { about } = await talk.say('what does nobody own?');
    expect(about.tasks.length).toBeGreaterThanOrEqual(Math.min(3, gaps().length));
    expect((await talk.say(picked)).about.tasks).toEqual([about.tasks[place]]);
  });

  test('by a word, by all of them, by none, by a place that is not there', async () => {
    const talk = createTalk();
    const { about } = await talk.say('what does nobody own?');
    expect((await talk.say('the one about leavers')).about.tasks).toEqual(['devices.returns']);
    await talk.say('what does nobody own?');
    expect((await talk.say('all of them')).about.tasks).toEqual(about.tasks.slice(0, 3));
    await talk.say('what does nobody own?');
    expect((await talk.say('none of them')).about.kind).toBe('none');
    await talk.say('what does nobody own?');
    expect((await talk.say('the eighth')).about.tasks).not.toEqual([about.tasks.at(-1)]);
  });

  test('it can be narrowed', async () => {
    const talk = createTalk();
    await talk.say('what does nobody own?');
    expect((await talk.say('and in security?')).about.filter).toEqual({
      status: 'nobody',
      area: 'security',
    });
  });
});

test('a count says the number first', async () => {
  const { reply } = await createTalk().say('how many tasks does the provider own?');
  expect(reply).toMatchObject({ data: { line: expect.stringMatching(/^\d+ tasks/) } });
});

test('a list of changes holds what the history says', async () => {
  const { about } = await createTalk('Tove Berg', ['admin.dns']).say('what changed since Monday');
  expect(about.tasks).toEqual(['admin.dns']);
});

test('the most important stand first', async () => {
  const { about } = await createTalk().say('everything with the provider');
  const ranks = about.tasks.map((id) =>
    ['high', 'medium', 'low'].indexOf(MATRIX.tasks.find((t) => t.id === id)?.importance ?? ''),
  );
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
});

test.each(['the one about help', 'printing help'])(
  '%s: a word of every question picks too',
  async (text) => {
    const talk = createTalk();
    expect((await talk.say("Who's got printers?")).about.kind).toBe('choices');
    expect((await talk.say(text)).about.tasks).toEqual(['support.printing']);
  },
);

test('what is asked about the task just named, and not understood, is said on its card', async () => {
  const talk = createTalk();
  await talk.say('who owns mail flow');
  const { about, reply } = await talk.say('can they juggle it');
  expect(about).toMatchObject({ kind: 'owner', tasks: ['cloud.mail-flow'], facet: 'owner' });
  expect(reply).toMatchObject({ data: { note: expect.stringContaining('I am not sure what') } });
});

test.each(['who replaces it', 'who shuts it down for good'])(
  '%s: what a pronoun stands for is asked, not guessed',
  async (question) => {
    const talk = createTalk();
    await talk.say('who owns the switches');
    const { about } = await talk.say(question);
    expect(about.kind === 'owner' && about.facet === 'owner' ? about.tasks : []).not.toContain(
      'projects.server-retirement',
    );
  },
);

test('"and dns?" keeps what was asked, though the task before it is still to be picked', async () => {
  const talk = createTalk();
  expect((await talk.say('who is the backup for printers?')).about.kind).toBe('choices');
  expect((await talk.say('and dns?')).about).toMatchObject({
    tasks: ['admin.dns'],
    facet: 'backup',
  });
});

test('a facet asked while choices are open waits for the pick', async () => {
  const talk = createTalk();
  const { about } = await talk.say("Who's got printers?");
  expect(about.kind).toBe('choices');
  expect((await talk.say('who stands in for them?')).about).toMatchObject({
    kind: 'choices',
    tasks: about.tasks,
  });
  expect((await talk.say('the first one')).about).toMatchObject({
    tasks: [about.tasks[0]],
    facet: 'backup',
  });
});

// Invokes of the message extension in shapes that no client sends: each gets a clear answer, and none breaks anything.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aboutMessage, type Desk, gotOf, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const deep = (levels: number): unknown => (levels === 0 ? 'x' : { data: deep(levels - 1) });
const JUNK: readonly [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['true', true],
  ['a text', 'mail flow'],
  ['an empty text', ''],
  ['a list', []],
  ['a list of nothing', [null, null]],
  ['an empty object', {}],
  ['deep', deep(20)],
  ['__proto__', JSON.parse('{"__proto__":{"commandId":"find"}}')],
  ['a constructor', { constructor: { prototype: {} } }],
  ['another command', { commandId: 'drop-tables' }],
  ['a command that is a list', { commandId: ['find'] }],
  ['a command that is an object', { commandId: { find: true } }],
];

const QUERIES: readonly [string, unknown][] = [
  ['parameters that are a text', { commandId: 'find', parameters: 'query' }],
  ['parameters that are an object', { commandId: 'find', parameters: { name: 'query' } }],
  ['a parameter that is null', { commandId: 'find', parameters: [null] }],
  ['no parameters', { commandId: 'find' }],
  ['a name that is a number', { commandId: 'find', parameters: [{ name: 7, value: 'x' }] }],
  ['a value that is a number', { commandId: 'find', parameters: [{ name: 'query', value: 7 }] }],
  ['a value that is null', { commandId: 'find', parameters: [{ name: 'query', value: null }] }],
  ['a value that is a list', { commandId: 'find', parameters: [{ name: 'query', value: ['x'] }] }],
  [
    'too many parameters',
    { commandId: 'find', parameters: Array(11).fill({ name: 'a', value: 'x' }) },
  ],
  ['options that are a text', { commandId: 'find', parameters: [], queryOptions: 'all' }],
  ['a page that is a text', { commandId: 'find', parameters: [], queryOptions: { skip: '8' } }],
];

const who = 'who-owns';
const payload = (messagePayload: unknown) => ({ commandId: who, messagePayload });
const MESSAGES: readonly [string, unknown][] = [
  ['no message', { commandId: who }],
  ['a message that is null', payload(null)],
  ['a message that is a text', payload('mail flow')],
  ['a message that is a list', payload([])],
  ['no body', payload({})],
  ['a body that is a text', payload({ body: 'mail flow' })],
  ['content that is a number', payload({ body: { content: 7 } })],
  ['content that is a list', payload({ body: { content: ['mail flow'] } })],
  ['a type that is a list', payload({ body: { content: 'mail flow', contentType: ['html'] } })],
  ['a subject that is a number', payload({ subject: 7, body: { content: 'mail flow' } })],
  ['content that is null', payload({ body: { content: null } })],
];

const data = (given: unknown) => ({ commandId: who, data: given });
const SUBMITTED: readonly [string, unknown][] = [
  ['no data', { commandId: who }],
  ['data that is null', data(null)],
  ['data that is a text', data('edit')],
  ['data that is a list', data(['edit'])],
  ['no verb', data({ task: 'cloud.mail-flow' })],
  ['an empty verb', data({ verb: '' })],
  ['a verb that is a number', data({ verb: 7 })],
  ['a verb that is a list', data({ verb: ['edit'] })],
  ['a verb too long', data({ verb: 'x'.repeat(129) })],
  ['a verb of no card', data({ verb: 'constructor' })],
  ['a task that is an object', data({ verb: 'edit', task: { id: 'x' } })],
];

const LINKS: readonly [string, unknown][] = [
  ['a link that is a number', { url: 7 }],
  ['a link that is null', { url: null }],
  ['a link that is a list', { url: ['https://remit.contoso.com/tab/?task=x'] }],
  ['a link that is an object', { url: { href: 'x' } }],
  ['an empty link', { url: '' }],
  ['a link without a host', { url: 'https://' }],
  ['a link with a broken escape', { url: 'https://remit.contoso.com/tab/?task=%E0%A4%A' }],
  ['half a character', { url: 'https://remit.contoso.com/tab/?task=\ud83e' }],
  ['a link too long', { url: `https://remit.contoso.com/tab/?task=${'x'.repeat(20_000)}` }],
  ['data', { url: 'data:text/html,x' }],
];

const UNREAD = 'I could not read what is looked for. Type it again.';

describe.each([...JUNK, ...QUERIES])('a search with %s', (_, value) => {
  test('is asked for again', async () => {
    expect(await desk.send('query', value)).toEqual({ kind: 'note', text: UNREAD });
  });
});

describe.each([...JUNK, ...MESSAGES])('a message with %s', (_, value) => {
  test('has no words to go by', async () => {
    const got = await desk.send('fetchTask', value);
    expect(JSON.stringify(got)).toContain('This message has no words to go by.');
  });
});

describe.each([...JUNK, ...SUBMITTED])('a press with %s', (_, value) => {
  test('is told to ask again, and changes nothing', async () => {
    const before = desk.commits.length;
    const got = await desk.send('submitAction', value);
    expect(JSON.stringify(got)).toMatch(/Ask again and use the fresh card/);
    expect(desk.commits.length).toBe(before);
  });
});

describe.each([...JUNK, ...LINKS])('a link with %s', (_, value) => {
  test.each(['queryLink', 'anonymousQueryLink'])('%s shows nothing', async (name) => {
    expect(await desk.send(name, value)).toEqual({ kind: 'list', results: [] });
  });
});

test('what breaks inside is apologised for in the shape that the client waits for', async () => {
  const broken = await openDesk();
  broken.store.known = () => Promise.reject(new Error('no disk'));
  const query = { commandId: 'find', parameters: [{ name: 'query', value: 'mail flow' }] };
  const bodies = [
    await broken.raw('query', query),
    await broken.raw('fetchTask', aboutMessage('mail flow')),
    await broken.raw('submitAction', { commandId: who, data: { verb: 'show', task: 'x' } }),
  ];
  for (const { status, body } of bodies) {
    expect(status).toBe(200);
    expect(JSON.stringify(gotOf(body))).toMatch(/Something went wrong/);
    expect(JSON.stringify(body)).not.toContain('no disk');
  }
  await broken.close();
});

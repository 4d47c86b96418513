// Files from strangers' addresses: which hosts are asked, what is taken from them, and what of it reaches the inside.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainName } from '../../src/sheet/file-name.ts';
import { createFiles, publicOnly } from '../../src/teams/files.ts';
import { loopbackFiles, teamsFiles } from '../../src/teams/hosts.ts';
import { attached, channelPost, consent, message } from '../support/activities.ts';
import { createFakeFiles, type FakeFiles } from '../support/file-host.ts';
import { type Running, replying, startRunning } from './running.ts';

/** Long enough for a busy machine to answer, short enough to wait for. */
const TIMEOUT_MS = 1_500;
const BYTES = Buffer.from('Task,Client,MSP\nMail flow,A,R\n');

let host: FakeFiles;
beforeAll(async () => {
  host = await createFakeFiles();
});
afterAll(() => host.close());

describe('addresses of files', () => {
  test.each([
    ['https://contoso-my.sharepoint.com/personal/p/_layouts/15/download.aspx?tempauth=x', true],
    ['https://contoso.sharepoint.us/a', true],
    ['https://contoso.sharepoint-mil.us/a', true],
    ['http://contoso.sharepoint.com/a', false],
    ['https://contoso.sharepoint.com:8443/a', false],
    ['https://contoso.sharepoint.com.evil.example/a', false],
    ['https://evilsharepoint.com/a', false],
    ['https://user:pass@contoso.sharepoint.com/a', false],
    ['https://evil.example/?.sharepoint.com', false],
    ['https://evil.example#.sharepoint.com', false],
    ['https://evil.example\\.sharepoint.com/a', false],
    ['https://169.254.169.254/latest/meta-data', false],
    ['https://[::ffff:169.254.169.254]/', false],
    ['https://127.0.0.1/a', false],
    ['file:///etc/passwd', false],
    [`https://contoso.sharepoint.com/${'a'.repeat(9_000)}`, false],
    ['', false],
  ])('%s: %s', (address, good) => {
    expect(teamsFiles(address)).toBe(good);
  });

  test.each([
    ['http://127.0.0.1:3000/a?b', true],
    ['http://localhost/a', true],
    ['http://10.0.0.1/a', false],
    ['https://contoso.sharepoint.com/a', false],
    ['ftp://127.0.0.1/a', false],
  ])('in local mode %s: %s', (address, good) => {
    expect(loopbackFiles(address)).toBe(good);
  });

  const resolved = (addresses: string[]) =>
    new Promise<string>((resolve) => {
      const family = (address: string) => (address.includes(':') ? 6 : 4);
      const lookup = publicOnly((_, __, done) =>
        done(
          null,
          addresses.map((address) => ({ address, family: family(address) })),
        ),
      );
      lookup('contoso.sharepoint.com', {}, (error, address) =>
        resolve(error ? error.message : String(address)),
      );
    });

  test.each([
    ...['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.20.0.1', '192.168.1.1', '100.64.0.1'],
    ...['0.0.0.0', '::1', '::', 'fe80::1', 'fd00:ec2::254', '::ffff:169.254.169.254'],
    ...['::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '::10.0.0.1', '64:ff9b:1::a00:1'],
    ...['2002:a9fe:a9fe::1', '2001:0:a00:1::1', 'fec0::1'],
  ])('a name that leads to %s is not followed', async (address) => {
    expect(await resolved([address])).toBe('not a public address');
    expect(await resolved(['13.107.136.8', address])).toBe('not a public address');
  });

  test('a name that leads outside is', async () => {
    expect(await resolved(['13.107.136.8'])).toBe('13.107.136.8');
    expect(await resolved(['2620:1ec:8f8::8'])).toBe('2620:1ec:8f8::8');
  });
});

describe('a download', () => {
  const files = () => createFiles({ local: true, timeoutMs: TIMEOUT_MS });
  const NOT_REACHED = { kind: 'unread', why: 'not reached' };

  test('brings the bytes', async () => {
    expect(await files().fetch(host.offer({ bytes: BYTES }))).toEqual({
      kind: 'bytes',
      bytes: BYTES,
    });
  });

  test('of 50 MB ends soon after ten', async () => {
    const before = host.flooded();
    const fetched = await files().fetch(host.offer('flood'));
    expect(fetched).toEqual({ kind: 'unread', why: 'too large' });
    expect(host.flooded() - before).toBeLessThan(20_000_000);
  });

  test('that says it is larger is not begun', async () => {
    const large = host.offer({ bytes: Buffer.alloc(10_000_001) });
    expect(await files().fetch(large)).toEqual({ kind: 'unread', why: 'too large' });
  });

  test.each(['drip', 'hang', 'reset'] as const)('that comes to a %s ends in time', async (how) => {
    const begun = performance.now();
    expect(await files().fetch(host.offer(how))).toEqual(NOT_REACHED);
    expect(performance.now() - begun).toBeLessThan(TIMEOUT_MS * 2);
  });

  test.each(['http://169.254.169.254/latest/meta-data', 'http://127.0.0.1/elsewhere'])(
    'is not led on to %s',
    async (redirect) => {
      const before = host.asked.length;
      expect(await files().fetch(host.offer({ redirect }))).toEqual(NOT_REACHED);
      expect(host.asked.length).toBe(before + 1);
    },
  );

  test('beyond four at once is put off', async () => {
    const busy = files();
    const four = Array.from({ length: 4 }, () => busy.fetch(host.offer('hang')));
    expect(await busy.fetch(host.offer({ bytes: BYTES }))).toEqual({
      kind: 'unread',
      why: 'too many',
    });
    expect(await Promise.all(four)).toEqual(Array(4).fill(NOT_REACHED));
    expect(await busy.fetch(host.offer({ bytes: BYTES }))).toMatchObject({ kind: 'bytes' });
  });

  test('goes to no host that is not trusted', async () => {
    const asked = host.asked.length;
    const real = createFiles({ local: false, timeoutMs: TIMEOUT_MS });
    expect(await real.fetch(host.offer({ bytes: BYTES }))).toEqual(NOT_REACHED);
    expect(await real.put(host.place, BYTES)).toBe(false);
    expect(host.asked.length).toBe(asked);
  });
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\p\\matrix.xlsx', 'matrix.xlsx'],
  ['matrix\u202exslx.exe', 'matrixxslx.exe'],
  ['a\u0000b\nc\u2028d', 'abcd'],
  ['..', '..'],
  ['/', ''],
  ['責任表.csv', '責任表.csv'],
])('the name %j is %j', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

describe('the bot', () => {
  let bot: Running;
  beforeAll(async () => {
    bot = await startRunning({ files: { local: true, timeoutMs: TIMEOUT_MS } });
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.heard.length = 0;
    bot.connector.forget();
  });
  const at = () => bot.connector.serviceUrl;
  const said = () => bot.heard[0]?.turn.said;
  const read = async () => {
    const heard = said();
    return heard?.kind === 'file' && heard.file.kind === 'handed' ? heard.file.read() : null;
  };

  test('hands the inside a way to the bytes, fetches them once it is taken, and keeps the address to itself', async () => {
    const asked = host.asked.length;
    await bot.deliver(attached(at(), 'plan.csv', host.offer({ bytes: BYTES })));
    expect(said()).toMatchObject({ kind: 'file', file: { kind: 'handed', name: 'plan.csv' } });
    expect(host.asked.length).toBe(asked);
    expect([await read(), await read()]).toEqual(Array(2).fill({ kind: 'bytes', bytes: BYTES }));
    expect(host.asked.length).toBe(asked + 1);
    expect(JSON.stringify([bot.heard, bot.logged])).not.toContain('secret-of');
  });

  test('tells the inside what could not be fetched', async () => {
    const meta = { redirect: 'http://169.254.169.254/' };
    await bot.deliver(attached(at(), 'plan.csv', host.offer(meta)));
    expect(await read()).toEqual({ kind: 'unread', why: 'not reached' });
  });

  test('knows in a channel that there is a file, and fetches nothing', async () => {
    const html = { contentType: 'text/html', content: '<attachment id="1"></attachment>' };
    const asked = host.asked.length;
    await bot.deliver(channelPost(at(), '<at>Remit</at> ', { attachments: [html] }));
    expect(said()).toEqual({ kind: 'file', file: { kind: 'not handed' } });
    expect(host.asked.length).toBe(asked);
  });

  test('answers a question beside a quoted message', async () => {
    const html = { contentType: 'text/html', content: '<attachment id="1"></attachment>' };
    const quote = { contentType: 'messageReference', content: '{}' };
    await bot.deliver(channelPost(at(), '<at>Remit</at> who?', { attachments: [html, quote] }));
    expect(said()).toEqual({ kind: 'text', text: 'who?' });
  });

  test('says a word where reading takes long', async () => {
    bot.answerWith(async () => {
      await wait(3_500);
      return replying({ kind: 'text', text: 'read' });
    });
    await bot.deliver(attached(at(), '../a\u202eb.csv', host.offer({ bytes: BYTES })));
    const texts = bot.connector.posted.map(({ body }) => body['text']);
    expect(texts).toEqual(['Reading ../ab.csv …', 'read']);
  }, 20_000);

  const file = { kind: 'file', name: 'Matrix.csv', bytes: BYTES, text: 'sent', failed: 'not sent' };
  const giving = () => bot.answerWith(() => replying({ ...file, kind: 'file' }));

  test('puts an accepted file where it was accepted, and shows it', async () => {
    giving();
    await bot.deliver(consent(at(), { form: 'csv' }, host.place));
    expect(said()).toEqual({ kind: 'consent', accepted: true, context: { form: 'csv' } });
    const range = `bytes 0-${BYTES.length - 1}/${BYTES.length}`;
    expect(host.put.at(-1)).toMatchObject({ bytes: BYTES, headers: { 'content-range': range } });
    const [{ body = {} } = {}] = bot.connector.posted;
    expect(body['attachments']).toMatchObject([
      { contentType: 'application/vnd.microsoft.teams.card.file.info', name: 'Matrix.csv' },
    ]);
    expect(JSON.stringify([bot.heard, bot.logged, body])).not.toContain('secret-of');
  });

  test.each([
    ['refuses', () => host.place, 403],
    ['is nobody we know', () => 'http://10.0.0.1/put', 201],
  ])('says so where the place %s', async (_, place, status) => {
    giving();
    host.refusePuts(status);
    await bot.deliver(consent(at(), { form: 'csv' }, place()));
    expect(bot.connector.posted.map(({ body }) => body['text'])).toEqual(['not sent']);
    host.refusePuts(201);
  });

  test.each([
    ['a table of tabs', 'Task\tClient\tMSP\nMail\tA\tR\nVPN\tI\tA', true],
    ['a table of commas', 'Task,Client,MSP\nMail,A,R\nVPN,I,A', true],
    ['a Markdown table', '| Task | Owner |\n|---|---|\n| Mail | MSP |', true],
    ['a question', 'who owns mail, backups, and the VPN?', false],
    ['a letter', 'Hi Remit,\nwho owns mail, please\nthanks, Jo', false],
    [
      'a long question of many commas',
      'So, in short, tell me\nmail, VPN, printers\nwho, when, where?',
      false,
    ],
    [
      'sentences',
      'Yesterday morning, when the network in the warehouse was down for hours, nobody knew, as ever, whom to call\n'.repeat(
        4,
      ),
      false,
    ],
    ['a list', '- mail\n- VPN\n- printers', false],
    ['two lines', 'a\tb\nc\td', false],
  ])('%s is a table: %#', async (_, text, is) => {
    await bot.deliver(message(at(), text));
    expect(said()?.kind).toBe('text');
    expect(Object(said()).table !== undefined).toBe(is);
  });

  test('a table copied from a sheet comes as it was', async () => {
    const row = (a: string, b: string) => `<tr><td>${a}</td><td>${b}</td></tr>`;
    const content = `<table>${row('Task', 'MSP')}${row('Mail', 'A')}${row('VPN', 'R')}</table>`;
    const html = { contentType: 'text/html', content };
    await bot.deliver(message(at(), 'Task MSP Mail A VPN R', { attachments: [html] }));
    expect(Buffer.from(Object(said()).table).toString()).toBe(content);
  });
});

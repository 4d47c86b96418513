// The package that operators upload: filled, checked, refused with the reason, and made without a network.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FEATURES } from '../../src/app.ts';
import { buildPackage, type Sources } from '../../src/commands/package/build.ts';
import { iconFaults } from '../../src/commands/package/icons.ts';
import { readPng } from '../../src/commands/package/png.ts';
import { PAGE, PAGE_PATH } from '../../src/links.ts';
import { FIND, QUERY, WHO_OWNS } from '../../src/teams/extension.ts';

const sources: Sources = {
  manifest: readFileSync('manifest/manifest.json', 'utf8'),
  color: readFileSync('manifest/color.png'),
  outline: readFileSync('manifest/outline.png'),
};
const env = {
  MicrosoftAppId: '11111111-2222-3333-4444-555555555555',
  REMIT_HOST: 'remit.contoso.com',
};

const LANGUAGE_FILES = ['de.json', 'es.json', 'fr.json', 'ja.json'];

const Manifest = z.object({
  id: z.string(),
  composeExtensions: z.array(
    z.object({
      commands: z.array(
        z.object({
          id: z.string(),
          context: z.array(z.string()),
          parameters: z.array(z.object({ name: z.string() })).default([]),
        }),
      ),
      messageHandlers: z.array(z.object({ value: z.object({ domains: z.array(z.string()) }) })),
    }),
  ),
  staticTabs: z.array(z.object({ entityId: z.string(), contentUrl: z.string() })),
  configurableTabs: z.array(z.object({ configurationUrl: z.string() })),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  bots: z.array(
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string() })),
        }),
      ),
    }),
  ),
  developer: z.record(z.string(), z.string()),
  validDomains: z.array(z.string()),
});

async function packed(more: Record<string, string> = {}) {
  const built = await buildPackage(sources, { ...env, ...more });
  if (built.kind === 'faults') throw new Error(built.says.join('\n'));
  const files = unzipSync(built.zip);
  const text = strFromU8(files['manifest.json'] ?? new Uint8Array());
  return { ...built, files, text, manifest: Manifest.parse(JSON.parse(text)) };
}

async function faults(change: Partial<Sources>, settings: Record<string, string> = env) {
  const built = await buildPackage({ ...sources, ...change }, settings);
  return built.kind === 'faults' ? built.says : [];
}

describe('the package', () => {
  test('holds the manifest, its languages and both icons at its root, with nothing left to fill', async () => {
    const { files, text, manifest } = await packed();
    expect(Object.keys(files)).toEqual([
      ...['manifest.json', ...LANGUAGE_FILES, 'color.png', 'outline.png'],
    ]);
    expect(text).not.toContain('${{');
    expect(manifest.id).toBe(env.MicrosoftAppId);
    expect(manifest.bots.map(({ botId }) => botId)).toEqual([env.MicrosoftAppId]);
    expect(manifest.validDomains).toEqual([env.REMIT_HOST]);
    expect(Buffer.from(files['color.png'] ?? [])).toEqual(sources.color);
  });

  test('is byte for byte the same from the same sources', async () => {
    expect((await packed()).zip).toEqual((await packed()).zip);
  });

  test('offers the same commands wherever the bot can be', async () => {
    const [bot] = (await packed()).manifest.bots;
    expect(bot?.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(bot?.commandLists.flatMap(({ scopes }) => scopes).sort()).toEqual(
      [...(bot?.scopes ?? [])].sort(),
    );
    for (const { commands } of bot?.commandLists ?? []) {
      expect(commands.map(({ title }) => title).sort()).toEqual([
        'Digest',
        'Everything that is mine',
        'Export',
        'Help',
        'Import',
        'My asks',
        'Quiz',
        'What does nobody own?',
        'Who owns mail flow?',
      ]);
    }
  });

  test('lists every command that a feature has', async () => {
    const [bot] = (await packed()).manifest.bots;
    const commands = FEATURES.flatMap((feature) => feature.commands ?? []);
    for (const list of bot?.commandLists ?? []) {
      const titles = list.commands.map(({ title }) => title);
      for (const { title, words } of commands) {
        expect(
          titles.filter((one) => words.test(one)),
          title,
        ).toHaveLength(1);
      }
    }
  });

  test('has the tab and the message extension that the bot answers', async () => {
    const { composeExtensions, staticTabs, configurableTabs, ...rest } = (await packed()).manifest;
    const [{ commands, messageHandlers } = { commands: [], messageHandlers: [] }] =
      composeExtensions;
    expect(commands).toEqual([
      { id: FIND, context: ['compose', 'commandBox'], parameters: [{ name: QUERY }] },
      { id: WHO_OWNS, context: ['message'], parameters: [] },
    ]);
    expect(messageHandlers.flatMap(({ value }) => value.domains)).toEqual([env.REMIT_HOST]);
    expect(staticTabs).toEqual([
      { entityId: PAGE, contentUrl: `https://${env.REMIT_HOST}${PAGE_PATH}` },
    ]);
    expect(configurableTabs).toEqual([
      { configurationUrl: `https://${env.REMIT_HOST}${PAGE_PATH}config.html` },
    ]);
    expect(rest.webApplicationInfo).toEqual({
      id: env.MicrosoftAppId,
      resource: `api://${env.REMIT_HOST}/botid-${env.MicrosoftAppId}`,
    });
  });

  test('links to the host unless told otherwise, and says so', async () => {
    const usual = await packed();
    expect(usual.manifest.developer['privacyUrl']).toBe('https://remit.contoso.com/privacy');
    expect(usual.notes).toHaveLength(3);
    const given = await packed({
      REMIT_PRIVACY_URL: 'https://contoso.com/privacy?of="remit"',
      REMIT_DEVELOPER_NAME: 'Contoso "IT"',
    });
    expect(given.manifest.developer['name']).toBe('Contoso "IT"');
    expect(given.notes).toHaveLength(2);
  });
});

describe('settings that are missing or wrong are named', () => {
  test.each([
    [{}, ['MicrosoftAppId: not set', 'REMIT_HOST: not set']],
    [{ ...env, MicrosoftAppId: ' ' }, ['MicrosoftAppId: not set']],
    [{ ...env, MicrosoftAppId: 'remit' }, ['MicrosoftAppId: must be a GUID']],
    [
      { ...env, REMIT_HOST: 'https://remit.contoso.com' },
      ['REMIT_HOST: must be a host name alone'],
    ],
    [{ ...env, REMIT_HOST: 'remit.contoso.com:3978' }, ['REMIT_HOST: must be a host name alone']],
    [{ ...env, REMIT_HOST: 'localhost' }, ['REMIT_HOST: must be a host name alone']],
    [{ ...env, REMIT_TERMS_URL: 'http://contoso.com' }, ['REMIT_TERMS_URL: must be an https://']],
    [
      { ...env, REMIT_DEVELOPER_NAME: 'x'.repeat(33) },
      ['REMIT_DEVELOPER_NAME: must have at most 32'],
    ],
  ])('%j', async (settings: Record<string, string>, starts) => {
    const says = await faults({}, settings);
    expect(says).toHaveLength(starts.length);
    for (const [index, start] of starts.entries()) expect(says[index]).toContain(start);
  });
});

test('faults of the manifest and of the icons come at once', async () => {
  const says = await faults({ color: sources.outline, manifest: '{}' });
  expect(says.map((fault) => fault.split(':')[0])).toEqual(
    expect.arrayContaining(['manifest.json', 'color.png']),
  );
});

describe('a manifest that Teams would refuse', () => {
  test.each([
    ['no JSON', /\}\s*$/, '', 'is not JSON'],
    [
      'an unknown property',
      '"icons"',
      '"theme": "dark", "icons"',
      'must NOT have additional properties',
    ],
    [
      'a title too long',
      '"Quiz"',
      `"${'x'.repeat(129)}"`,
      'must NOT have more than 128 characters',
    ],
    [
      'an unknown scope',
      '"groupChat"',
      '"groupchat"',
      'must be equal to one of the allowed values',
    ],
    ['a broken version', '"1.1.0"', '"v1"', 'version must be three numbers'],
    ['an unknown placeholder', 'REMIT_HOST', 'REMIT_SITE', '${{REMIT_SITE}} is no setting'],
    ['a schema from elsewhere', '/teams/v1.25/', '/teams/v9.99/', '$schema must be https://'],
    ['another manifest version', '"1.25"', '"1.24"', 'manifestVersion must be 1.25'],
    [
      'a domain that is not listed',
      '"${{REMIT_HOST}}"\n  ]',
      '"elsewhere.example"\n  ]',
      'validDomains has no',
    ],
    [
      'a page on another host',
      'https://${{REMIT_HOST}}/tab/config',
      'https://evil.example/tab/config',
      'validDomains has no evil.example',
    ],
    [
      'links to another host',
      '"${{REMIT_HOST}}"',
      '"evil.example"',
      'validDomains has no evil.example',
    ],
    [
      'another app for the extension',
      '"botId": "${{MICROSOFT_APP_ID}}",\n      "commands"',
      `"botId": "${'1'.repeat(8)}-1111-1111-1111-${'1'.repeat(12)}",\n      "commands"`,
      'must be one app',
    ],
    [
      'another entity for the tab',
      '"entityId": "matrix"',
      '"entityId": "table"',
      'staticTabs has no matrix at /tab/',
    ],
    [
      'a page elsewhere',
      '"contentUrl": "https://${{REMIT_HOST}}/tab/"',
      '"contentUrl": "https://${{REMIT_HOST}}/page/"',
      'staticTabs has no matrix at /tab/',
    ],
    [
      'a language without its file',
      '"de.json"',
      '"fr.json"',
      'localizationInfo has no de in de.json',
    ],
    ['an icon under another name', '"color.png"', '"logo.png"', 'icons.color'],
  ])('%s', async (_, from, to, says) => {
    const manifest = sources.manifest.replace(from, to);
    expect(manifest).not.toBe(sources.manifest);
    expect(await faults({ manifest })).toEqual([expect.stringContaining(says)]);
  });
});

/** A PNG of one colour, `rgba` or `rgb`, with an optional different first pixel. */
function png(side: number, colour: number[], first: number[] = colour): Buffer {
  const line = [0, ...Array.from({ length: side }, () => colour).flat()];
  const lines = Array.from({ length: side }, () => line).flat();
  lines.splice(1, first.length, ...first);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, colour.length === 4 ? 6 : 2], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('icons that Teams would refuse', () => {
  const white = [255, 255, 255, 255];
  const clear = [0, 0, 0, 0];
  test.each<[string, Partial<Sources>, string[]]>([
    ['none, drawn plainly', { color: png(192, [1, 2, 3]), outline: png(32, clear, white) }, []],
    [
      'a large colour icon',
      { color: png(200, [1, 2, 3]) },
      ['color.png: is 200 × 200, must be 192 × 192.'],
    ],
    [
      'a hole in it',
      { color: png(192, white, [9, 9, 9, 254]) },
      ['color.png: has transparent pixels.'],
    ],
    [
      'a small outline',
      { outline: png(20, clear, white) },
      ['outline.png: is 20 × 20, must be 32 × 32.'],
    ],
    [
      'a coloured outline',
      { outline: png(32, clear, [255, 255, 254, 255]) },
      ['a colour besides white'],
    ],
    ['a filled outline', { outline: png(32, white) }, ['outline.png: has no transparent pixel.']],
    ['a blank outline', { outline: png(32, clear) }, ['outline.png: is blank.']],
    ['no picture', { outline: Buffer.from('<svg/>') }, ['outline.png: is not a plain PNG.']],
    [
      'half a picture',
      { color: sources.color.subarray(0, 4000) },
      ['color.png: is not a plain PNG.'],
    ],
  ])('%s', (_, change, starts) => {
    const { color, outline } = { ...sources, ...change };
    expect(iconFaults(color, outline)).toEqual(
      starts.map((start) => expect.stringContaining(start)),
    );
  });

  test('the drawn ones are read as what they are', () => {
    const color = readPng(sources.color);
    expect([color?.width, color?.height]).toEqual([192, 192]);
    expect([...(color?.rgba.subarray(0, 4) ?? [])]).toEqual([22, 127, 137, 255]);
    const middle = (192 * 150 + 130) * 4;
    expect([...(color?.rgba.subarray(middle, middle + 4) ?? [])]).toEqual([255, 255, 255, 255]);
  });
});

describe('npm run package', () => {
  /** Any attempt to reach another machine ends the process with a number of its own. */
  const OFFLINE = `data:text/javascript,import net from 'node:net';
    const refuse = () => process.exit(86);
    net.Socket.prototype.connect = refuse; globalThis.fetch = refuse;`;

  function run(settings: Record<string, string>) {
    const folder = mkdtempSync(join(tmpdir(), 'remit-package-'));
    const out = join(folder, 'new', 'remit.zip');
    const args = [
      '--import',
      OFFLINE.replaceAll('\n', ' '),
      'src/commands/package.ts',
      '--out',
      out,
    ];
    const { PATH = '' } = process.env;
    const ran = spawnSync(process.execPath, args, { env: { PATH, ...settings }, encoding: 'utf8' });
    const files = ran.status === 0 ? Object.keys(unzipSync(readFileSync(out))) : [];
    rmSync(folder, { recursive: true });
    return { ...ran, files };
  }

  test('writes the zip, says what it wrote, and never asks the network', () => {
    const { status, stdout, stderr, files } = run(env);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /REMIT_PRIVACY_URL is not set.*\n(.*\n)*Wrote .*remit\.zip \(\d+ bytes\)/,
    );
    expect(files).toEqual(['manifest.json', ...LANGUAGE_FILES, 'color.png', 'outline.png']);
  });

  test('stops with the missing setting and writes nothing', () => {
    const { status, stderr } = run({ MicrosoftAppId: env.MicrosoftAppId });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^REMIT_HOST: not set.*\nNo package was written\.\n$/);
  });
});

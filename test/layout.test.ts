// Keeps the house in order: who may import whom, one line on top of each file, nothing too long.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

/** Contracts at the root of src, and what each room may look into besides itself. */
const CONTRACTS = [
  ...['api', 'cards', 'chat', 'desk', 'links', 'opened', 'posts', 'store', 'subscriptions', 'log'],
];
const CENTRE = ['matrix', 'strings'];
const MAY_IMPORT: Record<string, readonly string[]> = {
  matrix: [],
  strings: ['matrix'],
  match: ['matrix'],
  log: [],
  links: [],
  api: CENTRE,
  config: [],
  cards: CENTRE,
  posts: [...CENTRE, 'cards'],
  subscriptions: CENTRE,
  store: [...CENTRE, 'posts', 'subscriptions'],
  chat: [...CENTRE, 'match', 'cards', 'links', 'posts', 'sheet', 'store', 'subscriptions'],
  opened: ['chat'],
  desk: [...CENTRE, 'api', 'chat'],
  snapshots: [...CENTRE, 'match', ...CONTRACTS],
  scope: [...CENTRE, ...CONTRACTS],
  worlds: [...CENTRE, ...CONTRACTS, 'snapshots'],
  asides: [...CENTRE, ...CONTRACTS, 'scope'],
  respond: [...CENTRE, ...CONTRACTS],
  turns: [...CENTRE, ...CONTRACTS, 'asides', 'respond', 'scope', 'snapshots', 'worlds'],
  visits: [
    ...[...CENTRE, ...CONTRACTS, 'scope', 'snapshots', 'worlds', 'turns', 'respond'],
    ...['page', 'sheet', 'visits-sheets'],
  ],
  'visits-sheets': [...CENTRE, ...CONTRACTS, 'page', 'sheet', 'bring-in'],
  'bring-in': [...CENTRE, ...CONTRACTS, 'sheet'],
  wording: [...CENTRE, ...CONTRACTS],
  answer: [...CENTRE, 'match', ...CONTRACTS, 'wording'],
  edit: [...CENTRE, 'match', ...CONTRACTS, 'wording', 'scope'],
  digest: [...CENTRE, ...CONTRACTS, 'wording'],
  quiz: [...CENTRE, ...CONTRACTS],
  page: [...CENTRE, ...CONTRACTS, 'wording', 'sheet', 'bring-in'],
  bring: [...CENTRE, ...CONTRACTS, 'sheet', 'wording'],
  sheet: CENTRE,
  tab: [...CENTRE, 'api'],
  'sheet-work': [...CENTRE, 'match', 'sheet'],
  delivery: [...CENTRE, ...CONTRACTS],
  teams: [...CENTRE, ...CONTRACTS],
  sql: [...CENTRE, ...CONTRACTS],
  web: [...CENTRE, ...CONTRACTS],
};
/** The page runs in a browser: of all others it takes only types, so that nothing of the bot gets into its bundle. */
const ONLY_TYPES = 'tab';
const ANYTHING = ['app', 'commands'];

const ONLY_IN: Record<string, string> = {
  botbuilder: 'teams',
  'botframework-connector': 'teams',
  restify: 'web',
  kysely: 'sql',
  pg: 'sql',
  'node:sqlite': 'sql',
  'adaptivecards-templating': 'teams',
  croner: 'digest',
  htmlparser2: 'sheet',
  yauzl: 'sheet',
  lit: 'tab',
  '@microsoft/teams-js': 'tab',
  adaptivecards: 'tab',
  vite: 'tab',
};

function room(file: string): string {
  const [, first = ''] = file.split('/');
  return first.replace(/\.ts$/, '');
}

function imports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe.each(files)('%s', (file) => {
  test('imports only what its room may', () => {
    const from = room(file);
    if (ANYTHING.includes(from)) return;
    const allowed = MAY_IMPORT[from];
    expect(allowed, `the room ${from} is not in the plan`).toBeDefined();
    for (const target of imports(file).filter((name) => name.startsWith('.'))) {
      const to = room(relative(root, join(root, dirname(file), target)).replaceAll('\\', '/'));
      expect([from, ...(allowed ?? [])], `${file} → ${target}`).toContain(to);
    }
  });

  test('keeps libraries behind their edge', () => {
    for (const [library, home] of Object.entries(ONLY_IN)) {
      const used = imports(file).some((name) => name === library || name.startsWith(`${library}/`));
      expect(used && room(file) !== home, `${library} belongs in ${home}/`).toBe(false);
    }
  });

  test('opens with one line that says its job, and stays readable', () => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    expect(lines[0]).toMatch(/^\/\/ \S.{10,}/);
    expect(lines.length).toBeLessThanOrEqual(260);
  });
});

test.each(files.filter((file) => room(file) === ONLY_TYPES))(
  '%s takes only types from outside',
  (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const taken = [...text.matchAll(/^import\b(?! type\b)[^;]*?'(\.\.\/[^']+)'/gm)];
    expect(taken.map((match) => match[1])).toEqual([]);
  },
);

test('the plan names every room there is', () => {
  const rooms = new Set(files.map(room));
  expect([...rooms].filter((name) => !(name in MAY_IMPORT) && !ANYTHING.includes(name))).toEqual(
    [],
  );
});

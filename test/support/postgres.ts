// A real PostgreSQL for tests: the one in DATABASE_URL, or a private one from installed binaries.
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, chownSync, globSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import pg from 'pg';

export type TestServer = {
  /** The address of a new, empty database. */
  freshDatabase(): Promise<string>;
  /** Drops what was made here, and stops the server if it is private. */
  stop(): Promise<void>;
};

type Running = { url: string; stop(): Promise<void> };

const run = promisify(execFile);

/** Null, with a notice nobody overlooks, where there is no PostgreSQL; on CI that is a failure. `durable` costs speed. */
export async function startPostgres({ durable = false } = {}): Promise<TestServer | null> {
  const running = await givenServer(process.env['DATABASE_URL'] ?? '', durable);
  if (running) return testServer(running);
  if (process.env['CI']) throw new Error(MISSING.join('\n'));
  const frame = '='.repeat(80);
  process.stderr.write(`\n${[frame, ...MISSING, frame].join('\n')}\n\n`);
  return null;
}

const MISSING = [
  'PostgreSQL IS NOT TESTED: there is none on this machine.',
  'Set DATABASE_URL (the user needs the right to create databases),',
  'or install it, for example: apt-get install postgresql',
];

async function givenServer(url: string, durable: boolean): Promise<Running | null> {
  if (url !== '') return { url, stop: async () => {} };
  const binaries = findBinaries();
  return binaries === null ? null : privateServer(binaries, durable);
}

function testServer({ url, stop }: Running): TestServer {
  const made: string[] = [];
  return {
    async freshDatabase() {
      const name = `remit_test_${randomUUID().replaceAll('-', '')}`;
      await asAdmin(url, `create database ${name}`);
      made.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async stop() {
      for (const name of made) await asAdmin(url, `drop database if exists ${name} with (force)`);
      await stop();
    },
  };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function findBinaries(): string | null {
  const inPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const installed = globSync('/usr/lib/postgresql/*/bin').sort().reverse();
  return [...installed, ...inPath].find((folder) => isThere(join(folder, 'initdb'))) ?? null;
}

function isThere(file: string): boolean {
  try {
    accessSync(file);
    return true;
  } catch {
    return false;
  }
}

async function privateServer(binaries: string, durable: boolean): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-postgres-'));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const as = { ...user, cwd: folder };
  const init = ['--pgdata', data, '--username', 'remit', '--auth', 'trust', '--no-sync'];
  await run(join(binaries, 'initdb'), [...init, '--encoding', 'UTF8', '--locale', 'C'], as);
  const port = await freePort();
  const settings = [
    ...['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='],
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off']),
  ];
  const server = [
    join(binaries, 'postgres'),
    '-D',
    data,
    ...settings.flatMap((set) => ['-c', set]),
  ];
  const guard = spawn('/bin/sh', ['-c', GUARD, folder, ...server], {
    ...as,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = once(guard, 'exit');
  await ready(guard);
  return {
    url: `postgres://remit@127.0.0.1:${port}/postgres`,
    async stop() {
      guard.stdin.end();
      await ended;
    },
  };
}

/** Ends the server and removes its folder when our end of the pipe closes: also when a test process is killed. */
const GUARD = '"$@" & cat > /dev/null; kill -INT $!; wait $!; cd /; rm -rf "$0"';

/** initdb and postgres refuse to run as root. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([n]) => n === 'nobody');
  if (!found) throw new Error('PostgreSQL does not run as root, and there is no user postgres');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function ready(server: { stderr: Readable }): Promise<void> {
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line);
    if (line.includes('ready to accept connections')) {
      // Read on, or the server would stop once the pipe is full.
      server.stderr.resume();
      return;
    }
    if (line.includes('FATAL')) break;
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
}

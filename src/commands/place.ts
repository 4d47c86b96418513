// What every command needs from the environment: settings, tenant and store, or a clear word on what is wrong.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '../config.ts';
import { createLog, type Log } from '../log.ts';
import { NO_SYNONYMS, readSynonyms, type Synonyms } from '../match/synonyms.ts';
import type { Scope } from '../matrix/matrix.ts';
import { nameKey } from '../matrix/party.ts';
import { MAIN_MATRIX } from '../scope.ts';
import { openStore } from '../sql/open.ts';
import type { Store } from '../store.ts';

/** The tenant of the local Teams, and of commands where no app registration names one. */
export const LOCAL_TENANT = 'local';

/** Ends the command: what is wrong, one a line, each naming the setting or the command. */
export function stop(says: readonly string[]): never {
  for (const line of says) process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Settings of the environment win over those in `.env`. */
export function configOrStop(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig(process.env);
  return read.kind === 'ok' ? read.config : stop(read.says);
}

export function storeFor(config: Config): Promise<Store> {
  return openStore(
    config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : { dataFolder: config.REMIT_DATA },
  ).catch((error: Error) => stop([error.message]));
}

/** The customer's own synonyms; what is wrong with the file names it and the line. */
export function synonymsFor(config: Config): Synonyms {
  const file = config.REMIT_SYNONYMS;
  if (file === undefined) return NO_SYNONYMS;
  const read = synonymsIn(file);
  return read.kind === 'ok' ? read.synonyms : stop(read.says);
}

function synonymsIn(
  file: string,
): { kind: 'ok'; synonyms: Synonyms } | { kind: 'wrong'; says: string[] } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { kind: 'wrong', says: [`REMIT_SYNONYMS: ${file} cannot be read.`] };
  }
  const { unread, ...synonyms } = readSynonyms(text.replace(/^\uFEFF/, ''));
  if (unread.length === 0) return { kind: 'ok', synonyms };
  const says = unread.map(
    (line) => `${file}:${line}: write "word = other spelling" or "word ~ nearly the same".`,
  );
  return { kind: 'wrong', says };
}

/** `--tenant`, else the app registration's, else the local one; in small letters, as activities name it in teams/. */
export function tenantFor(config: Config, asked: string | undefined): string {
  const tenant = asked?.trim() ?? config.MicrosoftAppTenantId ?? LOCAL_TENANT;
  if (tenant === '') stop(['--tenant: empty. Give the directory (tenant) id.']);
  return tenant.toLowerCase();
}

/** The matrix of that name, else a new one to be; without a name the tenant's only one. */
export async function scopeFor(
  store: Store,
  tenant: string,
  name: string | undefined,
): Promise<Scope> {
  const known = await store.known(tenant, '');
  if (name === undefined) {
    if (known.length > 1) {
      stop([`--matrix: not given. Choose one of: ${known.map((one) => one.name).join(', ')}`]);
    }
    return { tenant, matrix: known[0]?.matrix ?? MAIN_MATRIX };
  }
  const found = known.find((one) => nameKey(one.name) === nameKey(name));
  const made = nameKey(name).replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  if (made === '') stop(['--matrix: empty. Give a name, such as "Quay Logistics".']);
  return { tenant, matrix: found?.matrix ?? made };
}

export const CARDS = fileURLToPath(new URL('../../cards', import.meta.url));

/** What `npm run build` makes of the page. */
export const PAGE = fileURLToPath(new URL('../../out/tab', import.meta.url));

/** The page's tools are development dependencies: installing them builds it, and then they may go. */
export const BUILD_PAGE = 'npm ci --include=dev && npm prune --omit=dev';

/** The bot answers without its page, but whoever opens the tab sees none. */
export function sayUnlessBuilt(folder: string, log: Log): void {
  if (!existsSync(join(folder, 'index.html'))) log('page not built', { run: BUILD_PAGE });
}

/** The log of a command: on standard error, so that what it prints stays clean. */
export const log: Log = createLog(
  (line) => process.stderr.write(line),
  () => new Date(),
);

// What every command needs from the environment: settings, tenant and store, or a clear word on what is wrong.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '../config.ts';
import { createLog, type Log } from '../log.ts';
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

/** `--tenant`, else the app registration's, else the local one; in small letters, as activities name it in teams/. */
export function tenantFor(config: Config, asked: string | undefined): string {
  const tenant = asked?.trim() ?? config.MicrosoftAppTenantId ?? LOCAL_TENANT;
  if (tenant === '') stop(['--tenant: empty. Give the directory (tenant) id.']);
  return tenant.toLowerCase();
}

export const CARDS = fileURLToPath(new URL('../../cards', import.meta.url));

/** The log of a command: on standard error, so that what it prints stays clean. */
export const log: Log = createLog(
  (line) => process.stderr.write(line),
  () => new Date(),
);

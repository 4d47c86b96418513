// Opens the store where the settings say: a folder of this machine, or a PostgreSQL server.
import type { Store } from '../store.ts';
import { openPostgres, type Server } from './postgres.ts';
import { queries } from './queries.ts';
import { openSqlite } from './sqlite.ts';
import { createStore } from './store.ts';

export type Place = { dataFolder: string } | Server;

/**
 * Brings the schema up to date on the way. Throws StoreUnavailable, whose message names the setting to change.
 * The folder `:memory:` keeps nothing.
 */
export async function openStore(place: Place): Promise<Store> {
  const { engine, db } =
    'dataFolder' in place ? await openSqlite(place.dataFolder) : await openPostgres(place);
  return createStore(engine, queries(db));
}

// Statements on the places that can be posted to.
import { sql } from 'kysely';
import { query } from './query.ts';
import type { Database, PlaceRow } from './tables.ts';

export function placeQueries(db: Database) {
  return {
    /** The place as it is known, and whether anyone is parked there under either address. */
    knownPlace: query(
      (of: { tenant: string; conversation: string; address: string; other: string }) =>
        db
          .selectFrom('place')
          .select(['kind', 'service_url', 'person', 'locale'])
          .select((eb) =>
            eb
              .exists(
                eb
                  .selectFrom('parked')
                  .select('why')
                  .where('tenant', '=', of.tenant)
                  .where('address', 'in', [of.address, of.other]),
              )
              .as('parked'),
          )
          .where('tenant', '=', of.tenant)
          .where('conversation', '=', of.conversation),
    ),
    putPlace: query((row: PlaceRow) =>
      db
        .insertInto('place')
        .values({
          ...{ tenant: row.tenant, conversation: row.conversation, kind: row.kind },
          ...{ service_url: row.service_url, person: row.person, locale: row.locale, at: row.at },
        })
        .onConflict((conflict) =>
          conflict.columns(['tenant', 'conversation']).doUpdateSet((eb) => ({
            kind: eb.ref('excluded.kind'),
            service_url: eb.ref('excluded.service_url'),
            person: eb.ref('excluded.person'),
            locale: eb.ref('excluded.locale'),
            at: eb.ref('excluded.at'),
          })),
        ),
    ),
    dropPlace: query((of: { tenant: string; conversation: string }) =>
      db
        .deleteFrom('place')
        .where('tenant', '=', of.tenant)
        .where('conversation', '=', of.conversation),
    ),
    placeOf: query((of: { tenant: string; conversation: string }) =>
      db
        .selectFrom('place')
        .selectAll()
        .where('tenant', '=', of.tenant)
        .where('conversation', '=', of.conversation),
    ),
    chatOf: query((of: { tenant: string; person: string }) =>
      db
        .selectFrom('place')
        .selectAll()
        .where('tenant', '=', of.tenant)
        .where('person', '=', of.person)
        .where('kind', '=', sql.lit('personal'))
        .orderBy('at', 'desc')
        .limit(1),
    ),
    newestPlace: query((of: { tenant: string }) =>
      db
        .selectFrom('place')
        .select('service_url')
        .where('tenant', '=', of.tenant)
        .orderBy('at', 'desc')
        .limit(1),
    ),
  };
}

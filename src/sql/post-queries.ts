// Statements on posts, on each tenant's pace, and on who is parked.
import { sql } from 'kysely';
import type { Scope } from '../matrix/matrix.ts';
import { query } from './query.ts';
import type { Database, PaceRow, ParkedRow, PostRow } from './tables.ts';

type Key = Scope & { key: string };
type Held = Key & { fence: number };
type Address = { tenant: string; address: string };

/** Sorts behind every character a key may hold. */
const LAST_CHARACTER = '\u{10ffff}';

export function postQueries(db: Database) {
  return { ...stateQueries(db), ...claimQueries(db), ...parkedQueries(db) };
}

function stateQueries(db: Database) {
  const held = (of: Held) =>
    db
      .updateTable('post')
      .where('tenant', '=', of.tenant)
      .where('matrix', '=', of.matrix)
      .where('key', '=', of.key)
      .where('fence', '=', of.fence);
  return {
    addPosts: (rows: readonly PostRow[]) =>
      db
        .insertInto('post')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['tenant', 'matrix', 'key']).doNothing()),
    /** Only what is still due: of two holders of one fence there is none, but time may have passed. */
    beginPost: query((of: Held & { until: string; at: string }) =>
      held(of)
        .where('state', '=', sql.lit('due'))
        .set((eb) => ({
          state: sql.lit('sending'),
          attempts: eb('attempts', '+', 1),
          lease_until: of.until,
          at: of.at,
        })),
    ),
    /** The reply goes: it is in the chat now, and never needed again. */
    postSent: query((of: Held & { activity: string; at: string }) =>
      held(of)
        .where('state', 'in', [sql.lit('sending'), sql.lit('uncertain')])
        .set({
          ...{ state: sql.lit('sent'), reply: sql.lit(''), why: sql.lit('') },
          ...{ activity: of.activity, at: of.at },
        }),
    ),
    postCameTo: query((of: Held & { state: string; why: string; not_before: string; at: string }) =>
      held(of)
        .where('state', 'in', [sql.lit('sending'), sql.lit('uncertain')])
        .set({ state: of.state, why: of.why, not_before: of.not_before, at: of.at }),
    ),
    putOffClaimed: query((of: Held & { not_before: string }) =>
      held(of).where('state', '=', sql.lit('due')).set({ not_before: of.not_before }),
    ),
    expirePosts: query((of: { why: string; at: string }) =>
      db
        .updateTable('post')
        .set({ state: sql.lit('uncertain'), why: of.why, at: of.at })
        .where('state', '=', sql.lit('sending'))
        .where('lease_until', '<', of.at),
    ),
    /** The fence rises, so that whoever tried before has nothing to say any more. */
    sendAgain: query((of: Key & { at: string }) =>
      db
        .updateTable('post')
        .set((eb) => ({
          ...{ state: sql.lit('due'), why: sql.lit(''), fence: eb('fence', '+', 1) },
          ...{ not_before: of.at, since: of.at, at: of.at },
        }))
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('key', '=', of.key)
        .where('state', 'in', [sql.lit('uncertain'), sql.lit('refused'), sql.lit('not sent')])
        .returning('address'),
    ),
    postsStarting: query((of: Scope & { start: string; limit: number }) =>
      db
        .selectFrom('post')
        .select(['key', 'address', 'state', 'memo', 'why', 'at'])
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('key', '>=', of.start)
        .where('key', '<', sql<string>`${of.start} || ${sql.lit(LAST_CHARACTER)}`)
        .orderBy('due', 'desc')
        .orderBy('key', 'desc')
        .limit(of.limit),
    ),
    sweepPosts: query((of: { before: string; limit: number }) =>
      db
        .deleteFrom('post')
        .where((eb) =>
          eb(
            eb.refTuple('tenant', 'matrix', 'key'),
            'in',
            eb
              .selectFrom('post as old')
              .select(['old.tenant', 'old.matrix', 'old.key'])
              .where('old.due', '<', of.before)
              .limit(of.limit)
              .$asTuple('tenant', 'matrix', 'key'),
          ),
        ),
    ),
  };
}

function claimQueries(db: Database) {
  return {
    waitingTenants: query((of: { now: string }) =>
      db
        .selectFrom('post')
        .select('tenant')
        .distinct()
        .where('state', '=', sql.lit('due'))
        .where('not_before', '<=', of.now),
    ),
    addPace: query((row: PaceRow) =>
      db
        .insertInto('pace')
        .values({ tenant: row.tenant, next: row.next, hold: row.hold })
        .onConflict((conflict) => conflict.column('tenant').doNothing()),
    ),
    /** Changes nothing, and so makes the tenant's other instances wait for the end of the transaction. */
    lockPace: query((of: { tenant: string }) =>
      db
        .updateTable('pace')
        .set((eb) => ({ hold: eb.ref('hold') }))
        .where('tenant', '=', of.tenant)
        .returning(['next', 'hold']),
    ),
    movePace: query((of: { tenant: string; next: string }) =>
      db.updateTable('pace').set({ next: of.next }).where('tenant', '=', of.tenant),
    ),
    hold: query((of: { tenant: string }) =>
      db.selectFrom('pace').select('hold').where('tenant', '=', of.tenant),
    ),
    holdTenant: query((row: PaceRow) =>
      db
        .insertInto('pace')
        .values({ tenant: row.tenant, next: row.next, hold: row.hold })
        .onConflict((conflict) =>
          conflict
            .column('tenant')
            .doUpdateSet((eb) => ({ hold: eb.ref('excluded.hold') }))
            .whereRef('pace.hold', '<', 'excluded.hold'),
        ),
    ),
    candidates: query((of: { tenant: string; now: string; limit: number }) =>
      db
        .selectFrom('post')
        .leftJoin('parked', (join) =>
          join
            .onRef('parked.tenant', '=', 'post.tenant')
            .onRef('parked.address', '=', 'post.address'),
        )
        .select(['post.matrix', 'post.key', 'post.address', 'post.reply', 'post.memo', 'post.due'])
        .select(['post.fence', 'post.attempts', 'post.since', 'parked.why as parked'])
        .where('post.state', '=', sql.lit('due'))
        .where('post.tenant', '=', of.tenant)
        .where('post.not_before', '<=', of.now)
        .orderBy('post.due')
        .limit(of.limit),
    ),
    claimedSince: query((of: { tenant: string; since: string }) =>
      db
        .selectFrom('post')
        .select(['address', 'claimed'])
        .where('tenant', '=', of.tenant)
        .where('claimed', '>', of.since),
    ),
    nextDue: query((of: { tenant: string }) =>
      db
        .selectFrom('post')
        .select((eb) => eb.fn.min('not_before').as('at'))
        .where('state', '=', sql.lit('due'))
        .where('tenant', '=', of.tenant),
    ),
    /** Until then nobody else gets them; `claimed` is the last of their turns. */
    claimPosts: (
      tenant: string,
      keys: readonly { matrix: string; key: string }[],
      to: { claimed: string; not_before: string },
    ) =>
      db
        .updateTable('post')
        .set((eb) => ({ ...to, fence: eb('fence', '+', 1) }))
        .where('tenant', '=', tenant)
        .where((eb) => eb.or(keys.map(({ matrix, key }) => eb.and({ matrix, key })))),
    putOff: query((of: Key & { not_before: string }) =>
      db
        .updateTable('post')
        .set({ not_before: of.not_before })
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('key', '=', of.key),
    ),
    /** Not even tried: the recipient is parked. */
    refuse: query((of: Key & { why: string; at: string }) =>
      db
        .updateTable('post')
        .set({ state: sql.lit('refused'), why: of.why, at: of.at })
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('key', '=', of.key),
    ),
  };
}

function parkedQueries(db: Database) {
  return {
    park: query((row: ParkedRow) =>
      db
        .insertInto('parked')
        .values({ tenant: row.tenant, address: row.address, why: row.why, at: row.at })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant', 'address'])
            .doUpdateSet((eb) => ({ why: eb.ref('excluded.why'), at: eb.ref('excluded.at') })),
        ),
    ),
    unpark: query((of: Address) =>
      db.deleteFrom('parked').where('tenant', '=', of.tenant).where('address', '=', of.address),
    ),
    revive: query((of: Address & { since: string; now: string }) =>
      db
        .updateTable('post')
        .set({
          ...{ state: sql.lit('due'), why: sql.lit('') },
          ...{ not_before: of.now, since: of.now, at: of.now },
        })
        .where('state', '=', sql.lit('refused'))
        .where('tenant', '=', of.tenant)
        .where('address', '=', of.address)
        .where('due', '>=', of.since),
    ),
  };
}

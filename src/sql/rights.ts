// Statements about roles, and about which matrix a conversation is bound to.
import { query } from './query.ts';
import type { BindingRow, Database, RoleRow } from './tables.ts';

export function rightsQueries(db: Database) {
  return {
    known: query((at: { tenant: string; conversation: string }) =>
      db
        .selectFrom('matrix')
        .leftJoin('binding', (join) =>
          join
            .onRef('binding.tenant', '=', 'matrix.tenant')
            .onRef('binding.matrix', '=', 'matrix.matrix')
            .on('binding.conversation', '=', at.conversation),
        )
        .select([
          'matrix.matrix',
          'matrix.name',
          'matrix.revision',
          'binding.conversation as bound',
        ])
        .where('matrix.tenant', '=', at.tenant)
        .orderBy('matrix.name')
        .orderBy('matrix.matrix'),
    ),
    bind: query((row: BindingRow) =>
      db
        .insertInto('binding')
        .values({ tenant: row.tenant, matrix: row.matrix, conversation: row.conversation })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant', 'conversation'])
            .doUpdateSet((eb) => ({ matrix: eb.ref('excluded.matrix') })),
        ),
    ),
    countRoles: query((at: { tenant: string; matrix: string }) =>
      db
        .selectFrom('role')
        .select((eb) => eb.fn.coalesce(eb.fn.max('seq'), eb.lit(0)).as('last'))
        .where('tenant', '=', at.tenant)
        .where('matrix', '=', at.matrix),
    ),
    addRoles: (rows: readonly RoleRow[]) => db.insertInto('role').values(rows),
  };
}

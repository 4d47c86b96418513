// Between rows and the values of the matrix; what was kept as text is checked on its way back.
import { z } from 'zod';
import type { Author, Line } from '../matrix/change.ts';
import type { Day } from '../matrix/day.ts';
import type { Grant } from '../matrix/grant.ts';
import type { Scope, StoredTask } from '../matrix/matrix.ts';
import type { Holder, Ownership, View } from '../matrix/ownership.ts';
import { nameKey, type Party, type Person, SIDES } from '../matrix/party.ts';
import { HEALTHS, IMPORTANCES, KINDS, type Task } from '../matrix/task.ts';
import type { Memory } from '../store.ts';
import {
  type LineRow,
  type PartyRow,
  type PersonRow,
  type RoleRow,
  type TaskRow,
  THERE,
} from './tables.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
export const day = z.custom<Day>((value) => typeof value === 'string' && DAY.test(value));
const texts = z.array(z.string());
const holder = z.object({
  party: z.string(),
  role: z.string(),
  person: z.string(),
}) satisfies z.ZodType<Holder>;

const shared = { sharedWith: texts, split: z.string(), since: day };
const ownership = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('owned'),
    lead: holder,
    ...shared,
    acceptedOn: day.nullable(),
  }),
  z.object({ kind: z.literal('nobody'), ...shared }),
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('accepted gap'), until: day, by: z.string() }),
  z.object({ kind: z.literal('not applicable') }),
]) satisfies z.ZodType<Ownership>;

export const view = z.object({
  party: z.string(),
  says: z.enum(['ours', 'theirs', 'nobody', 'unsure']),
  names: z.string().nullable(),
  on: day,
}) satisfies z.ZodType<View>;

const task = z.object({
  id: z.string(),
  name: z.string(),
  area: z.string(),
  kind: z.enum(KINDS),
  description: z.string(),
  aliases: texts,
  importance: z.enum(IMPORTANCES),
  health: z.enum(HEALTHS),
  nights: z.discriminatedUnion('matter', [
    z.object({ matter: z.literal(false) }),
    z.object({ matter: z.literal(true), cover: z.string() }),
  ]),
  review: z.object({ every: z.number(), unit: z.enum(['day', 'month']) }).nullable(),
  reviewedOn: day.nullable(),
  ownership,
  backup: holder.nullable(),
  reason: z.string(),
  views: z.array(view),
}) satisfies z.ZodType<Task>;

const memory = z.object({
  named: texts,
  offered: texts,
  question: z.string(),
  facet: z.string(),
}) satisfies z.ZodType<Memory>;

const given = z.object({
  person: z.string(),
  name: z.string(),
  admin: z.boolean(),
  areas: texts,
  speaksFor: texts,
}) satisfies z.ZodType<Grant>;

const side = z.enum(SIDES);

/** Where a row goes: its matrix, and the revision that writes it. */
export type Into = Scope & { revision: number };

export function taskRow(
  into: Into,
  made: Task,
  version: number,
  position: number,
  gone = THERE,
): TaskRow {
  return {
    ...rowOf(into),
    id: made.id,
    position,
    version,
    name: made.name,
    area: made.area,
    kind: made.kind,
    description: made.description,
    aliases: JSON.stringify(made.aliases),
    importance: made.importance,
    health: made.health,
    nights: JSON.stringify(made.nights),
    review: made.review && JSON.stringify(made.review),
    reviewed_on: made.reviewedOn,
    ownership: JSON.stringify(made.ownership),
    backup: made.backup && JSON.stringify(made.backup),
    reason: made.reason,
    views: JSON.stringify(made.views),
    gone,
  };
}

export function taskOf(row: Omit<TaskRow, 'tenant' | 'matrix' | 'revision'>): StoredTask {
  // Field by field: spreading a row of node:sqlite, which has no prototype, takes ten times as long.
  const found = task.parse({
    id: row.id,
    name: row.name,
    area: row.area,
    kind: row.kind,
    description: row.description,
    aliases: JSON.parse(row.aliases),
    importance: row.importance,
    health: row.health,
    nights: JSON.parse(row.nights),
    review: row.review && JSON.parse(row.review),
    reviewedOn: row.reviewed_on,
    ownership: JSON.parse(row.ownership),
    backup: row.backup && JSON.parse(row.backup),
    reason: row.reason,
    views: JSON.parse(row.views),
  });
  return { ...found, version: row.version };
}

export function partyRow(into: Into, party: Party, position: number, batch: string): PartyRow {
  const { id, name, mail, phone, portal, channel, hours, nights } = party;
  const reach = { mail, phone, portal, channel, hours, nights };
  const of = { ...rowOf(into), batch, gone: THERE };
  return { ...of, id, position, name, side: party.side, ...reach };
}

type Told = Omit<PartyRow, 'tenant' | 'matrix' | 'revision' | 'position' | 'batch' | 'gone'>;

export function partyOf(row: Told): Party {
  const { id, name, mail, phone, portal, channel, hours, nights } = row;
  return { id, name, side: side.parse(row.side), mail, phone, portal, channel, hours, nights };
}

export function personRow(into: Into, person: Person, position: number, batch: string): PersonRow {
  const { name, party, mail, entraId: entra_id, leftOn: left_on } = person;
  const name_key = nameKey(name);
  const of = { ...rowOf(into), batch, gone: THERE };
  return { ...of, party, name_key, position, name, entra_id, mail, left_on };
}

export function personOf(row: Pick<PersonRow, 'name' | 'party' | 'mail' | 'entra_id' | 'left_on'>) {
  const { name, party, mail, entra_id: entraId, left_on } = row;
  return { name, party, entraId, mail, leftOn: day.nullable().parse(left_on) } satisfies Person;
}

export function lineRow(scope: Scope, line: Line): LineRow {
  return {
    ...keyOf(scope),
    seq: line.seq,
    task: line.task,
    version: line.version,
    at: line.at.toISOString(),
    by_id: line.by.id,
    by_name: line.by.name,
    why: line.why,
    batch: line.batch,
    before: line.before === null ? null : JSON.stringify(line.before),
    after: JSON.stringify(line.after),
    gone: line.gone ? 1 : 0,
  };
}

export function lineOf(row: Omit<LineRow, 'tenant' | 'matrix'>): Line {
  const { seq, version, why, batch, before } = row;
  return {
    ...{ seq, task: row.task, version, why, batch },
    at: new Date(row.at),
    by: { id: row.by_id, name: row.by_name },
    before: before === null ? null : task.parse(JSON.parse(before)),
    after: task.parse(JSON.parse(row.after)),
    gone: row.gone === 1,
  };
}

export function roleRow(into: Into, grant: Grant, seq: number, by: Author, at: Date): RoleRow {
  const { person } = grant;
  const made = { by_id: by.id, by_name: by.name, at: at.toISOString() };
  return { ...rowOf(into), seq, person, given: JSON.stringify(grant), ...made };
}

/** From all grants in their order, the last of each person. */
export function grantsOf(rows: readonly Pick<RoleRow, 'given'>[]): Grant[] {
  const all = rows.map((row) => given.parse(JSON.parse(row.given)));
  return [...new Map(all.map((grant) => [grant.person, grant])).values()];
}

/** Null for what an older version remembered in another shape: it is short-lived anyway. */
export function memoryOf(said: string): Memory | null {
  return memory.safeParse(JSON.parse(said)).data ?? null;
}

/** Only these two, whatever else a scope may carry. */
function keyOf({ tenant, matrix }: Scope): Scope {
  return { tenant, matrix };
}

function rowOf(into: Into): Into {
  return { ...keyOf(into), revision: into.revision };
}

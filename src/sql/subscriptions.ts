// Statements, rows and plans of the digest's own tables.
import { z } from 'zod';
import type { Day } from '../matrix/day.ts';
import type { Scope } from '../matrix/matrix.ts';
import { type Snooze, type Subscription, WEEKDAYS } from '../subscriptions.ts';
import { query } from './query.ts';
import type { Database, SnoozeRow, SubscriptionRow } from './tables.ts';

const SCOPE = ['tenant', 'matrix'] as const;

const day = z.custom<Day>((text) => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text));
const place = z.enum(['personal', 'group', 'channel']);
const weekday = z.literal(WEEKDAYS);

export function subscriptionQueries(db: Database) {
  return {
    putSubscription: query((row: SubscriptionRow) =>
      db
        .insertInto('subscription')
        .values({
          tenant: row.tenant,
          matrix: row.matrix,
          id: row.id,
          conversation: row.conversation,
          place: row.place,
          locale: row.locale,
          by_id: row.by_id,
          by_name: row.by_name,
          since: row.since,
          day: row.day,
          hour: row.hour,
          minute: row.minute,
          zone: row.zone,
          areas: row.areas,
          decider_id: row.decider_id,
          decider_name: row.decider_name,
          paused_until: row.paused_until,
          holidays: row.holidays,
          leadership: row.leadership,
        })
        .onConflict((conflict) =>
          conflict.columns([...SCOPE, 'id']).doUpdateSet((eb) => ({
            locale: eb.ref('excluded.locale'),
            by_id: eb.ref('excluded.by_id'),
            by_name: eb.ref('excluded.by_name'),
            since: eb.ref('excluded.since'),
            day: eb.ref('excluded.day'),
            hour: eb.ref('excluded.hour'),
            minute: eb.ref('excluded.minute'),
            zone: eb.ref('excluded.zone'),
            areas: eb.ref('excluded.areas'),
            decider_id: eb.ref('excluded.decider_id'),
            decider_name: eb.ref('excluded.decider_name'),
            paused_until: eb.ref('excluded.paused_until'),
            holidays: eb.ref('excluded.holidays'),
            leadership: eb.ref('excluded.leadership'),
          })),
        ),
    ),
    dropSubscription: query((at: Scope & { id: string }) =>
      db
        .deleteFrom('subscription')
        .where('tenant', '=', at.tenant)
        .where('matrix', '=', at.matrix)
        .where('id', '=', at.id),
    ),
    subscriptions: query((at: Scope) =>
      db
        .selectFrom('subscription')
        .selectAll()
        .where('tenant', '=', at.tenant)
        .where('matrix', '=', at.matrix)
        .orderBy('id'),
    ),
    putSnooze: query((row: SnoozeRow) =>
      db
        .insertInto('snooze')
        .values({
          tenant: row.tenant,
          matrix: row.matrix,
          task: row.task,
          until: row.until,
          reason: row.reason,
          by_id: row.by_id,
          by_name: row.by_name,
          at: row.at,
        })
        .onConflict((conflict) =>
          conflict.columns([...SCOPE, 'task']).doUpdateSet((eb) => ({
            until: eb.ref('excluded.until'),
            reason: eb.ref('excluded.reason'),
            by_id: eb.ref('excluded.by_id'),
            by_name: eb.ref('excluded.by_name'),
            at: eb.ref('excluded.at'),
          })),
        ),
    ),
    snoozes: query((at: Scope) =>
      db
        .selectFrom('snooze')
        .selectAll()
        .where('tenant', '=', at.tenant)
        .where('matrix', '=', at.matrix)
        .orderBy('task'),
    ),
  };
}

export function subscriptionRow(scope: Scope, made: Subscription): SubscriptionRow {
  return {
    tenant: scope.tenant,
    matrix: scope.matrix,
    id: made.id,
    conversation: made.conversation,
    place: made.where,
    locale: made.locale,
    by_id: made.by.id,
    by_name: made.by.name,
    since: made.since.toISOString(),
    day: made.day,
    hour: made.hour,
    minute: made.minute,
    zone: made.zone,
    areas: JSON.stringify(made.areas),
    decider_id: made.decider.id,
    decider_name: made.decider.name,
    paused_until: made.pausedUntil,
    holidays: JSON.stringify(made.holidays),
    leadership: made.leadership ? 1 : 0,
  };
}

export function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    conversation: row.conversation,
    where: place.parse(row.place),
    locale: row.locale,
    by: { id: row.by_id, name: row.by_name },
    since: new Date(row.since),
    day: weekday.parse(row.day),
    hour: row.hour,
    minute: row.minute,
    zone: row.zone,
    areas: z.array(z.string()).parse(JSON.parse(row.areas)),
    decider: { id: row.decider_id, name: row.decider_name },
    pausedUntil: day.nullable().parse(row.paused_until),
    holidays: z.array(day).parse(JSON.parse(row.holidays)),
    leadership: row.leadership === 1,
  };
}

export function snoozeRow(scope: Scope, { task, until, reason, by, at }: Snooze): SnoozeRow {
  const { tenant, matrix } = scope;
  const made = { by_id: by.id, by_name: by.name, at: at.toISOString() };
  return { tenant, matrix, task, until, reason, ...made };
}

export function snoozeOf({ task, until, reason, by_id, by_name, at }: SnoozeRow): Snooze {
  const by = { id: by_id, name: by_name };
  return { task, until: day.parse(until), reason, by, at: new Date(at) };
}

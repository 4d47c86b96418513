// What a press changed, row by row, and whether who pressed may: the rights said once more, in plain words.
import { expect } from 'vitest';
import type { Round } from '../../src/matrix/round.ts';
import { MAIN, NAMED, PARTYS, PEOPLE, type Role, type Rows } from './office.ts';

type Row = { table: string; was: Record<string, unknown> | null; is: Record<string, unknown> };

/** Each row that is new, different or, of a subscription, gone; of anything else that is a fault in itself. */
export function changedRows(before: Rows, after: Rows): Row[] {
  return Object.entries(after).flatMap(([table, rows]) => {
    const old = before[table] ?? [];
    const gone = old.filter((was) => !rows.some((is) => keyOf(table, was) === keyOf(table, is)));
    if (table !== 'subscription') expect(gone, `rows of ${table} went`).toEqual([]);
    const changed = rows
      .filter((is) => !old.some((was) => JSON.stringify(was) === JSON.stringify(is)))
      .map((is) => ({
        table,
        is,
        was: old.find((was) => keyOf(table, was) === keyOf(table, is)) ?? null,
      }));
    return [...changed, ...gone.map((was) => ({ table, was, is: was }))];
  });
}

function keyOf(table: string, row: Record<string, unknown>): string {
  const { tenant, matrix, id, seq, party, name_key, conversation, key, run, task } = row;
  if (table === 'binding') return JSON.stringify([tenant, conversation]);
  if (table === 'quiz_session') return JSON.stringify([tenant, matrix, conversation]);
  if (table === 'snooze') return JSON.stringify([tenant, matrix, task]);
  return JSON.stringify([tenant, matrix, id, seq, party, name_key, key, run]);
}

/** Said once more, in plain words, by table and role. */
export function mayChange(
  role: Role,
  where: string,
  { table, was, is }: Row,
  tenant: string,
): boolean {
  if (is['tenant'] !== tenant) return false;
  const decides = role === 'admin' || role === 'operator' || role === 'stranger';
  // What one may in this matrix one may in this one only; the operator's admin is one everywhere.
  const home = is['matrix'] === MAIN || role === 'operator';
  switch (table) {
    case 'binding':
      return where === 'personal' || (decides && home);
    case 'role':
      return decides && home;
    case 'person':
      // A person who is there is whoever an admin says; others may only bring in somebody new.
      return home && (decides || was === null) && role !== 'guest' && role !== 'member';
    case 'matrix':
    case 'line':
      // They follow the task and the grant, and are written with them.
      return home && role !== 'guest' && role !== 'member';
    case 'post':
      // Everybody but guests may see the digest, of their own tenant; a preview goes to who asked for it, alone.
      return role !== 'guest' && (!isPreview(is) || is['address'] === `p:${PEOPLE[role].id}`);
    case 'subscription':
    case 'quiz_result':
      return role !== 'guest';
    case 'quiz_session':
      // Guests speak for the provider, alone.
      return role !== 'guest' || (where === 'personal' && perspectiveOf(is) === 'provider');
    case 'party':
      return decides && home;
    case 'snooze':
      return home && (decides || isEditorOf(is['task'], role));
    case 'round': {
      if (!home || was === null) return false;
      // A side gives its own view and touches nobody else's; no right over the matrix speaks for a side.
      const [before, after] = [roundIn(was), roundIn(is)];
      const others = ({ said }: Round) => said.filter(({ view }) => view.party !== 'northwind');
      const speaks = after.closedOn === null && same(others(before), others(after));
      return decides ? same(before.said, after.said) : role === 'speaker' && speaks;
    }
    case 'task': {
      if (!home || was === null) return false;
      if (decides || isEditorOf(was['id'], role)) return true;
      // The last side to speak puts on record what all have said.
      const asked = role === 'speaker' && [NAMED, PARTYS].includes(String(was['id']));
      if (asked && same({ ...was, views: '', version: 0 }, { ...is, views: '', version: 0 }))
        return true;
      const theirs = role === 'owner' ? NAMED : role === 'speaker' ? PARTYS : '';
      const kept = ['health', 'backup', 'name', 'area', 'aliases', 'importance', 'description'];
      return was['id'] === theirs && kept.every((field) => was[field] === is[field]);
    }
    default:
      return false;
  }
}

function isPreview({ key }: Record<string, unknown>): boolean {
  return String(key).startsWith('digest-preview:');
}

function isEditorOf(task: unknown, role: Role): boolean {
  const area = String(task).split('.')[0];
  return (role === 'editor' && area === 'cloud') || (role === 'otherEditor' && area === 'security');
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function roundIn(row: Record<string, unknown>): Round {
  return JSON.parse(String(row['state']));
}

function perspectiveOf(row: Record<string, unknown>): unknown {
  return JSON.parse(String(row['state'])).perspective;
}

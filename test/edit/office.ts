// A small office on a real store: two matrices of one tenant and one of another, alike in every id, and people of every role.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createInside } from '../../src/app.ts';
import type { Said, Speaker, Turn } from '../../src/chat.ts';
import type { Grant } from '../../src/matrix/grant.ts';
import type { Draft, Scope } from '../../src/matrix/matrix.ts';
import { newParty } from '../../src/matrix/party.ts';
import type { Task } from '../../src/matrix/task.ts';
import { openStore } from '../../src/sql/open.ts';
import type { Store } from '../../src/store.ts';
import type { Told } from '../../src/turns.ts';

export const NOW = new Date('2026-11-23T09:00:00Z');

const id = (number: number) => `0b000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const speaker = (number: number, name: string): Speaker => ({ id: id(number), name, guest: false });

export const PEOPLE = {
  admin: speaker(1, 'Ada Admin'),
  /** Named by the operator, without any grant. */
  operator: speaker(2, 'Otto Operator'),
  editor: speaker(3, 'Edda Editor'),
  otherEditor: speaker(4, 'Egon Elsewhere'),
  owner: speaker(5, 'Olga Owner'),
  speaker: speaker(6, 'Spiro Speaker'),
  member: speaker(7, 'Mia Member'),
  /** Invited from outside, whatever the grants say. */
  guest: { ...speaker(8, 'Gus Guest'), guest: true },
  /** An admin, but of another tenant. */
  stranger: speaker(9, 'Stan Stranger'),
} satisfies Record<string, Speaker>;
export type Role = keyof typeof PEOPLE;
export const ROLES = Object.keys(PEOPLE) as Role[];

/** Somebody whom the sheet named before Teams told their id, and somebody who left. */
export const UNPROVED = 'Uma Unproved';
export const LEAVER = 'Lea Leaver';

export const NAMED = 'cloud.mailboxes';
export const PARTYS = 'cloud.mail-flow';
export const UNPROVEDS = 'security.alerts';
export const LEAVERS = 'security.keys';

const grant = (role: Role, given: Partial<Grant>): Grant => ({
  ...{ person: PEOPLE[role].id, name: PEOPLE[role].name },
  ...{ admin: false, areas: [], speaksFor: [], ...given },
});

function task(given: string, name: string, person: string, party = 'internal'): Task {
  const [area = ''] = given.split('.');
  return {
    ...{ id: given, name, area, kind: 'operation', description: '', aliases: ['mails'] },
    ...{ importance: 'medium', health: 'well', nights: { matter: false }, review: null },
    ...{ reviewedOn: null, backup: null, reason: '', views: [] },
    ownership: {
      ...{ kind: 'owned', lead: { party, role: '', person }, sharedWith: [], split: '' },
      ...{ since: '2026-01-01', acceptedOn: '2026-01-02' },
    },
  };
}

/** `mark` is in every name people read, so that a reply tells which matrix it came from. */
export function officeDraft(mark: string, grants: Grant[]): Draft {
  const person = (name: string, entraId = '', party = 'internal') => ({
    ...{ name, party, entraId, mail: '', leftOn: null },
  });
  const { owner } = PEOPLE;
  return {
    name: `Office ${mark}`,
    decider: { name: `Dora ${mark}`, reach: '' },
    parties: [
      newParty('internal', `Internal ${mark}`, 'internal'),
      newParty('northwind', `Northwind ${mark}`, 'msp'),
    ],
    people: [
      person(owner.name, owner.id),
      person(PEOPLE.admin.name, PEOPLE.admin.id),
      person(UNPROVED),
      { ...person(LEAVER), leftOn: '2026-06-01' },
    ],
    grants,
    tasks: [
      task(NAMED, `Mailboxes ${mark}`, owner.name),
      task(PARTYS, `Mail flow ${mark}`, '', 'northwind'),
      task(UNPROVEDS, `Alerts ${mark}`, UNPROVED),
      task(LEAVERS, `Keys ${mark}`, LEAVER),
    ],
  };
}

export const GRANTS: Grant[] = [
  grant('admin', { admin: true }),
  grant('editor', { areas: ['cloud'] }),
  grant('otherEditor', { areas: ['security'] }),
  grant('speaker', { speaksFor: ['northwind'] }),
  grant('guest', { admin: true, areas: ['cloud'], speaksFor: ['northwind'] }),
];

export const MAIN = 'main';
export const QUAY = 'quay';
/** What is in the names of each matrix. */
export const MARKS = { own: 'Harbour', quay: 'Quay', foreign: 'Foreign' } as const;

/** Rows of every table that an action might change, by scope; what is said and counted is left out. */
export type Rows = Record<string, Record<string, unknown>[]>;

export type Office = {
  store: Store;
  take(turn: Partial<Turn> & { said: Said }, once?: string): Promise<Told>;
  say(who: Speaker, text: string, turn?: Partial<Turn>): Promise<Told>;
  press(who: Speaker, verb: string, data: unknown, turn?: Partial<Turn>): Promise<Told>;
  /** Fresh tenants, made and empty of history. */
  settle(): Promise<{ own: Scope; quay: Scope; foreign: Scope }>;
  rows(): Rows;
  /** Scopes that the inside has asked the store about since the last call. */
  asked(): string[];
  revision(): Promise<number>;
  close(): Promise<void>;
};

const KEPT = [
  ...['matrix', 'party', 'person', 'task', 'line', 'role', 'binding', 'round', 'post'],
  ...['subscription', 'snooze', 'quiz_session', 'quiz_result', 'import_draft'],
];

export async function openOffice(draft?: Draft): Promise<Office> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'remit-office-'));
  const store = await openStore({ dataFolder });
  const database = new DatabaseSync(join(dataFolder, 'remit.db'), { readOnly: true });
  const asked = new Set<string>();
  const inside = createInside({
    store: recording(store, asked),
    draft: () => draft ?? officeDraft(MARKS.own, GRANTS),
    phrasebook: draft !== undefined,
    admins: () => [PEOPLE.operator.id],
    log: () => {},
  });
  let tenant = 'tenant-0';
  let made = 0;

  const take: Office['take'] = (turn, once) => {
    made += 1;
    const defaults: Omit<Turn, 'said'> = {
      ...{ tenant, conversation: 'chat', speaker: PEOPLE.admin, locale: 'en', now: NOW },
      where: 'personal',
      zone: '',
    };
    return inside.take({ ...defaults, ...turn }, once ?? `activity-${made}`);
  };

  return {
    store,
    take,
    say: (who, text, turn) => take({ speaker: who, said: { kind: 'text', text }, ...turn }),
    press: (who, verb, data, turn) =>
      take({ speaker: who, said: { kind: 'action', verb, data }, ...turn }),
    async settle() {
      made += 1;
      tenant = `tenant-${made}`;
      const own = { tenant, matrix: MAIN };
      const quay = { tenant, matrix: QUAY };
      const foreign = { tenant: `foreign-${made}`, matrix: MAIN };
      const by = { id: 'remit', name: 'Remit' };
      await store.create(own, officeDraft(MARKS.own, GRANTS), by, NOW);
      await store.create(quay, officeDraft(MARKS.quay, []), by, NOW);
      const theirs = [grant('stranger', { admin: true })];
      await store.create(foreign, officeDraft(MARKS.foreign, theirs), by, NOW);
      return { own, quay, foreign };
    },
    rows() {
      const tables = KEPT.map((table) => {
        const found = database
          .prepare(`select * from ${table} where tenant = ? or tenant = ?`)
          .all(tenant, tenant.replace('tenant', 'foreign'));
        return [table, found.map((row) => ({ ...row }))];
      });
      return Object.fromEntries(tables);
    },
    asked() {
      const all = [...asked];
      asked.clear();
      return all.sort();
    },
    revision: async () => (await store.revision({ tenant, matrix: MAIN })) ?? 1,
    async close() {
      database.close();
      await inside.close();
      rmSync(dataFolder, { recursive: true });
    },
  };
}

/** The store, with a note of each scope that is asked about; a tenant alone is noted with `*`. */
function recording(store: Store, asked: Set<string>): Store {
  return new Proxy(store, {
    get(target, name: keyof Store) {
      const found = target[name];
      if (typeof found !== 'function') return found;
      return (...given: unknown[]) => {
        const [first] = given;
        const { tenant, matrix, scope } = Object(first);
        if (scope) asked.add(`${scope.tenant}/${scope.matrix}`);
        else if (tenant) asked.add(`${tenant}/${matrix}`);
        else if (typeof first === 'string') asked.add(`${first}/*`);
        return Reflect.apply(found, target, given);
      };
    },
  });
}

/** `task tenant` for each table and tenant in which rows are not what they were. */
export function changesIn(before: Rows, after: Rows): string[] {
  const changed = Object.keys(after).flatMap((table) => {
    const was = new Set(before[table]?.map((row) => JSON.stringify(row)));
    const is = new Set(after[table]?.map((row) => JSON.stringify(row)));
    if (table === 'line' && !was.isSubsetOf(is)) return ['lines of history went'];
    // A task changes with its line and the revision of its matrix.
    if (table === 'line' || table === 'matrix') return [];
    return [...was.symmetricDifference(is)].map((row) => `${table} ${JSON.parse(row).tenant}`);
  });
  return [...new Set(changed)].sort();
}

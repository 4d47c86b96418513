// One request of the page from start to end: the same matrices, rights and turns as in a 1:1 chat.
import { createHash } from 'node:crypto';
import type { Reply } from './cards.ts';
import { firstLine } from './cards.ts';
import type { Feature, Turn } from './chat.ts';
import type { Desk, Served, Turned, Visitor } from './desk.ts';
import { dayOf } from './matrix/day.ts';
import type { Matrix, Scope } from './matrix/matrix.ts';
import { callerOf, mayAdminister } from './matrix/rights.ts';
import { pageOf, type View } from './page/rows.ts';
import { pageTask } from './page/task.ts';
import { respond } from './respond.ts';
import { MAIN_MATRIX } from './scope.ts';
import type { SheetWorker } from './sheet/worker/sheet-worker.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';
import type { Known, Store } from './store.ts';
import { sayIn } from './strings/strings.ts';
import type { Told } from './turns.ts';
import { bringSheet, takeSheet } from './visits-sheets.ts';
import { openWorld } from './worlds.ts';

export type VisitOptions = {
  store: Store;
  snapshots: Snapshots;
  features: readonly Feature[];
  admins(tenant: string): readonly string[] | Promise<readonly string[]>;
  /** The same turns as in chat. */
  take(turn: Turn, once: string): Promise<Told>;
  sheets: SheetWorker;
  /** Told after an import, from which something unasked may follow. */
  wake?: (scope: Scope) => void;
  /** A reply as Teams would draw it; null where it is one line. */
  draw(reply: Reply, matrix: string): unknown;
};

/** What was said in the chat shows the same; nothing of it is kept. */
const SHOWS = { digest: 'digest now', quiz: 'quiz result' } as const;

/** Nothing but presses changes anything. */
export function createDesk(options: VisitOptions): Desk {
  const { store, snapshots, features, admins, take, draw } = options;

  /** The visitor's own matrices; the first one begins with the first visit. */
  async function knownTo({ tenant, speaker, now }: Visitor): Promise<Known[]> {
    const known = await store.known(tenant, tabOf(speaker.id));
    if (known.length > 0) return known;
    await snapshots.of({ tenant, matrix: MAIN_MATRIX }, null, now);
    return store.known(tenant, tabOf(speaker.id));
  }

  async function open(visitor: Visitor, id: string): Promise<Served<Opened>> {
    const known = await knownTo(visitor);
    const found = id === '' ? usual(known) : known.find(({ matrix }) => matrix === id);
    if (!found) return turned(visitor, 404, 'page.noMatrix');
    const scope: Scope = { tenant: visitor.tenant, matrix: found.matrix };
    return served({ scope, revision: found.revision, known });
  }

  const look = ({ scope, revision }: Opened, { now }: Visitor): Promise<Snapshot> =>
    snapshots.of(scope, revision, now);

  async function viewOf(matrix: Matrix, visitor: Visitor): Promise<View> {
    const { tenant, speaker, locale, now } = visitor;
    const caller = callerOf(matrix, speaker, await admins(tenant));
    return { matrix, caller, today: dayOf(now), say: sayIn(locale) };
  }

  return {
    async me(visitor) {
      const known = await knownTo(visitor);
      const first = usual(known);
      const { name, guest } = visitor.speaker;
      return served({
        ...{ name, guest, matrix: first?.matrix ?? '' },
        matrices: known.map((one) => ({ matrix: one.matrix, name: one.name })),
      });
    },

    async matrix(visitor, id) {
      const opened = await open(visitor, id);
      if (opened.kind === 'turned away') return opened;
      const { scope, revision } = opened.value;
      return served({
        tag: tagOf(scope, revision, visitor, await admins(visitor.tenant)),
        page: async () => pageOf(await viewOf((await look(opened.value, visitor)).matrix, visitor)),
      });
    },

    async find(visitor, id, question) {
      const opened = await open(visitor, id);
      if (opened.kind === 'turned away') return opened;
      const { finder } = await look(opened.value, visitor);
      const found = finder.find(question);
      const hits =
        found.kind === 'sure'
          ? [found.hit, ...found.others]
          : found.kind === 'none'
            ? found.nearest
            : found.hits;
      return served({ tasks: hits.map(({ task }) => task) });
    },

    async task(visitor, id, task) {
      const opened = await open(visitor, id);
      if (opened.kind === 'turned away') return opened;
      const { matrix } = await look(opened.value, visitor);
      const found = matrix.tasks.find((one) => one.id === task);
      if (!found) return turned(visitor, 404, 'refused.task');
      const { scope } = opened.value;
      const world = await openWorld(options, scope, matrix.revision, opened.value.known, {
        ...turnOf(visitor, { kind: 'text', text: '' }),
      });
      const [demand, lines] = await Promise.all([world.demandFor(task), world.history(task)]);
      return served(pageTask(found, { demand, lines }, await viewOf(matrix, visitor)));
    },

    async card(visitor, id, name) {
      const opened = await open(visitor, id);
      if (opened.kind === 'turned away') return opened;
      const { scope, revision, known } = opened.value;
      const turn = turnOf(visitor, { kind: 'text', text: SHOWS[name] });
      const outcome = await respond(
        features,
        turn,
        await openWorld(options, scope, revision, known, turn),
      );
      if ('unanswered' in outcome) return turned(visitor, 422, 'nothing');
      const { reply } = outcome;
      return served({ line: firstLine(reply), card: draw(reply, scope.matrix) });
    },

    async press(visitor, { matrix, verb, data, once }) {
      const opened = await open(visitor, matrix);
      if (opened.kind === 'turned away') return opened;
      const { scope, revision } = opened.value;
      const { matrix: seen } = await look(opened.value, visitor);
      const turn = turnOf(named(visitor, seen), {
        kind: 'action',
        verb,
        data: { ...data, matrix },
      });
      const { answered } = await take(turn, once);
      switch (answered.kind) {
        case 'refused':
          return served({ kind: 'refused', line: answered.why });
        case 'nothing':
          return served({ ...done(sayIn(visitor.locale)('nothing')), revision });
        case 'reply':
        case 'again': {
          const { reply } = answered;
          const now = answered.revision ?? (await store.revision(scope)) ?? revision;
          return served({
            ...done(firstLine(reply), noteIn(reply)),
            ...{ card: draw(reply, answered.matrix), revision: now },
          });
        }
      }
    },

    async take(visitor, id, format) {
      const opened = await open(visitor, id);
      if (opened.kind === 'turned away') return opened;
      if (visitor.speaker.guest) return turned(visitor, 403, 'page.guest');
      const { matrix } = await look(opened.value, visitor);
      const taken = await takeSheet(matrix, format, dayOf(visitor.now), options);
      return taken === 'busy' ? turned(visitor, 503, 'page.busy') : served(taken);
    },

    async bring(visitor, bringing) {
      const opened = await open(visitor, bringing.matrix);
      if (opened.kind === 'turned away') return opened;
      const { matrix } = await look(opened.value, visitor);
      const { caller } = await viewOf(matrix, visitor);
      if (!mayAdminister(caller)) return turned(visitor, 403, 'page.admins');
      const { scope } = opened.value;
      const brought = await bringSheet(scope, bringing, named(visitor, matrix), options);
      if (brought === 'busy') return turned(visitor, 503, 'page.busy');
      return brought === 'moved' ? turned(visitor, 409, 'page.moved') : served(brought);
    },
  };
}

/** The one that opens first. */
function usual(known: readonly Known[]): Known | undefined {
  return known.find(({ bound }) => bound) ?? known[0];
}

type Opened = { scope: Scope; revision: number; known: Known[] };

/** The history names whoever changes something: where the token did not, as the matrix knows them. */
function named(visitor: Visitor, { people, grants }: Matrix): Visitor {
  const { speaker } = visitor;
  if (speaker.name !== '') return visitor;
  const isThem = (id: string) => id.toLowerCase() === speaker.id;
  const known =
    people.find(({ entraId }) => isThem(entraId)) ?? grants.find(({ person }) => isThem(person));
  return { ...visitor, speaker: { ...speaker, name: known?.name ?? speaker.id } };
}

/** A person's own conversation with the page; no conversation of Teams is called so. */
function tabOf(person: string): string {
  return `tab:${person.toLowerCase()}`;
}

function turnOf({ tenant, speaker, locale, now }: Visitor, said: Turn['said']): Turn {
  return {
    ...{ tenant, conversation: tabOf(speaker.id), where: 'personal', speaker },
    ...{ locale, zone: '', now, said },
  };
}

function done(line: string, note = '') {
  return { kind: 'done' as const, line, note, card: null };
}

function noteIn(reply: Reply): string {
  return reply.kind === 'card' && 'note' in reply.data ? reply.data.note : '';
}

/** Rights follow from the matrix, which its revision stands for, and from whom the operator named. */
function tagOf(
  { tenant, matrix }: Scope,
  revision: number,
  { speaker, locale, now }: Visitor,
  admins: readonly string[],
): string {
  const named = admins.includes(speaker.id.toLowerCase());
  const who = [speaker.id, speaker.guest, named, locale];
  const all = JSON.stringify([tenant, matrix, revision, dayOf(now), ...who]);
  return createHash('sha256').update(all).digest('base64url').slice(0, 22);
}

function served<Value>(value: Value): Served<Value> {
  return { kind: 'served', value };
}

function turned(
  { locale }: Visitor,
  status: Turned['status'],
  key: Parameters<ReturnType<typeof sayIn>>[0],
): Turned {
  return { kind: 'turned away', status, error: sayIn(locale)(key) };
}

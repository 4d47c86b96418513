// What the page knows and shows, as one value; every view is drawn from it alone.
import type { Imported, Me, Page, PageCard, PageTask } from '../api.ts';
import { type Filter, type Index, indexOf, NO_FILTER, type Sort } from './rows.ts';

export const VIEWS = ['tasks', 'map', 'digest', 'quiz', 'sheet'] as const;
export type View = (typeof VIEWS)[number];

/** The form of an edit, as far as it is filled in; `version` is the one it was made from. */
export type Form = {
  version: number;
  owner: string;
  backup: string;
  health: string;
  why: string;
};

/** What a button of a card sends. */
export type Button = { verb: string; data: Record<string, unknown> };

export type Notice = {
  tone: 'good' | 'warning' | 'attention';
  text: string;
  /** What to press to take it back. */
  undo: Button | null;
};

/** Why nothing fresh comes; `why` is the bot's own sentence. */
export type Trouble = { kind: 'offline' | 'signed out' | 'failed'; why: string };

export type State = {
  me: Me | null;
  matrix: string;
  page: Page | null;
  index: Index;
  tag: string;
  /** When the page last agreed with the bot. */
  seen: Date | null;
  trouble: Trouble | null;
  view: View;
  query: string;
  found: { query: string; tasks: readonly string[] } | null;
  filter: Filter;
  sort: Sort;
  /** On a narrow page the filters are folded away. */
  filtersOpen: boolean;
  /** The task whose page is open; empty for none. */
  task: string;
  detail: PageTask | null;
  form: Form | null;
  /** A card that is looked at or worked on: an edit beyond the form, the digest. */
  card: PageCard | null;
  /** A file that is about to be brought in; nothing of it is kept anywhere else. `file` is base64. */
  bringing: {
    name: string;
    file: string;
    answers: Record<string, string>;
    shown: Extract<Imported, { kind: 'preview' | 'problems' }> | null;
  } | null;
  busy: boolean;
  notice: Notice | null;
};

const AT_FIRST: State = {
  me: null,
  matrix: '',
  page: null,
  index: new Map(),
  tag: '',
  seen: null,
  trouble: null,
  view: 'tasks',
  query: '',
  found: null,
  filter: NO_FILTER,
  sort: null,
  filtersOpen: false,
  task: '',
  detail: null,
  form: null,
  card: null,
  bringing: null,
  busy: false,
  notice: null,
};

export function withPage(page: Page): Pick<State, 'page' | 'index'> {
  const areas = new Map(page.areas.map(({ area, name }) => [area, name]));
  const parties = new Map(page.parties.map(({ party, name }) => [party, name]));
  const nameOf = (kind: 'area' | 'party', id: string) =>
    (kind === 'area' ? areas : parties).get(id) ?? id;
  return { page, index: indexOf(page.rows, nameOf) };
}

export function formOf({ row, edit }: PageTask): Form | null {
  return edit
    ? {
        version: row.version,
        owner: edit.owner,
        backup: edit.backup,
        health: row.health,
        why: '',
      }
    : null;
}

export type Store = {
  readonly state: State;
  /** Takes the change in and draws once, after everything that happens in the same moment. */
  set(change: Partial<State>): void;
};

export function createStore(draw: (state: State) => void): Store {
  let state = AT_FIRST;
  let due = false;
  return {
    get state() {
      return state;
    },
    set(change) {
      state = { ...state, ...change };
      if (due) return;
      due = true;
      queueMicrotask(() => {
        due = false;
        draw(state);
      });
    },
  };
}

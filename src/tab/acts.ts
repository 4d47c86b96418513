// What people do on the page: look, search, open, change, take back. Each act asks the bot and puts the answer into the state.
import type { FoundTasks, Me, Page, PageCard, PageTask, Press, Pressed } from '../api.ts';
import { type Arrival, firstMatrix } from './arrival.ts';
import type { Call, Called } from './call.ts';
import { createFollow } from './follow.ts';
import { undoOn } from './offered.ts';
import { addressOf, type Place } from './place.ts';
import { type Column, type Filter, NO_FILTER } from './rows.ts';
import { sheetActs } from './sheet-acts.ts';
import {
  type Button,
  type Form,
  formOf,
  type State,
  type Store,
  type View,
  withPage,
} from './state.ts';
import { troubleOf, whyNot } from './trouble.ts';
import type { Words } from './words.ts';

/** Longer than between two keys of somebody who types, shorter than anybody waits for. */
const TYPING_MS = 150;

export type Acts = ReturnType<typeof createActs>;

export function createActs(store: Store, call: Call, say: Words, place: Place, arrival: Arrival) {
  let arriving: Arrival | null = arrival;
  const follow = createFollow(look);
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** Kept until the bot has answered, so that pressing again after a broken line is no second press. */
  let unanswered: { of: string; once: string } | null = null;

  const asked = () => ({ matrix: store.state.matrix });

  /** One look at the whole; true where the bot answered. */
  async function look(): Promise<boolean> {
    if (!store.state.me && !(await meet())) return false;
    const { matrix, tag } = store.state;
    const ready = await arriving?.table;
    arriving = null;
    const called =
      ready?.kind === 'ok' && ready.value.matrix === matrix
        ? ready
        : await call<Page>({ path: 'matrix', query: { matrix }, tag });
    if (matrix !== store.state.matrix) return true;
    if (called.kind === 'same') {
      store.set({ seen: new Date(), trouble: null });
      return true;
    }
    if (called.kind !== 'ok') return fail(called);
    store.set({ ...withPage(called.value), tag: called.tag, seen: new Date(), trouble: null });
    if (store.state.task !== '') await lookAtTask();
    if (store.state.view === 'digest' || store.state.view === 'quiz') await lookAtCard();
    return true;
  }

  async function meet(): Promise<boolean> {
    const called = await (arriving?.me ?? call<Me>({ path: 'me', query: {} }));
    if (called.kind !== 'ok') {
      arriving = null;
      return fail(called);
    }
    store.set({ me: called.value, matrix: firstMatrix(called.value, place.target) });
    return true;
  }

  function fail(called: Exclude<Called<unknown>, { kind: 'ok' }>): boolean {
    store.set({ trouble: troubleOf(called) });
    return called.kind === 'refused' && called.status < 500;
  }

  async function lookAtTask(): Promise<void> {
    const { task, form, detail } = store.state;
    const called = await call<PageTask>({ path: 'task', query: { ...asked(), task } });
    if (task !== store.state.task) return;
    if (called.kind === 'ok') {
      store.set({ detail: called.value, ...(detail && !called.value.edit && { form: null }) });
      return;
    }
    if (called.kind === 'refused' && called.status === 404) {
      store.set({ task: '', detail: null, form: null });
      tell('warning', say('tab.gone'));
      return;
    }
    if (!form) fail(called.kind === 'same' ? { kind: 'offline' } : called);
  }

  async function lookAtCard(): Promise<void> {
    const { view } = store.state;
    const called = await call<PageCard>({ path: 'card', query: { ...asked(), name: view } });
    if (view !== store.state.view) return;
    if (called.kind === 'ok') store.set({ card: called.value });
    else if (called.kind !== 'same') fail(called);
  }

  function tell(tone: 'good' | 'warning' | 'attention', text: string, undo: Button | null = null) {
    store.set({ notice: { tone, text, undo } });
  }

  function open(task: string, keepAddress = false): void {
    const row = store.state.page?.rows.find((one) => one.task === task);
    if (!keepAddress) window.history.pushState({ task }, '', addressOf(task));
    store.set({ task, detail: null, form: null, card: null, notice: null, view: 'tasks' });
    if (task !== '' && (row || !store.state.page)) void (store.state.page && lookAtTask());
    else if (task !== '') {
      store.set({ task: '' });
      tell('warning', say('tab.gone'));
    }
  }

  /** The answer says what happened; the table and the task are then asked for at once. */
  async function press({ verb, data }: Button): Promise<Pressed | null> {
    const of = JSON.stringify([verb, data]);
    if (unanswered?.of !== of) unanswered = { of, once: crypto.randomUUID() };
    const body: Press = { ...asked(), verb, data, once: unanswered.once };
    store.set({ busy: true, notice: null });
    const called = await call<Pressed>({ path: 'press', query: {}, body });
    store.set({ busy: false });
    if (called.kind !== 'offline') unanswered = null;
    if (called.kind === 'ok') return called.value;
    tell('attention', whyNot(called, say));
    return null;
  }

  /** A press whose result is a task as it stands now; true where it was carried out, or came too late. */
  async function change(button: Button): Promise<boolean> {
    const pressed = await press(button);
    if (!pressed) return false;
    if (pressed.kind === 'refused') {
      tell('attention', pressed.line);
      return false;
    }
    const undo = undoOn(pressed.card);
    await follow.now();
    if (store.state.task !== '') await lookAtTask();
    tell(undo ? 'good' : 'warning', pressed.note || pressed.line, undo);
    return true;
  }

  return {
    ...sheetActs({ store, call, say, tell, look: follow.now }),
    async start(): Promise<void> {
      await follow.now();
      place.ready();
    },
    retry: () => follow.now(),
    open,
    press,
    tell,
    show(view: View): void {
      if (store.state.task !== '') window.history.pushState({}, '', addressOf(''));
      store.set({ view, task: '', detail: null, form: null, card: null, notice: null });
      if (view === 'digest' || view === 'quiz') void lookAtCard();
    },
    /** Names are looked at with every key, the bot's matching follows once somebody pauses. */
    search(query: string): void {
      clearTimeout(typing);
      store.set({ query, found: null });
      if (query.trim() === '') return;
      typing = setTimeout(async () => {
        const called = await call<FoundTasks>({ path: 'find', query: { ...asked(), q: query } });
        if (called.kind === 'ok' && store.state.query === query) {
          store.set({ found: { query, tasks: called.value.tasks } });
        }
      }, TYPING_MS);
    },
    dismiss: () => store.set({ notice: null }),
    foldFilters: () => store.set({ filtersOpen: !store.state.filtersOpen }),
    /** The same column again turns the order round; null is the order of the matrix. */
    sortBy(by: Column | null): void {
      const { sort } = store.state;
      store.set({ sort: by && { by, down: sort?.by === by && !sort.down } });
    },
    filter(change: Partial<Filter>): void {
      store.set({ filter: { ...store.state.filter, ...change } });
    },
    /** From the heat map: exactly that cell, in the table. */
    only(filter: Partial<Filter>): void {
      const whole = { ...NO_FILTER, ...filter };
      store.set({ filter: whole, query: '', found: null, sort: null, view: 'tasks' });
    },
    choose(matrix: string): void {
      window.history.pushState({}, '', `?${new URLSearchParams({ matrix })}`);
      const fresh: Partial<State> = { matrix, page: null, tag: '', filter: NO_FILTER, query: '' };
      store.set({ ...fresh, found: null, task: '', detail: null, card: null, form: null });
      void follow.now();
    },
    edit(): void {
      const { detail } = store.state;
      if (detail) store.set({ form: formOf(detail), notice: null });
    },
    fill(change: Partial<Form>): void {
      const { form } = store.state;
      if (form) store.set({ form: { ...form, ...change } });
    },
    cancel: () => store.set({ form: null }),
    closeCard: () => store.set({ card: null, notice: null }),
    leave: () => open(''),
    async save(): Promise<void> {
      const { form, task } = store.state;
      if (!form) return;
      // Afterwards the form is gone in any case: what it was made from is no longer how it stands.
      if (await change({ verb: 'edit-save', data: { task, ...form } })) store.set({ form: null });
    },
    change,
    /** A press whose result is the next card of what is being worked on. */
    async turnCard(button: Button): Promise<void> {
      const pressed = await press(button);
      if (!pressed) return;
      if (pressed.kind === 'refused') {
        tell('attention', pressed.line);
        return;
      }
      const undo = undoOn(pressed.card);
      await follow.now();
      if (undo) store.set({ card: null });
      else store.set({ form: null, card: { line: pressed.line, card: pressed.card } });
      if (undo && store.state.task !== '') await lookAtTask();
      if (undo || pressed.note !== '') {
        tell(undo ? 'good' : 'warning', pressed.note || pressed.line, undo);
      }
    },
    async share(task: string, name: string): Promise<void> {
      if (await place.share({ matrix: store.state.matrix, task }, name))
        tell('good', say('tab.copied'));
    },
    chat: place.chat,
  };
}

// The page's beginning: finds out where it is, in which language and theme, and draws whatever the state says.
import { render } from 'lit/html.js';
import { createActs } from './acts.ts';
import { arrive } from './arrival.ts';
import { createCall } from './call.ts';
import { findPlace, targetInAddress } from './place.ts';
import { shell } from './shell.ts';
import { createStore } from './state.ts';
import { wordsIn } from './words.ts';
import './theme.css';
import './page.css';
import './views.css';

/** Until then the document's own shapes say that something comes; drawing the same again would only delay it. */
const WAITING_MS = 600;

const root = document.getElementById('page') ?? document.body;

const place = await findPlace();
let redraw = () => {};
place.onTheme((theme) => {
  document.documentElement.dataset['theme'] = theme;
  redraw();
});
const call = createCall(place.token, place.locale);
// On its way while the words come: the table waits for nothing that it can do without.
const arrival = arrive(call, place.target);
const say = await wordsIn(place.locale);
document.documentElement.lang = say.locale;

let shownTask = '';
let drawn = false;
let late = false;
const store = createStore((state) => {
  if (!drawn) {
    if (!late && !state.page && !state.trouble) return;
    drawn = true;
    // What the document showed while it waited makes room.
    root.replaceChildren();
  }
  const before = shownTask;
  shownTask = state.task;
  render(shell(state, acts, say), root);
  if (before !== state.task) moveTo(state.task, before);
});
const acts = createActs(store, call, say, place, arrival);
redraw = () => store.set({});

let drawing = false;
for (const event of ['scroll', 'resize'] as const) {
  window.addEventListener(
    event,
    () => {
      if (drawing) return;
      drawing = true;
      requestAnimationFrame(() => {
        drawing = false;
        store.set({});
      });
    },
    { passive: true },
  );
}
window.addEventListener('popstate', () => acts.open(targetInAddress().task, true));

/** Whoever cannot see the page hears where they are; back at the table they are where they left. */
let left = 0;
function moveTo(task: string, before: string): void {
  if (task !== '') {
    if (before === '') left = window.scrollY;
    window.scrollTo(0, 0);
    document.getElementById('task')?.focus({ preventScroll: true });
    return;
  }
  window.scrollTo(0, left);
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`a[href$="${CSS.escape(addressEnd(before))}"]`)?.focus();
  });
}

function addressEnd(task: string): string {
  return new URLSearchParams({ task }).toString();
}

store.set({ task: place.target.task });
setTimeout(() => {
  late = true;
  store.set({});
}, WAITING_MS);
await acts.start();
// For whoever looks into how long it took: the first table has been painted by then.
requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));

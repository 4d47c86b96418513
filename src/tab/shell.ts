// The frame around every view: the name of the matrix, the ways to go, and what just happened.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Acts } from './acts.ts';
import { cardView } from './card-view.ts';
import { heatView } from './heat-view.ts';
import { icon } from './icons.ts';
import { sheetView } from './sheet-view.ts';
import { type State, VIEWS } from './state.ts';
import { tableView } from './table-view.ts';
import { taskView } from './task-view.ts';
import type { Words } from './words.ts';

export function shell(state: State, acts: Acts, say: Words): TemplateResult {
  const { page } = state;
  if (!page) return state.trouble ? broken(state.trouble, acts, say) : waiting(say);
  return html`
    ${header(state, acts, say)}
    <main id="main" tabindex="-1">
      ${state.trouble ? staleBar(state, acts, say) : nothing}
      <div class="said" role="status" aria-live="polite">${noticeBar(state, acts, say)}</div>
      ${view(state, acts, say)}
    </main>
  `;
}

function view(state: State, acts: Acts, say: Words): unknown {
  if (state.task !== '') return taskView(state, acts, say);
  switch (state.view) {
    case 'tasks':
      return tableView(state, acts, say);
    case 'map':
      return heatView(state, acts, say);
    case 'digest':
    case 'quiz':
      return cardView(state, acts, say);
    case 'sheet':
      return sheetView(state, acts, say);
  }
}

function header({ me, matrix, page, view, task }: State, acts: Acts, say: Words): TemplateResult {
  const choices = me?.matrices ?? [];
  const chosen = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) acts.choose(event.target.value);
  };
  return html`<header>
    <div class="title">
      <h1>${page?.name}</h1>
      ${
        choices.length > 1
          ? html`<label class="field inline"
              ><span>${say('tab.matrix')}</span
              ><select @change=${chosen}>
                ${choices.map(
                  (one) =>
                    html`<option value=${one.matrix} ?selected=${one.matrix === matrix}>
                      ${one.name}
                    </option>`,
                )}
              </select></label
            >`
          : nothing
      }
      ${
        acts.chat
          ? html`<button class="subtle" @click=${acts.chat}>${icon('chat')}${say('tab.chat')}</button>`
          : nothing
      }
    </div>
    <nav aria-label=${say('tab.views')}>
      ${VIEWS.map(
        (name) =>
          html`<button
            class="way"
            aria-current=${view === name && task === '' ? 'page' : nothing}
            @click=${() => acts.show(name)}
          >
            ${say(`tab.view.${name}`)}
          </button>`,
      )}
    </nav>
  </header>`;
}

function noticeBar({ notice, busy }: State, acts: Acts, say: Words): unknown {
  if (!notice) return busy ? html`<p class="bar quiet">${say('tab.saving')}</p>` : nothing;
  const { undo } = notice;
  return html`<div class="bar ${notice.tone}">
    <p>${notice.text}</p>
    ${
      undo
        ? html`<button class="small" ?disabled=${busy} @click=${() => acts.change(undo)}>
            ${say('card.undo')}
          </button>`
        : nothing
    }
    <button class="bare" aria-label=${say('tab.close')} @click=${() => acts.dismiss()}>
      ${icon('close')}
    </button>
  </div>`;
}

/** What is shown stays: it is old, and says so. */
function staleBar({ trouble, seen }: State, acts: Acts, say: Words): TemplateResult {
  const time = seen ? say.time(seen) : '';
  const text =
    trouble?.kind === 'offline'
      ? say('tab.offline', { time })
      : trouble?.why || say(trouble?.kind === 'signed out' ? 'tab.signedOut' : 'tab.failed');
  return html`<div class="bar warning" role="alert">
    <p>${text}</p>
    <button class="small" @click=${() => acts.retry()}>${say('tab.again')}</button>
  </div>`;
}

function broken({ kind, why }: NonNullable<State['trouble']>, acts: Acts, say: Words) {
  const keys = {
    offline: 'tab.unreachable',
    'signed out': 'tab.signedOut',
    failed: 'tab.failed',
  } as const;
  return html`<main id="main" class="middle" role="alert">
    <h1>${say('tab.notShown')}</h1>
    <p>${(kind === 'failed' && why) || say(keys[kind])}</p>
    <button class="main" @click=${() => acts.retry()}>${say('tab.again')}</button>
  </main>`;
}

/** The same shapes as the document shows before the script is there. */
function waiting(say: Words): TemplateResult {
  return html`<main class="waiting" aria-busy="true">
    <p class="unseen" role="status">${say('tab.loading')}</p>
    <div class="bone wide"></div>
    <div class="bone"></div>
    ${Array.from({ length: 9 }, () => html`<div class="bone row"></div>`)}
  </main>`;
}

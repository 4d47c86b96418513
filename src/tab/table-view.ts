// The matrix as a table: a real one for screen readers, of which only the rows in sight are drawn.
import { repeat } from 'lit/directives/repeat.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PageRow } from '../api.ts';
import type { Acts } from './acts.ts';
import { icon } from './icons.ts';
import { healthMark, statusMark } from './marks.ts';
import { addressOf } from './place.ts';
import { COLUMNS, type Column, shownRows } from './rows.ts';
import { sized } from './sized.ts';
import type { State } from './state.ts';
import { COLUMN_WORDS, toolbar } from './toolbar.ts';
import { sliceOf } from './window.ts';
import type { Words } from './words.ts';

/** Pixels, until the first row has been drawn and measured; what stands above the table takes a little more. */
const USUAL_ROW = 56;
const USUAL_ABOVE = 200;

/** As in page.css: then there is no column for it. */
const narrow = window.matchMedia('(max-width: 640px)');

export function tableView(state: State, acts: Acts, say: Words): TemplateResult {
  const rows = rowsOf(state);
  return html`${toolbar(state, rows.length, acts, say)}
  ${rows.length === 0 ? nothingFits(state, acts, say) : table(rows, state, acts, say)}`;
}

function table(rows: readonly PageRow[], state: State, acts: Acts, say: Words): TemplateResult {
  const { from, to, before, after } = sliceOf({ rows: rows.length, ...sight() });
  const areas = areaNames(state, say);
  return html`<table class="matrix" aria-rowcount=${rows.length + 1} @keydown=${stepThrough}>
    <caption class="unseen">
      ${state.page?.name}
    </caption>
    <thead>
      <tr aria-rowindex="1">
        ${COLUMNS.map((column) => head(column, state, acts, say))}
      </tr>
    </thead>
    <tbody id="rows">
      ${space(before)}
      ${repeat(
        rows.slice(from, to),
        ({ task }) => task,
        (row, at) => line(row, from + at, areas, acts, say),
      )}
      ${space(after)}
    </tbody>
  </table>`;
}

/** Stands for rows out of sight, so that the scroll bar tells the truth. */
function space(height: number): unknown {
  if (height === 0) return nothing;
  return html`<tr class="space" aria-hidden="true">
    <td colspan=${COLUMNS.length} ${sized('height', `${height}px`)}></td>
  </tr>`;
}

function head(column: Column, { sort }: State, acts: Acts, say: Words): TemplateResult {
  const on = sort?.by === column;
  return html`<th
    scope="col"
    class=${column}
    aria-sort=${on ? (sort.down ? 'descending' : 'ascending') : nothing}
  >
    <button @click=${() => acts.sortBy(column)}>
      ${say(COLUMN_WORDS[column])}${on ? icon(sort.down ? 'down' : 'up') : nothing}
    </button>
  </th>`;
}

function line(
  row: PageRow,
  at: number,
  areas: ReadonlyMap<string, string>,
  acts: Acts,
  say: Words,
): TemplateResult {
  // The whole line is a target for the mouse; for the keyboard and screen readers the name is.
  const opened = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    acts.open(row.task);
  };
  return html`<tr aria-rowindex=${at + 2} @click=${opened}>
    <th scope="row" class="name">
      <a href=${addressOf(row.task)} title=${row.name}>${row.name}</a>
      <span class="sub">${areas.get(row.area) ?? row.area}</span>
    </th>
    <td class="owner">
      <span class="text" title=${row.owner}>${row.owner}</span>
      ${narrow.matches ? html`<span class="sub">${statusMark(row, say)}</span>` : nothing}
    </td>
    <td class="status">${statusMark(row, say)}</td>
    <td class="health">${healthMark(row, say)}</td>
    <td class="backup"><span class="text" title=${row.backup}>${row.backup || '–'}</span></td>
    <td class="nextCheck">${row.nextCheckText || '–'}</td>
  </tr>`;
}

function nothingFits({ page }: State, acts: Acts, say: Words): TemplateResult {
  const bare = page?.rows.length === 0;
  return html`<div class="middle">
    <p>${say(bare ? 'tab.none' : 'tab.empty')}</p>
    ${
      bare
        ? html`<button class="main" @click=${() => acts.show('sheet')}>
            ${say('tab.view.sheet')}
          </button>`
        : html`<button class="main" @click=${() => acts.only({})}>${say('tab.clear')}</button>`
    }
  </div>`;
}

/** Arrow keys go from name to name; the rows beyond are drawn as they come into sight. */
function stepThrough(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = event.target instanceof Element ? event.target.closest('tbody tr') : null;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
}

function sight(): { top: number; height: number; row: number } {
  const body = document.getElementById('rows');
  const row = body?.querySelector('tr:not(.space)');
  return {
    top: body ? -body.getBoundingClientRect().top : -USUAL_ABOVE,
    height: window.innerHeight,
    row: row?.getBoundingClientRect().height || USUAL_ROW,
  };
}

/** Scrolling draws often and changes none of what the rows depend on. */
let last: { of: readonly unknown[]; rows: PageRow[] } | null = null;

function rowsOf({ page, index, query, found, filter, sort }: State): PageRow[] {
  const of = [page, index, query, found, filter, sort];
  if (!last?.of.every((part, at) => part === of[at])) {
    const answered = found?.query === query ? found.tasks : null;
    const rows = shownRows(page?.rows ?? [], index, { query, found: answered, filter, sort });
    last = { of, rows };
  }
  return last?.rows ?? [];
}

function areaNames({ page }: State, say: Words): ReadonlyMap<string, string> {
  return new Map(page?.areas.map(({ area, name }) => [area, say.capital(name)]));
}

// Search and filters above the table, and how many tasks are left.

import { live } from 'lit/directives/live.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Page } from '../api.ts';
import type { Acts } from './acts.ts';
import { choice, type Option } from './field.ts';
import { icon } from './icons.ts';
import { COLUMNS, type Column, FILTERS, type FilterName, NO_PARTY } from './rows.ts';
import type { State } from './state.ts';
import type { Words } from './words.ts';

const LABELS = {
  area: 'tab.area',
  party: 'tab.party',
  person: 'tab.person',
  status: 'tab.status',
  health: 'row.health',
} as const;

export const COLUMN_WORDS = {
  name: 'tab.task',
  owner: 'edit.owner',
  status: 'tab.status',
  health: 'row.health',
  backup: 'row.backup',
  nextCheck: 'tab.nextCheck',
} as const satisfies Record<Column, string>;

export function toolbar(state: State, shown: number, acts: Acts, say: Words): TemplateResult {
  const { filter, query, sort, filtersOpen, page } = state;
  const set = FILTERS.filter((name) => filter[name] !== '');
  const typed = (event: Event) => {
    if (event.target instanceof HTMLInputElement) acts.search(event.target.value);
  };
  return html`<section class="tools" role="search">
    <div class="seek">
      ${icon('search')}
      <input
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${say('tab.search')}
        placeholder=${say('tab.search')}
        .value=${live(query)}
        @input=${typed}
      />
    </div>
    <button
      class="fold"
      aria-expanded=${filtersOpen ? 'true' : 'false'}
      aria-controls="filters"
      @click=${() => acts.foldFilters()}
    >
      ${icon('filter')}${say('tab.filters')}${set.length > 0 ? ` (${set.length})` : nothing}
    </button>
    <div id="filters" class=${filtersOpen ? 'filters open' : 'filters'}>
      ${page && FILTERS.map((name) => filterField(name, state, page, acts, say))}
      <div class="sorting">
        ${choice(
          say('tab.sort'),
          sort ? sort.by : '',
          COLUMNS.map((by) => ({ value: by, title: say(COLUMN_WORDS[by]) })),
          (by) => acts.sortBy(COLUMNS.find((column) => column === by) ?? null),
          say(query === '' ? 'tab.sort.matrix' : 'tab.sort.best'),
        )}
      </div>
    </div>
    <p class="count">
      <span role="status">${say('tab.count', { shown, all: page?.rows.length ?? 0 })}</span>
      ${
        set.length > 0 || query !== ''
          ? html`<button class="link" @click=${() => acts.only({})}>${say('tab.clear')}</button>`
          : nothing
      }
    </p>
  </section>`;
}

function filterField(name: FilterName, state: State, page: Page, acts: Acts, say: Words) {
  const options = optionsFor(page, say)[name];
  const value = state.filter[name];
  return choice(
    say(LABELS[name]),
    value,
    options,
    (to) => acts.filter({ [name]: to }),
    say('tab.all'),
  );
}

/** Only what some task has is offered; looked up once for each state of the matrix. */
const known = new WeakMap<Page, Record<FilterName, Option[]>>();

function optionsFor(page: Page, say: Words): Record<FilterName, Option[]> {
  const made = known.get(page) ?? makeOptions(page, say);
  known.set(page, made);
  return made;
}

function makeOptions({ rows, areas, parties }: Page, say: Words): Record<FilterName, Option[]> {
  const used = new Set(rows.flatMap(({ party, status, health }) => [party, status, health]));
  const people = [...new Set(rows.map(({ person }) => person))].filter(Boolean);
  const statuses = [...new Set(rows.map(({ status }) => status))];
  const healths = [...new Set(rows.map(({ health }) => health))];
  return {
    area: areas.map(({ area, name }) => ({ value: area, title: name })),
    party: [
      ...parties
        .filter(({ party }) => used.has(party))
        .map(({ party, name }) => ({ value: party, title: name })),
      ...(used.has('') ? [{ value: NO_PARTY, title: say('tab.nobody') }] : []),
    ],
    person: people.toSorted().map((name) => ({ value: name, title: name })),
    status: statuses.map((value) => ({ value, title: say(`status.${value}`) })),
    health: healths.map((value) => ({ value, title: say(`health.${value}`) })),
  };
}

// The heat map: area by party, darker where more of the area lies; pressing a cell shows its tasks in the table.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Acts } from './acts.ts';
import { type Cell, type Heat, type HeatRow, heatOf, percent, warmth } from './heat.ts';
import { type Filter, NO_PARTY } from './rows.ts';
import { sized } from './sized.ts';
import type { State } from './state.ts';
import type { Words } from './words.ts';

export function heatView({ page }: State, acts: Acts, say: Words): TemplateResult {
  if (!page) return html``;
  const heat = heatOf(page, say('tab.nobody'));
  const { totals } = heat;
  return html`<section class="heat">
    <div class="lead">
      <p class="figure">
        ${percent(totals.all)} %<span>${say('tab.owned')}</span>
      </p>
      <p class="hint">${say('tab.map.note')}</p>
    </div>
    <div class="wide" role="region" aria-label=${say('tab.view.map')} tabindex="0">
      <table>
        <caption class="unseen">
          ${say('tab.view.map')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say('tab.area')}</th>
            ${heat.columns.map(({ name }) => html`<th scope="col" class="party">${name}</th>`)}
            <th scope="col" class="share">${say('tab.owned')}</th>
          </tr>
        </thead>
        <tbody>
          ${heat.rows.map((row) => line(row, heat, acts, say))}
        </tbody>
        <tfoot>
          ${line({ ...totals, name: say('tab.total') }, heat, acts, say)}
        </tfoot>
      </table>
    </div>
  </section>`;
}

function line(row: HeatRow, { columns }: Heat, acts: Acts, say: Words): TemplateResult {
  const inArea = row.area === '' ? {} : { area: row.area };
  return html`<tr>
    <th scope="row">${row.name}</th>
    ${row.cells.map((cell, at) => {
      const { party = '', name = '' } = columns[at] ?? {};
      const gap = party === NO_PARTY ? ' gap' : '';
      return html`<td class="warm${warmth(cell, row.all)}${gap}">
        ${pressable(cell, `${row.name}, ${name}`, { ...inArea, party }, acts, say)}
      </td>`;
    })}
    <td class="share">${coverage(row, inArea, acts, say)}</td>
  </tr>`;
}

function pressable(cell: Cell, where: string, to: Partial<Filter>, acts: Acts, say: Words) {
  if (cell.count === 0)
    return html`<span class="none"><span aria-hidden="true">·</span><span class="unseen">0</span></span>`;
  const label = say('tab.cell', { where, count: cell.count, owned: cell.owned });
  const open = cell.count - cell.owned;
  const circles = open > 0 && cell.owned > 0 ? html`<small>${open} ○</small>` : nothing;
  return html`<button title=${label} @click=${() => acts.only(to)}>
    <span aria-hidden="true">${cell.count}${circles}</span><span class="unseen">${label}</span>
  </button>`;
}

function coverage(row: HeatRow, to: Partial<Filter>, acts: Acts, say: Words): TemplateResult {
  const share = percent(row.all);
  const { count, owned } = row.all;
  const label = `${say('tab.cell', { where: row.name, count, owned })}, ${share} %`;
  return html`<button title=${label} @click=${() => acts.only(to)}>
    <span class="unseen">${label}</span><span class="rail" aria-hidden="true"><span ${sized('width', `${share}%`)}></span></span
    ><span class="percent" aria-hidden="true">${share} %</span>
  </button>`;
}

// One task: the owner first, then what the answer card says, the sides, the demand, and how it came to be so.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PageTask } from '../api.ts';
import type { Acts } from './acts.ts';
import { workCard } from './card-view.ts';
import { editForm } from './edit-form.ts';
import { icon } from './icons.ts';
import { healthMark, statusMark } from './marks.ts';
import type { State } from './state.ts';
import type { Words } from './words.ts';

export function taskView(state: State, acts: Acts, say: Words): TemplateResult {
  const { task, detail, page } = state;
  const row = detail?.row ?? page?.rows.find((one) => one.task === task);
  const area = page?.areas.find((one) => one.area === row?.area)?.name ?? '';
  return html`<article class="task">
    <div class="above">
      <button class="subtle" @click=${() => acts.leave()}>${icon('back')}${say('tab.back')}</button>
      <button class="subtle" @click=${() => acts.share(task, row?.name ?? '')}>
        ${icon('link')}${say('tab.share')}
      </button>
    </div>
    <section class="answer">
      <p class="sub">${say.capital(area)}${row ? html` · ${say(`kind.${row.kind}`)} · ${say(`importance.${row.importance}`)}` : ''}</p>
      <h2 id="task" tabindex="-1">${row?.name}</h2>
      <p class="owner">
        <span class="arrow" aria-hidden="true">→</span>
        <span class="unseen">${say('edit.owner')}: </span><strong>${row?.owner}</strong>
      </p>
      <p class="marks">
        ${row ? statusMark(row, say) : nothing} ${row ? healthMark(row, say) : nothing}
      </p>
      ${detail?.advice ? html`<p class="advice">${detail.advice}</p>` : nothing}
      ${detail && !state.form && !state.card ? buttons(detail, state, acts, say) : nothing}
    </section>
    ${state.form && detail?.edit ? editForm(state.form, detail, detail.edit, state, acts, say) : nothing}
    ${state.card ? workCard(state, state.card, acts, say) : nothing}
    ${detail ? columns(detail, say) : html`<div class="bone wide" aria-busy="true"></div>`}
  </article>`;
}

function buttons({ row, edit }: PageTask, { busy }: State, acts: Acts, say: Words): TemplateResult {
  const data = { task: row.task };
  const turn = (verb: string) => () => acts.turnCard({ verb, data });
  return html`<p class="buttons">
    ${
      edit
        ? html`<button class="main" ?disabled=${busy} @click=${() => acts.edit()}>
              ${icon('edit')}${say('card.edit')}
            </button>`
        : nothing
    }
    ${
      row.party === ''
        ? nothing
        : html`<button ?disabled=${busy} @click=${turn('wrong-owner')}>
            ${say('card.wrongOwner')}
          </button>`
    }
  </p>`;
}

function columns(detail: PageTask, say: Words): TemplateResult {
  const { facts, split, reason, aliases, description, views, demand } = detail;
  const asked = demand.times > 0 ? say('tab.demand.some', demand) : say('tab.demand.none');
  return html`<div class="columns">
    <section>
      <dl>
        ${facts.map(({ label, text }) => fact(label, text))} ${fact(say('row.covers'), description)}
        ${fact(say('row.split'), split)} ${fact(say('edit.why'), reason)}
        ${fact(say('tab.also'), aliases.join(', '))} ${fact(say('tab.demand'), asked)}
      </dl>
      ${
        views.length > 0
          ? html`<h3>${say('tab.sides')}</h3>
              <ul class="sides">
                ${views.map(
                  ({ says, on }) => html`<li>${says} <span class="sub">${say.day(on)}</span></li>`,
                )}
              </ul>`
          : nothing
      }
    </section>
    <section>
      <h3>${say('card.history')}</h3>
      ${history(detail, say)}
    </section>
  </div>`;
}

function fact(label: string, text: string): unknown {
  return text === '' ? nothing : html`<dt>${label}</dt><dd>${text}</dd>`;
}

function history({ history: lines }: PageTask, say: Words): TemplateResult {
  if (lines.length === 0) return html`<p class="hint">${say('tab.history.none')}</p>`;
  return html`<ol class="history">
    ${lines.map(
      ({ when, who, what }) =>
        html`<li><span>${what}</span><span class="sub">${when} · ${who}</span></li>`,
    )}
  </ol>`;
}

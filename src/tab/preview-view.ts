// What a file would change, before anybody agrees: how it was read, what it asks, what is new, changed, or missing.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ImportPreview } from '../api.ts';
import type { Acts } from './acts.ts';
import { choice } from './field.ts';
import type { Bringing } from './sheet-acts.ts';
import type { Words } from './words.ts';

export function previewView(
  { name, shown }: Bringing,
  busy: boolean,
  acts: Acts,
  say: Words,
): TemplateResult {
  if (!shown) return html`<div class="bone wide" aria-busy="true"></div>`;
  return html`<section class="preview" aria-label=${say('tab.import')} aria-busy=${busy ? 'true' : 'false'}>
    <h2 tabindex="-1">${name || say('tab.import')}</h2>
    ${shown.kind === 'problems' ? problems(shown.lines, say) : preview(shown, acts, say)}
    <p class="buttons">
      ${
        shown.kind === 'preview' && shown.mark !== ''
          ? html`<button class="main" ?disabled=${busy} @click=${() => acts.apply()}>
              ${say('tab.import.apply')}
            </button>`
          : nothing
      }
      <button ?disabled=${busy} @click=${() => acts.drop()}>${say('tab.import.drop')}</button>
    </p>
  </section>`;
}

function problems(lines: readonly string[], say: Words): TemplateResult {
  return html`<div class="bar attention"><p>${say('tab.import.problems')}</p></div>
    <ul class="plain">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
}

function preview(shown: ImportPreview, acts: Acts, say: Words): TemplateResult {
  const { counts, notes, questions, created, changed, gone } = shown;
  return html`
    <ul class="counts">
      ${(['created', 'changed', 'unchanged', 'gone'] as const).map(
        (kind) =>
          html`<li class=${kind}><strong>${counts[kind]}</strong> ${say(`tab.import.${kind}`)}</li>`,
      )}
    </ul>
    ${shown.mark === '' ? html`<p class="hint">${say('tab.import.nothing')}</p>` : nothing}
    ${questions.length > 0 ? html`<div class="fields">${questions.map((one) => question(one, acts, say))}</div>` : nothing}
    ${part(say('tab.import.created'), counts.created, created, ({ name, owner }) => [name, owner], true)}
    ${part(say('tab.import.changed'), counts.changed, changed, ({ name, fields }) => [name, fields.join(', ')], true)}
    ${part(say('tab.import.gone'), counts.gone, gone, ({ name, area }) => [name, area], false)}
    ${part(say('tab.import.notes'), notes.length, notes, (note) => [note, ''], false)}
  `;
}

/** As many as the bot shows of each; `count` says how many there are. */
function part<Item>(
  title: string,
  count: number,
  items: readonly Item[],
  line: (item: Item) => [string, string],
  open: boolean,
): unknown {
  if (items.length === 0) return nothing;
  return html`<details ?open=${open}>
    <summary>${title} (${count})</summary>
    <ul class="plain">
      ${items.map((item) => {
        const [name, more] = line(item);
        return html`<li>${name}${more === '' ? nothing : html` <span class="sub">${more}</span>`}</li>`;
      })}
      ${count > items.length ? html`<li class="sub">+ ${count - items.length}</li>` : nothing}
    </ul>
  </details>`;
}

type Question = ImportPreview['questions'][number];

function question({ id, says, answer, must, choices }: Question, acts: Acts, say: Words) {
  const label = must ? `${says} · ${say('tab.import.must')}` : says;
  if (choices.length > 0) {
    const options = choices.map(({ value, says: title }) => ({ value, title }));
    return choice(label, answer, options, (value) => acts.answer(id, value));
  }
  const changed = (event: Event) => {
    if (event.target instanceof HTMLInputElement) void acts.answer(id, event.target.value);
  };
  return html`<label class="field"><span>${label}</span><input .value=${answer} @change=${changed} /></label>`;
}

// Import and export: a sheet is read and shown as what it would change; nothing is saved before that.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Acts } from './acts.ts';
import { icon } from './icons.ts';
import { previewView } from './preview-view.ts';
import type { State } from './state.ts';
import type { Words } from './words.ts';

/** What the bot reads, as in chat. */
const KINDS = '.xlsx,.csv,.tsv,.txt,.md,.html,.htm,.adoc';

/** Names that need no translation. */
const EXPORTS = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['md', 'Markdown'],
  ['appendix', 'HTML'],
] as const;

export function sheetView(state: State, acts: Acts, say: Words): TemplateResult {
  const { page, bringing, busy } = state;
  return html`<section class="sheet">
    ${page?.mayAdminister ? (bringing ? previewView(bringing, busy, acts, say) : intake(busy, acts, say)) : nothing}
    <h2>${say('tab.export')}</h2>
    <p class="hint">${say('tab.export.note')}</p>
    <p class="buttons">
      ${EXPORTS.map(
        ([form, name]) =>
          html`<button ?disabled=${busy} @click=${() => acts.export(form)}>
            ${icon('save')}${name}
          </button>`,
      )}
    </p>
  </section>`;
}

function intake(busy: boolean, acts: Acts, say: Words): TemplateResult {
  const picked = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const [file] = event.target.files ?? [];
    if (file) void acts.bring(file, file.name);
    // The same file again, once it is mended, is a change as well.
    event.target.value = '';
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    mark(event, false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void acts.bring(file, file.name);
  };
  const pasted = (event: Event) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const text = String(new FormData(event.target).get('rows') ?? '');
    if (text.trim() !== '') void acts.bring(new Blob([text]), '');
  };
  return html`<h2>${say('tab.import')}</h2>
    <p class="hint">${say('tab.import.note')}</p>
    <label
      class="drop"
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        mark(event, true);
      }}
      @dragleave=${(event: DragEvent) => mark(event, false)}
      @drop=${dropped}
    >
      ${icon('file')}<span>${say('tab.drop')}</span>
      <input type="file" accept=${KINDS} ?disabled=${busy} @change=${picked} />
    </label>
    <form class="paste" @submit=${pasted}>
      <label class="field whole"
        ><span>${say('tab.paste')}</span><textarea name="rows" rows="4"></textarea></label
      >
      <button ?disabled=${busy}>${say('tab.preview')}</button>
    </form>`;
}

function mark({ currentTarget }: DragEvent, over: boolean): void {
  if (currentTarget instanceof Element) currentTarget.classList.toggle('over', over);
}

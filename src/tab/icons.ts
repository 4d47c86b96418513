// The few signs of the page, drawn in the colour of the text beside them; words always stand next to them.
import { html, svg, type TemplateResult } from 'lit/html.js';

const SHAPES = {
  search: svg`<circle cx="8.5" cy="8.5" r="5.5"/><path d="m13 13 4.5 4.5"/>`,
  filter: svg`<path d="M3 5h14M6 10h8M9 15h2"/>`,
  back: svg`<path d="M12 4 6 10l6 6"/>`,
  link: svg`<path d="M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1"/>`,
  chat: svg`<path d="M3 4h14v10H9l-4 3v-3H3z"/>`,
  edit: svg`<path d="m13 4 3 3-9 9-4 1 1-4z"/>`,
  up: svg`<path d="m5 12 5-5 5 5"/>`,
  down: svg`<path d="m5 8 5 5 5-5"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  file: svg`<path d="M10 13V3M6 7l4-4 4 4M4 12v5h12v-5"/>`,
  save: svg`<path d="M10 3v10M6 9l4 4 4-4M4 13v4h12v-4"/>`,
} as const;

export function icon(name: keyof typeof SHAPES): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${SHAPES[name]}</svg>`;
}

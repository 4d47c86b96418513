// A labelled choice, as every form and filter of the page uses it.

import { live } from 'lit/directives/live.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';

export type Option = { value: string; title: string };

/** `all` is the first choice, with an empty value; left out where there is no such choice. */
export function choice(
  label: string,
  value: string,
  options: readonly Option[],
  chosen: (value: string) => void,
  all?: string,
): TemplateResult {
  const change = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) chosen(event.target.value);
  };
  return html`<label class="field">
    <span>${label}</span>
    <select class=${value === '' || all === undefined ? '' : 'on'} .value=${live(value)} @change=${change}>
      ${all === undefined ? nothing : html`<option value="">${all}</option>`}
      ${options.map(
        (one) =>
          html`<option value=${one.value} ?selected=${one.value === value}>${one.title}</option>`,
      )}
    </select>
  </label>`;
}

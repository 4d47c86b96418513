// The form of an edit, beside the task: the same choices and the same check of the version as on the card in chat.
import { live } from 'lit/directives/live.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PageEdit, PageRow, PageTask } from '../api.ts';
import type { Acts } from './acts.ts';
import { choice } from './field.ts';
import type { Form, State } from './state.ts';
import type { Words } from './words.ts';

const HEALTHS: readonly PageRow['health'][] = ['well', 'failing', 'unknown'];

/** As long as the bot takes a reason. */
const MOST_WHY = 500;

export function editForm(
  form: Form,
  { row, history }: PageTask,
  offered: PageEdit,
  { busy }: State,
  acts: Acts,
  say: Words,
): TemplateResult {
  const typed = (event: Event) => {
    if (event.target instanceof HTMLInputElement) acts.fill({ why: event.target.value });
  };
  const sent = (event: Event) => {
    event.preventDefault();
    void acts.save();
  };
  const turn = (verb: string) => () => acts.turnCard({ verb, data: { task: row.task } });
  return html`<form class="edit" aria-label=${say('card.edit')} @submit=${sent}>
    ${row.version === form.version ? nothing : overtaken(history[0], acts, say)}
    <div class="fields">
      ${choice(
        say('edit.owner'),
        form.owner,
        offered.owners,
        (owner) => acts.fill({ owner }),
        // Where nothing is decided, nothing is chosen.
        form.owner === '' ? '–' : undefined,
      )}
      ${choice(say('row.backup'), form.backup, offered.backups, (backup) => acts.fill({ backup }))}
      ${choice(
        say('row.health'),
        form.health,
        HEALTHS.map((value) => ({ value, title: say(`health.${value}`) })),
        (health) => acts.fill({ health }),
      )}
      <label class="field whole">
        <span>${say('edit.why')}</span>
        <input maxlength=${MOST_WHY} .value=${live(form.why)} @input=${typed} />
      </label>
    </div>
    <p class="buttons">
      <button class="main" type="submit" ?disabled=${busy}>${say('edit.save')}</button>
      <button type="button" ?disabled=${busy} @click=${turn('edit-share')}>
        ${say('edit.share')}
      </button>
      <button type="button" ?disabled=${busy} @click=${turn('edit-gap')}>${say('edit.gap')}</button>
      <button class="subtle" type="button" @click=${() => acts.cancel()}>${say('tab.cancel')}</button>
    </p>
  </form>`;
}

/** Said while the form is still open: saving it would come too late. */
function overtaken(
  newest: PageTask['history'][number] | undefined,
  acts: Acts,
  say: Words,
): TemplateResult {
  const { who = '', what = '' } = newest ?? {};
  return html`<div class="bar warning" role="alert">
    <p>${say('tab.meanwhile', { who, what })}</p>
    <button class="small" type="button" @click=${() => acts.edit()}>${say('tab.fresh')}</button>
  </div>`;
}

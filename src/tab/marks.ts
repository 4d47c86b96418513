// How a status and a health are shown: a dot and a word, so that colour never speaks alone.
import { html, type TemplateResult } from 'lit/html.js';
import type { PageRow } from '../api.ts';
import type { Words } from './words.ts';

type Tone = 'good' | 'warning' | 'attention' | 'quiet';

/** As on the cards. */
const STATUS: Record<PageRow['status'], Tone> = {
  confirmed: 'good',
  assigned: 'warning',
  overdue: 'warning',
  disputed: 'attention',
  orphaned: 'attention',
  nobody: 'attention',
  unknown: 'warning',
  'accepted gap': 'quiet',
  'not applicable': 'quiet',
};

export function statusMark({ status }: Pick<PageRow, 'status'>, say: Words): TemplateResult {
  return mark(STATUS[status], say.capital(say(`status.${status}`)));
}

/** Only what stands out has a dot: most tasks were never assessed. */
export function healthMark({ health }: Pick<PageRow, 'health'>, say: Words): TemplateResult {
  const tone = health === 'failing' ? 'attention' : health === 'well' ? 'good' : 'plain';
  return mark(tone, say.capital(say(`health.${health}`)));
}

/** The dot is drawn by the style sheet. */
function mark(tone: Tone | 'plain', word: string): TemplateResult {
  return html`<span class="mark ${tone}">${word}</span>`;
}

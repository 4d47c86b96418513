// How a status and a health are shown: a dot and a word, so that colour never speaks alone.
import { html, nothing, type TemplateResult } from 'lit/html.js';
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
  return html`<span class="mark ${STATUS[status]}"
    ><span class="dot" aria-hidden="true"></span><span class="word">${say(`status.${status}`)}</span></span
  >`;
}

/** Only what stands out has a dot: most tasks were never assessed. */
export function healthMark({ health }: Pick<PageRow, 'health'>, say: Words): TemplateResult {
  const tone: Tone = health === 'failing' ? 'attention' : health === 'well' ? 'good' : 'quiet';
  const dot = health === 'unknown' ? nothing : html`<span class="dot" aria-hidden="true"></span>`;
  return html`<span class="mark ${tone}">${dot}<span class="word">${say(`health.${health}`)}</span></span>`;
}

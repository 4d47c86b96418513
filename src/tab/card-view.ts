// Cards on the page: the digest and the quiz as they will look, and cards that are worked on here.

import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PageCard } from '../api.ts';
import type { Acts } from './acts.ts';
import type { Theme } from './place.ts';
import type { Button, State } from './state.ts';
import type { Words } from './words.ts';

export function cardView({ card, view }: State, acts: Acts, say: Words): TemplateResult {
  const title = say(view === 'quiz' ? 'tab.view.quiz' : 'tab.view.digest');
  if (!card)
    return html`<div class="sheet-of-card"><div class="bone wide" aria-busy="true"></div></div>`;
  return html`<section class="sheet-of-card" aria-label=${title}>
    ${
      card.card === null
        ? html`<div class="middle"><p>${card.line}</p>
            ${acts.chat ? html`<button class="main" @click=${acts.chat}>${say('tab.chat')}</button>` : nothing}</div>`
        : html`<p class="hint">${say('tab.preview.note')}</p>
            ${drawn(card.card, (button) => acts.turnCard(button))}`
    }
  </section>`;
}

/** The next step of something begun here; closing it changes nothing. */
export function workCard(
  { busy }: State,
  { line, card }: PageCard,
  acts: Acts,
  say: Words,
): TemplateResult {
  return html`<section class="work" aria-label=${line} aria-busy=${busy ? 'true' : 'false'}>
    ${card === null ? html`<p>${line}</p>` : drawn(card, (button) => acts.turnCard(button))}
    <button class="small" @click=${() => acts.closeCard()}>${say('tab.close')}</button>
  </section>`;
}

/** The library that draws cards is larger than the rest of the page, and loaded only for them. */
function drawn(card: unknown, press: (button: Button) => void): unknown {
  const theme = currentTheme();
  const draw = async (into: Element | undefined) => {
    if (!into) return;
    const { drawCard } = await import('./drawing.ts');
    into.replaceChildren(drawCard(card, theme, press));
  };
  // What people have typed on it stays: a card is drawn again only when it, or the theme, is another.
  return guard([card, theme], () => html`<div class="card" ${ref(draw)}></div>`);
}

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'dark' || theme === 'contrast' ? theme : 'default';
}

// What went wrong on the way to the bot, in words and as the state of the page.
import type { Called } from './call.ts';
import type { Trouble } from './state.ts';
import type { Words } from './words.ts';

/** For something that was asked of the bot by hand: what happened and what to do. */
export function whyNot(called: Exclude<Called<unknown>, { kind: 'ok' }>, say: Words): string {
  switch (called.kind) {
    case 'same':
    case 'offline':
      return say('tab.notSent');
    case 'signed out':
      return say('tab.signedOut');
    case 'refused':
      return called.why || say('tab.failed');
  }
}

/** For the page itself: why nothing fresh comes. */
export function troubleOf(called: Exclude<Called<unknown>, { kind: 'ok' }>): Trouble {
  switch (called.kind) {
    case 'same':
    case 'offline':
      return { kind: 'offline', why: '' };
    case 'signed out':
      return { kind: 'signed out', why: called.why };
    case 'refused':
      return { kind: 'failed', why: called.why };
  }
}

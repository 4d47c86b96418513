// Draws a card as Teams does, with the same library, in the theme that is on; loaded only when a card is shown.
import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  type SubmitAction,
} from 'adaptivecards';
import type { Theme } from './place.ts';
import type { Button } from './state.ts';

type Colours = Record<'text' | 'subtle' | 'back' | 'line' | Tone, string>;
type Tone = 'good' | 'warning' | 'attention' | 'accent';

/** Teams' own values: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards */
const COLOURS: Record<Theme, Colours> = {
  default: {
    ...{ text: '#242424', subtle: '#616161', back: '#ffffff', line: '#d1d1d1' },
    ...{ good: '#237b4b', warning: '#835b00', attention: '#c4314b', accent: '#5b5fc7' },
  },
  dark: {
    ...{ text: '#ffffff', subtle: '#adadad', back: '#292929', line: '#525252' },
    ...{ good: '#92c353', warning: '#fbc94a', attention: '#ff8b98', accent: '#9299f7' },
  },
  contrast: {
    ...{ text: '#ffffff', subtle: '#ffffff', back: '#000000', line: '#ffffff' },
    ...{ good: '#3ff23f', warning: '#ffff01', attention: '#ffff01', accent: '#1aebff' },
  },
};
const CONTAINERS: Record<Theme, Record<'good' | 'attention' | 'emphasis' | 'warning', string>> = {
  default: { good: '#b7e1b9', attention: '#f3c6ca', warning: '#fbe8c4', emphasis: '#f0f0f0' },
  dark: { good: '#2c6b2f', attention: '#7d2c33', warning: '#5f4a15', emphasis: '#333333' },
  contrast: { good: '#000000', attention: '#000000', warning: '#000000', emphasis: '#000000' },
};

const TONES = ['good', 'warning', 'attention', 'accent'] as const;

function configFor(theme: Theme): HostConfig {
  const { text, subtle, back, line, ...tones } = COLOURS[theme];
  const foregroundColors = {
    default: { default: text, subtle },
    ...Object.fromEntries(
      TONES.map((tone) => [tone, { default: tones[tone], subtle: tones[tone] }]),
    ),
  };
  const containers = Object.entries(CONTAINERS[theme]).map(([name, backgroundColor]) => [
    name,
    { backgroundColor, foregroundColors },
  ]);
  return new HostConfig({
    fontFamily: 'inherit',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    actions: { maxActions: 6, buttonSpacing: 8, actionAlignment: 'left' },
    supportsInteractivity: true,
    containerStyles: {
      default: { backgroundColor: back, foregroundColors },
      ...Object.fromEntries(containers),
    },
  });
}

/** What pressing a button of the card sends goes to `press`; a link opens outside of the frame. */
export function drawCard(card: unknown, theme: Theme, press: (button: Button) => void): Node {
  const made = new AdaptiveCard();
  made.hostConfig = configFor(theme);
  made.onExecuteAction = (action: Action) => {
    if (action instanceof ExecuteAction) {
      press({ verb: action.verb ?? '', data: dataOf(action) });
    } else if (action instanceof OpenUrlAction && /^https:/.test(action.url ?? '')) {
      window.open(action.url, '_blank', 'noopener');
    }
  };
  made.parse(card);
  const drawn = made.render();
  // Its title replaces what stands on it, where screen readers should read both: WCAG 2.5.3.
  for (const part of drawn?.querySelectorAll('.ac-selectable') ?? []) {
    part.removeAttribute('aria-label');
  }
  return drawn ?? document.createTextNode('');
}

/** The button's own data together with what was filled in. */
function dataOf(action: SubmitAction | ExecuteAction): Record<string, unknown> {
  return typeof action.data === 'object' ? { ...action.data } : {};
}

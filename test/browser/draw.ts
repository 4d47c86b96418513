// Draws cards with the reference renderer in a browser, coloured and spaced as Teams does it.
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);

export type Theme = 'light' | 'dark';

/** Teams' own values, light and dark. */
const COLOURS = {
  light: {
    text: '#242424',
    subtle: '#616161',
    back: '#ffffff',
    line: '#d1d1d1',
    button: '#ffffff',
  },
  dark: { text: '#ffffff', subtle: '#adadad', back: '#292929', line: '#525252', button: '#292929' },
} as const;
const STYLES = {
  light: { good: '#b7e1b9', attention: '#f3c6ca', emphasis: '#f0f0f0' },
  dark: { good: '#2c6b2f', attention: '#7d2c33', emphasis: '#333333' },
} as const;
const TONES = {
  light: { good: '#237b4b', warning: '#986f0b', attention: '#c4314b', accent: '#5b5fc7' },
  dark: { good: '#92c353', warning: '#fbc94a', attention: '#f9526b', accent: '#7f85f5' },
} as const;

function hostConfig(theme: Theme) {
  const { text, subtle, back } = COLOURS[theme];
  const both = (colour: string) => ({ default: colour, subtle: colour });
  const tones = Object.entries(TONES[theme]).map(([name, colour]) => [name, both(colour)]);
  const foregroundColors = {
    default: { default: text, subtle },
    ...Object.fromEntries(tones),
  };
  const styles = Object.entries(STYLES[theme]).map(([name, backgroundColor]) => [
    name,
    { backgroundColor, foregroundColors },
  ]);
  return {
    fontFamily: '"Segoe UI", "Noto Sans", "Noto Sans CJK JP", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: COLOURS[theme].line },
    actions: { maxActions: 6, buttonSpacing: 8, actionAlignment: 'left' },
    supportsInteractivity: true,
    containerStyles: {
      default: { backgroundColor: back, foregroundColors },
      ...Object.fromEntries(styles),
    },
  };
}

function css(theme: Theme): string {
  const { text, back, line, button } = COLOURS[theme];
  return `body{margin:0;padding:8px;background:${back}}
    .ac-adaptiveCard{border:1px solid ${line};border-radius:6px}
    .ac-pushButton{font:600 14px "Segoe UI","Noto Sans",sans-serif;padding:5px 12px;min-height:32px;border-radius:4px;
      border:1px solid ${line};background:${button};color:${text}}
    .ac-input{font:14px "Segoe UI","Noto Sans",sans-serif;box-sizing:border-box;max-width:100%;background:${back};
      color:${text};border:1px solid ${line};border-radius:4px;padding:5px}
    .ac-horizontal-separator{border-color:${line}!important}`;
}

/** Debian's; set CHROMIUM elsewhere. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export async function createDrawing() {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return {
    /** Draws the card `width` pixels wide into the file; how far it reaches over its right edge, in pixels. */
    async draw(card: unknown, width: number, theme: Theme, path: string): Promise<number> {
      const page = await browser.newPage({ viewport: { width, height: 400 } });
      await page.setContent(`<style>${css(theme)}</style><div id="card"></div>`);
      await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.js') });
      const put = `(({ card, config }) => {
        const made = new AdaptiveCards.AdaptiveCard();
        made.hostConfig = new AdaptiveCards.HostConfig(config);
        made.parse(card);
        document.getElementById('card').appendChild(made.render());
        return document.documentElement.scrollWidth - innerWidth;
      })(${JSON.stringify({ card, config: hostConfig(theme) })})`;
      const over = Number(await page.evaluate(put));
      await page.screenshot({ path, fullPage: true });
      await page.close();
      return over;
    },
    close: () => browser.close(),
  };
}

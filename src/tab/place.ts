// Where the page is open: inside Teams, or in a plain browser as `npm run try` shows it.

export type Theme = 'default' | 'dark' | 'contrast';

export type Place = {
  /** As Teams or the browser names it. */
  locale: string;
  /** The task a link leads to; empty for the table. */
  target: string;
  /** Calls at once, and again whenever people switch while the page is open. */
  onTheme(paint: (theme: Theme) => void): void;
  /** Asked for anew with every burst of requests and kept nowhere; null where the bot asks for none. */
  token(): Promise<string | null>;
  /** Offers a link to the task; true where it now is on the clipboard. */
  share(task: string, name: string): Promise<boolean>;
  /** Opens the chat with the bot; null where there is none. */
  chat: (() => void) | null;
  /** Takes the host's own loading sign away. */
  ready(): void;
};

/** Frames on the web and the desktop; the mobile apps open the page itself and put this on the window. */
function isInTeams(): boolean {
  return window.parent !== window || 'nativeInterface' in window;
}

export async function findPlace(): Promise<Place> {
  return isInTeams() ? (await import('./teams-place.ts')).teamsPlace() : browserPlace();
}

export function addressOf(task: string): string {
  const { pathname } = window.location;
  return task === '' ? pathname : `${pathname}?task=${encodeURIComponent(task)}`;
}

export function targetInAddress(): string {
  return new URLSearchParams(window.location.search).get('task') ?? '';
}

function browserPlace(): Place {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const contrast = window.matchMedia('(forced-colors: active), (prefers-contrast: more)');
  const theme = (): Theme => (contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'default');
  return {
    locale: navigator.language,
    target: targetInAddress(),
    onTheme(paint) {
      paint(theme());
      for (const query of [dark, contrast]) query.addEventListener('change', () => paint(theme()));
    },
    token: async () => null,
    share: async (task) => {
      const link = new URL(addressOf(task), window.location.href).href;
      return navigator.clipboard.writeText(link).then(
        () => true,
        () => false,
      );
    },
    chat: null,
    ready: () => undefined,
  };
}

// Where the page is open: inside Teams, or in a plain browser as `npm run try` shows it.

export type Theme = 'default' | 'dark' | 'contrast';

/** What a link leads to; an empty task is the table, an empty matrix the usual one. */
export type Target = { matrix: string; task: string };

export type Place = {
  /** As Teams or the browser names it. */
  locale: string;
  target: Target;
  /** Calls at once, and again whenever people switch while the page is open. */
  onTheme(paint: (theme: Theme) => void): void;
  /** Asked for anew with every burst of requests and kept nowhere; null where the bot asks for none. */
  token(): Promise<string | null>;
  /** Offers a link to the task; true where it now is on the clipboard. */
  share(target: Target, name: string): Promise<boolean>;
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
  if (!isInTeams()) return browserPlace();
  const { teamsPlace } = await import('./teams-place.ts');
  // In the frame of something that is not Teams; what it may see, the bot decides.
  return teamsPlace().catch(browserPlace);
}

/** The page's own address with another task; the matrix in it stays. */
export function addressOf(task: string): string {
  const { pathname, search } = window.location;
  const params = new URLSearchParams(search);
  if (task === '') params.delete('task');
  else params.set('task', task);
  return params.size === 0 ? pathname : `${pathname}?${params}`;
}

export function targetInAddress(): Target {
  const params = new URLSearchParams(window.location.search);
  return { matrix: params.get('matrix') ?? '', task: params.get('task') ?? '' };
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
    share: async (target) => {
      const params = new URLSearchParams(target);
      const link = new URL(`${window.location.pathname}?${params}`, window.location.href).href;
      return navigator.clipboard.writeText(link).then(
        () => true,
        () => false,
      );
    },
    chat: null,
    ready: () => undefined,
  };
}

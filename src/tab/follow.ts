// Looks again every few seconds while somebody looks at the page, so that edits made elsewhere show by themselves.

/** An unchanged matrix costs the bot a comparison and the line 200 bytes. */
const EVERY_MS = 3_000;

/** While the bot does not answer: doubled up to this. */
const AT_MOST_MS = 30_000;

export type Follow = {
  /** Looks right away, once more after what is under way. */
  now(): Promise<void>;
};

/** `look` says whether the bot answered. Nothing is asked while the page is hidden; showing it asks at once. */
export function createFollow(look: () => Promise<boolean>): Follow {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = EVERY_MS;
  let running: Promise<void> | null = null;

  async function once(): Promise<void> {
    clearTimeout(timer);
    const answered = await look();
    wait = answered ? EVERY_MS : Math.min(AT_MOST_MS, wait * 2);
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(() => void now(), wait);
  }

  async function now(): Promise<void> {
    while (running) await running;
    running = once();
    await running.finally(() => {
      running = null;
    });
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) clearTimeout(timer);
    else void now();
  });
  window.addEventListener('online', () => void now());
  return { now };
}

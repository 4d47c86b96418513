// What the log keeps of an error.

/** Where it happened, without the message: that may hold what somebody wrote. The store's own names only a setting. */
export function traceOf(error: unknown): { error: string; thrown: string } {
  if (!(error instanceof Error)) return { error: typeof error, thrown: '' };
  if (error.name === 'StoreUnavailable') return { error: error.name, thrown: error.message };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    thrown: frames
      .slice(0, 4)
      .map((line) => line.trim())
      .join(' | '),
  };
}

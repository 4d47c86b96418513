// The log: one JSON line an event on standard error; constant text plus fields.

/** Field values are counts, codes and references: never a question's text, a name or a token. */
export type Log = (event: string, fields?: Record<string, string | number | boolean>) => void;

/** Standard error, so that what a command prints stays clean. */
export function createLog(write: (line: string) => void, clock: () => Date): Log {
  return (event, fields = {}) => {
    write(`${JSON.stringify({ at: clock().toISOString(), event, ...fields })}\n`);
  };
}

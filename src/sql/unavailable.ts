// The one error of the store: it could not do its work, and its cause says why.

/** The settings that say where the data is; every message for operators names one. */
export type Setting = 'REMIT_DATA' | 'DATABASE_URL';

/** A class because callers must tell it from every other error. The message never holds SQL; the cause may. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** What a driver threw, as the store's own error. */
export function unavailable(setting: Setting, cause: unknown): StoreUnavailable {
  if (cause instanceof StoreUnavailable) return cause;
  return new StoreUnavailable(`${setting}: the database failed (${codeOf(cause)})`, { cause });
}

/** The short name of what went wrong (`disk is full`, `ECONNREFUSED`, `57P01`): safe to show, unlike messages. */
export function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  if ('errstr' in cause && typeof cause.errstr === 'string') return cause.errstr;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}

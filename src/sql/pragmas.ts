// How every connection to the file is set, whichever thread it is in.

/** Sixteen megabytes: pages that many turns touch go to the main file once, not with every thousandth page. */
const CHECKPOINT_PAGES = 4_000;

/** FULL: what was answered survives a power cut, not only a crash. */
export const CONNECTION = `pragma journal_mode = wal; pragma synchronous = full;
  pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}; pragma foreign_keys = on`;

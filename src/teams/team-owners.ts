// Owners of the teams that the operator named, as Microsoft Graph tells them: kept for minutes, and nobody where it fails.
import { z } from 'zod';
import type { Log } from '../log.ts';

/** Whoever is no owner any more is none within this; Graph is asked so rarely that it never throttles. */
const KEEP_MS = 5 * 60_000;

/** After a failure: turns go on without the owners, and do not wait for the next one each. */
const RETRY_MS = 60_000;

/** Teams waits 15 s for an answer, which has to be found and written, too. */
const TIMEOUT_MS = 3_000;

/** A team has at most 25,000 members. https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
const PAGE = 999;
const MOST_PAGES = 26;

const Page = z.object({
  value: z.array(z.object({ userId: z.string().nullish(), roles: z.array(z.string()) })),
  '@odata.nextLink': z.url().nullish(),
});

export type TeamOwners = {
  /** Object ids in small letters; never throws. Turns that ask together wait for one question to Graph. */
  ids(): Promise<readonly string[]>;
};

type Told = { kind: 'owners'; ids: string[] } | { kind: 'fault'; why: string };

/** `teams` are group ids; `base` is Graph's address up to its version; `token` proves the app to it. */
export function createTeamOwners(options: {
  teams: readonly string[];
  base: string;
  token: () => Promise<string>;
  log: Log;
  clock: () => Date;
  timeoutMs?: number;
}): TeamOwners {
  const { teams, base, token, log, clock, timeoutMs = TIMEOUT_MS } = options;
  let known: { ids: readonly string[]; until: number } = { ids: [], until: 0 };
  let asking: Promise<readonly string[]> | null = null;

  async function ask(): Promise<readonly string[]> {
    const now = clock().getTime();
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const proof = await inTime(token(), signal);
      const told = await Promise.all(teams.map((team) => ownersOf(team, proof, signal)));
      const [fault] = told.flatMap((one) => (one.kind === 'fault' ? [one.why] : []));
      if (fault !== undefined) return failed(now, fault);
      const ids = told.flatMap((one) => (one.kind === 'owners' ? one.ids : []));
      known = { ids: [...new Set(ids)], until: now + KEEP_MS };
    } catch (error) {
      // Its message may tell more than a log should hold.
      return failed(now, error instanceof Error ? error.name : 'unknown');
    }
    return known.ids;
  }

  function failed(now: number, why: string): readonly string[] {
    log('team owners not told', { why });
    known = { ids: [], until: now + RETRY_MS };
    return known.ids;
  }

  async function ownersOf(team: string, proof: string, signal: AbortSignal): Promise<Told> {
    const ids: string[] = [];
    let next = `${base}/teams/${encodeURIComponent(team)}/members?$top=${PAGE}`;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const response = await fetch(next, {
        headers: { authorization: `Bearer ${proof}` },
        // The token goes to Graph and nowhere else.
        redirect: 'error',
        signal,
      });
      if (!response.ok) return { kind: 'fault', why: `Graph answered ${response.status}` };
      const { value, '@odata.nextLink': link } = Page.parse(await response.json());
      const found = value.filter(
        ({ roles }) => roles.includes('owner') && !roles.includes('guest'),
      );
      ids.push(...found.flatMap(({ userId }) => userId?.toLowerCase() ?? []));
      if (!link) return { kind: 'owners', ids };
      if (!link.startsWith(`${base}/`)) return { kind: 'fault', why: 'Graph pointed elsewhere' };
      next = link;
    }
    return { kind: 'fault', why: 'Graph told more members than a team has' };
  }

  return {
    async ids() {
      if (clock().getTime() < known.until) return known.ids;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
  };
}

function inTime<T>(wanted: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('no token in time')), { once: true });
  });
  return Promise.race([wanted, late]);
}

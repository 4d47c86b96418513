// Each guard of delivery taken out, to prove that the tests would notice.
import type { PostStore } from '../../src/posts.ts';
import type { Exchange } from '../../src/teams/exchange.ts';

/** A claim that keeps nobody away: it ends at once, and leaves no gap that would hide that. */
export function withoutClaim(kept: PostStore): PostStore {
  return {
    ...kept,
    claim: (tenant, pace, most, now) =>
      kept.claim(tenant, { ...pace, gapMs: -60_000 }, most, now, now),
  };
}

/** Posts whatever it once claimed. */
export function withoutFence(kept: PostStore): PostStore {
  return {
    ...kept,
    async begin(...given) {
      await kept.begin(...given);
      return true;
    },
  };
}

/** As the SDK does it: a lost answer or a 5xx is posted again, up to four times in all. */
export function withRetries(once: Exchange): Exchange {
  return async (order, timeoutMs) => {
    for (let left = 3; ; left -= 1) {
      const came = await once(order, timeoutMs);
      const again = came.kind === 'failed' || came.status >= 500;
      if (!again || left === 0) return came;
    }
  };
}

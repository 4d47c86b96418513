// The PlaceStore over an engine: where can be posted, and who is back.
import type { Place, PlaceStore } from '../posts.ts';
import { withoutThread } from '../posts.ts';
import { addressesOf } from './addresses.ts';
import type { Engine, Outcome, Plan } from './engine.ts';
import type { Queries } from './queries.ts';
import { changes, rows } from './query.ts';
import type { PlaceRow } from './tables.ts';

/** What was refused longer ago is no news any more: the next digest says how things stand. */
const REVIVE_WITHIN_MS = 7 * 24 * 3_600_000;

const REMOVED = 'removed';

export function createPlaces(engine: Engine, q: Queries): PlaceStore {
  return {
    async remember(place, now) {
      const { tenant } = place;
      const conversation = withoutThread(place.conversation);
      const [address, other] = addressesOf(place);
      const [known] = await engine.look(
        rows(q.knownPlace, { tenant, conversation, address, other }),
      );
      if (known && !known.parked && isSame(known, place)) return;
      await engine.write(rememberPlan(q, place, now));
    },

    leave: (place, now) => engine.write(leavePlan(q, place, now)),

    async find(tenant, to) {
      const asked =
        to.kind === 'person'
          ? rows(q.chatOf, { tenant, person: to.person })
          : rows(q.placeOf, { tenant, conversation: withoutThread(to.conversation) });
      const [found] = await engine.look(asked);
      return found ? placeOf(found) : null;
    },

    async serviceUrl(tenant) {
      const [found] = await engine.look(rows(q.newestPlace, { tenant }));
      return found?.service_url ?? null;
    },
  };
}

function* rememberPlan(q: Queries, place: Place, now: Date): Plan<Outcome<void>> {
  const { tenant, where: kind, serviceUrl: service_url, person, locale } = place;
  const conversation = withoutThread(place.conversation);
  const at = now.toISOString();
  yield* changes(q.putPlace, { tenant, conversation, kind, service_url, person, locale, at });
  const since = new Date(now.getTime() - REVIVE_WITHIN_MS).toISOString();
  for (const address of new Set(addressesOf(place))) {
    yield* changes(q.unpark, { tenant, address });
    yield* changes(q.revive, { tenant, address, since, now: at });
  }
  return { keep: true, value: undefined };
}

function* leavePlan(q: Queries, place: Place, now: Date): Plan<Outcome<void>> {
  const { tenant } = place;
  yield* changes(q.dropPlace, { tenant, conversation: withoutThread(place.conversation) });
  for (const address of new Set(addressesOf(place))) {
    yield* changes(q.park, { tenant, address, why: REMOVED, at: now.toISOString() });
  }
  return { keep: true, value: undefined };
}

/** Where several people write, each brings a locale and a name of their own: the first stays. */
function isSame(known: Omit<PlaceRow, 'tenant' | 'conversation' | 'at'>, place: Place): boolean {
  const there = known.kind === place.where && known.service_url === place.serviceUrl;
  if (place.where !== 'personal') return there;
  return there && known.person === place.person && known.locale === place.locale;
}

function placeOf({ tenant, conversation, kind, ...row }: PlaceRow): Place {
  const where = kind === 'personal' || kind === 'channel' ? kind : 'group';
  const { service_url: serviceUrl, person, locale } = row;
  return { tenant, conversation, where, serviceUrl, person, locale };
}

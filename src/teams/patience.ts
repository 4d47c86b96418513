// Tries a reply again that is known not to have been posted, as long as Teams waits for the turn.
import type { Connector, Sent } from './connector.ts';

/** Teams delivers a turn again after 15 s; what the turn itself took must fit, too. */
const BUDGET_MS = 10_000;

/** After the first try, where the connector does not say how long to wait. */
const WAITS_MS = [300, 1_000, 3_000];

export type PatienceOptions = {
  connector: Connector;
  pause(ms: number): Promise<void>;
  /** In [0, 1). */
  random: () => number;
  clock: () => Date;
};

/** Only what was not sent is tried again: anything else may be in the chat already. */
export function createPatience({ connector, pause, random, clock }: PatienceOptions): Connector {
  async function patiently(send: () => Promise<Sent>): Promise<Sent> {
    const until = clock().getTime() + BUDGET_MS;
    let sent = await send();
    for (const usual of WAITS_MS) {
      if (sent.kind !== 'not sent') break;
      const { retryAfterSeconds: told } = sent;
      const wait = told === null ? usual * (0.5 + random()) : told * 1_000;
      if (clock().getTime() + wait >= until) break;
      await pause(wait);
      sent = await send();
    }
    return sent;
  }
  return {
    ...connector,
    post: (place, replyTo, activity) => patiently(() => connector.post(place, replyTo, activity)),
    update: (place, id, activity) => patiently(() => connector.update(place, id, activity)),
  };
}

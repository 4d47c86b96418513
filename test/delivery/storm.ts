// A tenant that is throttled again and again, for one second to an hour, on the virtual clock; and what came of it.
import { seeded } from '../faults/store-life.ts';
import { createWorld, LATENCY_MS, posts, START, type Teams } from './world.ts';

export type Stormed = {
  sent: number;
  windows: number;
  /** Requests that came inside a window whose beginning had been told. */
  inside: number;
  throttledShare: number;
  /** Against what the limit of 50 a second and the windows allow. */
  timesTheLeast: number;
  virtualHours: number;
};

const LONGEST_WAIT_S = 3_600;
const DAY_MS = 24 * 3_600_000;

/** A window begins with the answer to every so manieth request; whoever comes inside is told the rest of it. */
export async function storm(count: number, every: number, instances: number): Promise<Stormed> {
  const random = seeded(count);
  const windows: { from: number; to: number }[] = [];
  const told: number[] = [];
  let left = every;
  const teams: Teams = ({ at }) => {
    left -= 1;
    const open = windows.findLast(({ to }) => at < to);
    if (!open && left > 0) return { kind: 'sent', id: 'x' };
    const wait = open ? open.to - at : Math.ceil(LONGEST_WAIT_S ** random()) * 1_000;
    if (!open) {
      windows.push({ from: at, to: at + wait });
      left = every;
    }
    told.push(at);
    const retryAfterSeconds = Math.ceil(wait / 1_000);
    return { kind: 'not sent', why: 'status 429', throttled: true, retryAfterSeconds };
  };

  const world = await createWorld(teams);
  await world.add(posts(count));
  for (let i = 0; i < instances; i += 1) world.instance().start();
  const { time, seen } = world;
  await time.untilTrue(
    () => seen.length - told.length >= count,
    new Date(START.getTime() + DAY_MS),
  );
  const states = await world.states();
  const inside = told.filter((at) =>
    windows.some(({ from, to }) => at > from + LATENCY_MS && at < to),
  );
  const waits = windows.reduce((sum, { from, to }) => sum + to - from, 0);
  const took = (seen.at(-1)?.at ?? 0) - START.getTime();
  await world.close();
  return {
    sent: (states['sent'] ?? 0) + (states['sending'] ?? 0),
    windows: windows.length,
    inside: inside.length,
    throttledShare: round(told.length / seen.length),
    timesTheLeast: round(took / (count * 20 + waits)),
    virtualHours: round(took / 3_600_000),
  };
}

function round(figure: number): number {
  return Math.round(figure * 1_000) / 1_000;
}

// Kills a delivering instance at each step: node test/faults/delivery-kills.ts --kills 25 --count 1000 --engine sqlite|postgres
import { parseArgs } from 'node:util';
import { STEPS } from '../../src/delivery/step.ts';
import { createFakeConnector } from '../support/connector.ts';
import { check, createField, FAST, type Job, startInstance } from './delivery-field.ts';
import { seeded } from './store-life.ts';

const { values } = parseArgs({
  options: {
    /** At each step. */
    kills: { type: 'string', default: '2' },
    count: { type: 'string', default: '1000' },
    engine: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
  },
});

/** Fewer are ever in flight at once; see SHORT in delivery-instance.ts. */
const MOST_IN_FLIGHT = 32;

/** Steps that happen once in a life, or once for each claim, and not for each post. */
const RARE = ['expired', 'asked', 'added', 'claimed'];

const count = Number(values.count);
const random = seeded(Number(values.seed));
const connector = await createFakeConnector();
const field = await createField(values.engine, count, connector);
const started = performance.now();
const total = { kills: 0, twice: 0, missing: 0, uncertain: 0, mostCutOff: 0, slowestMs: 0 };
let faults = 0;
try {
  for (const at of STEPS) {
    for (let kill = 0; kill < Number(values.kills); kill += 1) await killAt(at);
  }
} finally {
  await field.stop();
  await connector.close();
}
const seconds = Math.round((performance.now() - started) / 100) / 10;
const { engine } = values;
process.stdout.write(`${JSON.stringify({ run: 'kills', engine, count, ...total, seconds })}\n`);
if (faults > 0 || total.twice > 0 || total.missing > 0) process.exitCode = 1;

async function killAt(at: (typeof STEPS)[number]): Promise<void> {
  connector.forget();
  const place = await field.fresh();
  const job: Job = { place, count, kill: null, perSecond: FAST, without: '' };
  let killed = 0;
  const live = async (kill: Job['kill']) => {
    if ((await startInstance({ ...job, kill }).ended) === 'killed') killed += 1;
  };
  const anyOf = () => 1 + Math.floor(random() * count);
  // Something has to be in doubt before it can expire.
  if (at === 'expired') await live({ at: 'begun', nth: anyOf() });
  await live({ at, nth: RARE.includes(at) ? 1 : anyOf() });
  const again = performance.now();
  await live(null);
  const took = Math.round(performance.now() - again);

  const verdict = await check(place, count, connector);
  const { uncertain, ...figures } = verdict;
  total.kills += killed;
  total.twice += verdict.twice;
  total.missing += verdict.missing;
  total.uncertain += uncertain.length;
  total.mostCutOff = Math.max(total.mostCutOff, verdict.cutOff);
  total.slowestMs = Math.max(total.slowestMs, took);
  const fine =
    verdict.twice === 0 &&
    verdict.missing === 0 &&
    verdict.cutOff <= MOST_IN_FLIGHT * killed &&
    killed > 0;
  if (fine) return;
  faults += 1;
  process.stderr.write(
    `killed at ${at}: ${JSON.stringify({ ...figures, uncertain: uncertain.length, killed })}\n`,
  );
}

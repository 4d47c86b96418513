// Loses answers, fails after taking, and hangs: node test/faults/delivery-lost.ts --count 1000 [--without "single try"]
import { parseArgs } from 'node:util';
import { createFakeConnector, type Fault } from '../support/connector.ts';
import { check, conversationOf, createField, FAST, startInstance } from './delivery-field.ts';
import { seeded } from './store-life.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    without: { type: 'string', default: '' },
  },
});

/** 5 % answers lost, 5 % 504 after it was taken, 1 % without an end. */
const SHARES: readonly [number, Fault][] = [
  [0.05, 'reset'],
  [0.05, { status: 504 }],
  [0.01, 'hang'],
];

const count = Number(values.count);
const random = seeded(Number(values.seed));
const order = Array.from({ length: count }, (_, i) => ({ name: `19:${i}`, at: random() }));
const shuffled = order.sort((a, b) => a.at - b.at).map(({ name }) => name);
const injected = new Map<string, Fault>();
for (const [share, fault] of SHARES) {
  for (const name of shuffled.splice(0, Math.round(share * count))) injected.set(name, fault);
}

const connector = await createFakeConnector();
connector.script((request) => injected.get(conversationOf(request)) ?? null);
const field = await createField('sqlite', count, connector);
const started = performance.now();
try {
  const place = await field.fresh();
  await startInstance({ place, count, kill: null, perSecond: FAST, without: values.without }).ended;
  const { uncertain, ...verdict } = await check(place, count, connector);
  const exactly =
    uncertain.length === injected.size && uncertain.every((name) => injected.has(name));
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const { without } = values;
  const told = { injected: injected.size, uncertain: uncertain.length, exactly };
  process.stdout.write(
    `${JSON.stringify({ run: 'lost', count, without, ...verdict, ...told, seconds })}\n`,
  );
  if (verdict.twice > 0 || verdict.missing > 0 || !exactly) process.exitCode = 1;
} finally {
  await field.stop();
  await connector.close();
}

// 429 again and again, hours of it on a virtual clock: node test/faults/delivery-storm.ts --count 10000
import { parseArgs } from 'node:util';
import { storm } from '../delivery/storm.ts';

const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' } } });

/** A window begins with every thousandth request. */
const EVERY = 1_000;

const count = Number(values.count);
const started = performance.now();
const stormed = await storm(count, Math.min(EVERY, count / 5), 3);
const seconds = Math.round((performance.now() - started) / 100) / 10;
process.stdout.write(`${JSON.stringify({ run: 'storm', count, ...stormed, seconds })}\n`);
const { sent, inside, throttledShare, timesTheLeast } = stormed;
const fine = sent === count && inside === 0 && throttledShare <= 0.05 && timesTheLeast <= 1.15;
if (!fine) process.exitCode = 1;

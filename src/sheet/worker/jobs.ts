// What the sheet worker and the one who started it say to each other, and how large values cross in small pieces.
import type { Line } from '../../matrix/change.ts';
import type { Day } from '../../matrix/day.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import type { BringContext, Brought, GivenFile } from '../bring.ts';
import type { Export } from '../exporting/write.ts';
import type { Refusal, Workbook } from '../reading/workbook.ts';

export type Job =
  | { kind: 'read'; file: GivenFile }
  | { kind: 'bring'; file: GivenFile; context: BringContext }
  | { kind: 'write'; form: Export; matrix: Matrix; lines: readonly Line[]; today: Day };

export type Result =
  | { kind: 'read'; book: Workbook | Refusal }
  | { kind: 'bring'; brought: Brought }
  | { kind: 'write'; bytes: Uint8Array };

/** Items of a list that cross at once. A message of 200 tasks takes a few milliseconds, one of 5,000 over a hundred. */
const PIECE = 200;

/** Both ends of a thread's channel. */
export type Channel = {
  postMessage(message: Message): void;
  on(event: 'message', listen: (message: Message) => void): unknown;
  off(event: 'message', listen: (message: Message) => void): unknown;
};

/** `begun` and `read` stand around the reading of the file, which has a time limit of its own. */
export type Message =
  | { kind: 'begun' }
  | { kind: 'read' }
  | { kind: 'shape'; value: unknown }
  | { kind: 'items'; list: number; items: unknown[] }
  | { kind: 'end' }
  | { kind: 'more' };

/** A long list left out of its value, to be put back by number. */
type Hole = { listLeftOut: number };

const isHole = (value: unknown): value is Hole =>
  typeof value === 'object' && value !== null && 'listLeftOut' in value;

/** Sends a value whose long lists follow in pieces, each when the other side has taken the one before. */
export async function sendInPieces(port: Channel, value: Job | Result): Promise<void> {
  const lists: unknown[][] = [];
  const taken = () =>
    new Promise<void>((resolve) => {
      const listen = (message: Message) => {
        if (message.kind !== 'more') return;
        port.off('message', listen);
        resolve();
      };
      port.on('message', listen);
    });
  const send = async (message: Message) => {
    const next = taken();
    port.postMessage(message);
    await next;
  };
  await send({ kind: 'shape', value: withHoles(value, lists, 0) });
  for (const [list, items] of lists.entries()) {
    for (let at = 0; at < items.length; at += PIECE) {
      await send({ kind: 'items', list, items: items.slice(at, at + PIECE) });
    }
  }
  port.postMessage({ kind: 'end' });
}

/** Collects what `sendInPieces` sends. Pieces are taken one a turn of the event loop. */
export function receiveInPieces<Value extends Job | Result>(
  port: Channel,
  done: (value: Value) => void,
): void {
  let shape: unknown;
  const lists = new Map<number, unknown[]>();
  const listen = (message: Message) => {
    if (message.kind === 'end') {
      port.off('message', listen);
      // Both ends are this program, started from one source: what one sends is what the other expects.
      done(filled(shape, lists) as Value);
      return;
    }
    if (message.kind === 'shape') shape = message.value;
    else if (message.kind !== 'items') return;
    else {
      const list = lists.get(message.list) ?? [];
      list.push(...message.items);
      lists.set(message.list, list);
    }
    setImmediate(() => port.postMessage({ kind: 'more' }));
  };
  port.on('message', listen);
}

/** Lists lie at most so deep in what crosses; deeper ones belong to one item. */
const DEEPEST = 4;

function withHoles(value: unknown, lists: unknown[][], depth: number): unknown {
  if (Array.isArray(value) && value.length > PIECE) {
    lists.push(value);
    return { listLeftOut: lists.length - 1 } satisfies Hole;
  }
  if (depth >= DEEPEST || value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((each) => withHoles(each, lists, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withHoles(each, lists, depth + 1)]),
  );
}

function filled(value: unknown, lists: ReadonlyMap<number, unknown[]>, depth = 0): unknown {
  if (isHole(value)) return lists.get(value.listLeftOut) ?? [];
  if (depth >= DEEPEST || value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((each) => filled(each, lists, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, filled(each, lists, depth + 1)]),
  );
}

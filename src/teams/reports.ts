// What goes wrong at this edge → one line in the log, and words for whoever waits.
import { randomUUID } from 'node:crypto';
import { firstLine, type Reply } from '../cards.ts';
import type { Log } from '../log.ts';
import { sayIn } from '../strings/strings.ts';
import type { createRender, Message } from './render.ts';
import { traceOf } from './trace.ts';

export function createReports(render: ReturnType<typeof createRender>, log: Log) {
  function apologise(event: string, error: unknown, locale = ''): string {
    return sayIn(locale)('failed', { reference: report(event, error) });
  }

  function report(event: string, error: unknown): string {
    const reference = randomUUID().slice(0, 8);
    log(event, { reference, ...traceOf(error) });
    return reference;
  }

  /** What was asked for is done by now, so a card that fails must not hide it: its first line says the same. */
  function messageOf(reply: Reply, matrix: string, digest: string | null = null): Partial<Message> {
    try {
      return render.message(reply, matrix, digest);
    } catch (error) {
      report('card failed', error);
      return render.message({ kind: 'text', text: firstLine(reply) }, matrix);
    }
  }

  return { report, apologise, messageOf };
}

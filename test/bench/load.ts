// Plays many people writing to a bot at once, and the Bot Connector its replies go to; times each turn.
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Milliseconds from sending the activity to the reply's arrival at the connector. */
export type Times = { turnsPerSecond: number; p50: number; p99: number; errors: number };

export type Load = {
  /** As many turns as fit, `concurrency` at a time. */
  saturate(
    bot: string,
    questions: readonly string[],
    turns: number,
    concurrency: number,
  ): Promise<Times>;
  /** A steady rate, whatever the bot does: waiting for answers would hide the slow ones. */
  steady(
    bot: string,
    questions: readonly string[],
    perSecond: number,
    seconds: number,
  ): Promise<Times>;
  close(): Promise<void>;
};

/** A turn without a reply after this long counts as an error. */
const LOST_AFTER_MS = 10_000;

export async function createLoad(): Promise<Load> {
  const waiting = new Map<string, () => void>();
  const connector = createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => {
      body += chunk;
    });
    incoming.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"reply"}');
      const conversation = /conversations\/([^/]+)/.exec(incoming.url ?? '')?.[1] ?? '';
      if (body.includes('"message"')) waiting.get(decodeURIComponent(conversation))?.();
    });
  });
  await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  let sent = 0;

  function turn(bot: string, question: string): Promise<number | null> {
    sent += 1;
    const conversation = `bench-${sent}`;
    const begun = performance.now();
    return new Promise((resolve) => {
      const finish = (took: number | null) => {
        clearTimeout(lost);
        waiting.delete(conversation);
        resolve(took);
      };
      const lost = setTimeout(() => finish(null), LOST_AFTER_MS);
      waiting.set(conversation, () => finish(performance.now() - begun));
      const outgoing = request(bot, {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json' },
      });
      outgoing.on('response', (response) => {
        response.resume();
        if ((response.statusCode ?? 500) >= 300) finish(null);
      });
      outgoing.on('error', () => finish(null));
      outgoing.end(JSON.stringify(activity(question, conversation, sent, serviceUrl)));
    });
  }

  return {
    async saturate(bot, questions, turns, concurrency) {
      const took: (number | null)[] = [];
      let next = 0;
      const begun = performance.now();
      const person = async () => {
        while (next < turns) {
          next += 1;
          took.push(await turn(bot, questions[next % questions.length] ?? ''));
        }
      };
      await Promise.all(Array.from({ length: concurrency }, person));
      return summary(took, (performance.now() - begun) / 1000);
    },
    async steady(bot, questions, perSecond, seconds) {
      const turns: Promise<number | null>[] = [];
      const begun = performance.now();
      await new Promise<void>((resolve) => {
        const timer = setInterval(() => {
          const due = Math.floor(((performance.now() - begun) / 1000) * perSecond);
          while (turns.length < Math.min(due, perSecond * seconds)) {
            turns.push(turn(bot, questions[turns.length % questions.length] ?? ''));
          }
          if (turns.length >= perSecond * seconds) {
            clearInterval(timer);
            resolve();
          }
        }, 5);
      });
      return summary(await Promise.all(turns), (performance.now() - begun) / 1000);
    },
    close: () => {
      agent.destroy();
      connector.closeAllConnections();
      return new Promise((resolve) => connector.close(() => resolve()));
    },
  };
}

function activity(text: string, conversation: string, count: number, serviceUrl: string): unknown {
  return {
    type: 'message',
    id: `activity-${count}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:person-${count % 50}`, name: 'Bench', aadObjectId: undefined },
    conversation: { id: conversation, conversationType: 'personal', tenantId: 'local' },
    recipient: { id: '28:remit', name: 'Remit' },
    text,
    locale: 'en-GB',
    channelData: { tenant: { id: 'local' } },
  };
}

function summary(took: (number | null)[], seconds: number): Times {
  const arrived = took.filter((time) => time !== null).sort((a, b) => a - b);
  const at = (share: number) =>
    arrived[Math.min(arrived.length - 1, Math.floor(arrived.length * share))] ?? 0;
  return {
    turnsPerSecond: arrived.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    errors: took.length - arrived.length,
  };
}

// A browser's share of the page's bench, in a thread of its own: asks one after the other and times each answer.
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

export type Errand = { address: string; token: string; paths: readonly string[]; times: number };

/** `bytes` are those on the wire of the last answer. */
export type Errands = { ms: number[]; bytes: number; faults: number };

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function ask(url: string, token: string): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'br' };
    request(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }));
    })
      .on('error', reject)
      .end();
  });
}

const { address, token, paths, times } = workerData as Errand;
const done: Errands = { ms: [], bytes: 0, faults: 0 };
for (let n = 0; n < times; n += 1) {
  const from = performance.now();
  const { status, bytes } = await ask(`${address}${paths[n % paths.length]}`, token);
  done.ms.push(performance.now() - from);
  done.bytes = bytes;
  if (status !== 200) done.faults += 1;
}
agent.destroy();
parentPort?.postMessage(done);

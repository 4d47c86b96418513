// Starts the Agents Playground, a local Teams in the browser, against a bot on this machine.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export type Playground = { address: string; stopped: Promise<number | null>; stop(): void };

/** It is ready in half a second; a slow disk on a first start has been seen to take some seconds. */
const READY_WITHIN_MS = 30_000;
const POLL_MS = 100;

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Resolves once the page answers; throws with what to do when it does not. */
export async function startPlayground(botAddress: string, port: number): Promise<Playground> {
  const script = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const child = spawn(
    process.execPath,
    [
      '--require',
      here('loopback.cjs'),
      script,
      'start',
      '--app-endpoint',
      botAddress,
      '--channel-id',
      'msteams',
      '--port',
      String(port),
      '--disable-telemetry',
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: here('playground.yml'),
      },
    },
  );
  const stopped = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = `http://127.0.0.1:${port}`;
  const deadline = AbortSignal.timeout(READY_WITHIN_MS);
  const ready = await Promise.race([answers(address, deadline), stopped.then(() => false)]);
  if (!ready) {
    child.kill();
    throw new Error(
      `the local Teams did not start on ${address}; if the port is taken, give another: npm run try -- --teams-port 56151`,
    );
  }
  return { address, stopped, stop: () => child.kill() };
}

async function answers(address: string, deadline: AbortSignal): Promise<boolean> {
  while (!deadline.aborted) {
    const response = await fetch(address, { signal: deadline }).catch(() => null);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return false;
}

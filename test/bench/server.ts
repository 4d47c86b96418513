// Starts a bot in a process of its own, on one core where the system allows it, and watches what it costs.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type Server = { address: string; startedInMs: number; process: ChildProcess };

const PINNED = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** Whether the bot has a core to itself; the load generator then takes the others. */
export function onOneCore(): boolean {
  return PINNED;
}

/** Resolves when the bot prints its address. */
export async function startServer(
  args: string[],
  env: Record<string, string> = {},
): Promise<Server> {
  const begun = performance.now();
  const command = [process.execPath, ...args];
  const [program = '', ...rest] = PINNED ? ['taskset', '-c', '0', ...command] : command;
  const child = spawn(program, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\/api\/messages/.exec(printed);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the bot stopped with code ${code}`)));
  });
  return { address, startedInMs: performance.now() - begun, process: child };
}

/** Resident memory in MB; null where the system does not tell. */
export function memoryOf(server: Server): number | null {
  try {
    const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  } catch {
    return null;
  }
}

export async function stopServer(server: Server): Promise<void> {
  const stopped = new Promise((resolve) => server.process.once('exit', resolve));
  server.process.kill('SIGTERM');
  await stopped;
}

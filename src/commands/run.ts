// Runs an app until it is told to stop, and then stops it in order.
import type { App } from '../app.ts';

/** Resolves with the exit code once a signal has been obeyed. */
export function untilStopped(app: App, also: () => void = () => {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      also();
      app.close().then(resolve, reject);
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}

// One good request for each route of the page's API: what tests forge, and whose answers they look through.
import { ROUTES, type Route } from '../../src/web/routes.ts';
import { PARTYS } from '../edit/office.ts';

/** `matrix` asks about that matrix, where the route is about one. */
export type Request = { path: string; body?: Record<string, unknown> };

let made = 0;

const EXAMPLES: Readonly<Record<string, (matrix: string) => Record<string, unknown>>> = {
  '/api/me': () => ({}),
  '/api/matrix': (matrix) => ({ matrix }),
  '/api/find': (matrix) => ({ matrix, q: 'who owns mail flow?' }),
  '/api/task': (matrix) => ({ matrix, task: PARTYS }),
  '/api/card': (matrix) => ({ matrix, name: 'digest' }),
  '/api/export': (matrix) => ({ matrix, format: 'csv' }),
  '/api/import': (matrix) => ({
    ...{ matrix, name: 'tasks.csv', answers: {}, mark: '' },
    file: Buffer.from('name,area,owner\nNew thing,cloud,Northwind\n').toString('base64'),
  }),
  '/api/openapi.json': () => ({}),
  '/api/press': (matrix) => {
    made += 1;
    const data = { task: PARTYS, version: 1, owner: '=nobody', backup: '', health: '', why: 'x' };
    return { matrix, verb: 'edit-save', data, once: `once-and-only-${made}` };
  },
};

/** Every route there is; one without an example here fails whoever asks for it. */
export const EVERY_ROUTE: readonly Route[] = ROUTES;

export function requestFor({ method, path }: Route, matrix = 'main'): Request {
  const example = EXAMPLES[path];
  if (!example) throw new Error(`${path}: no example of a request in test/web/requests.ts`);
  const given = example(matrix);
  if (method === 'POST') return { path, body: given };
  return { path: `${path}?${new URLSearchParams(given as Record<string, string>)}` };
}

// The description of the API: made from the routes, and true to what they take.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { EVERY_ROUTE, requestFor } from './requests.ts';
import { startVisiting, type Visiting } from './visiting.ts';

let page: Visiting;
beforeAll(async () => {
  page = await startVisiting();
});
afterAll(() => page.close());

const Body = z.object({ content: z.object({ 'application/json': z.unknown() }) });
const Operation = z
  .object({
    summary: z.string().min(10),
    parameters: z.array(z.object({ name: z.string(), required: z.boolean() })).optional(),
    requestBody: Body.optional(),
  })
  .optional();
const Described = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.object({ get: Operation, post: Operation })),
});

test('names every route, with what it asks for', async () => {
  const { paths } = Described.parse((await page.get('member', '/api/openapi.json')).body);
  expect(Object.keys(paths)).toEqual(EVERY_ROUTE.map(({ path }) => path));
  expect(paths['/api/find']?.get?.parameters).toEqual([
    { name: 'matrix', required: true },
    { name: 'q', required: true },
  ]);
  expect(JSON.stringify(paths['/api/press']?.post?.requestBody)).toContain('once');
});

test.each(EVERY_ROUTE.map((route) => [route.path, route] as const))(
  '%s takes what its own description asks for, and not less',
  async (_path, route) => {
    const { required = [] } = z.toJSONSchema(route.takes, { io: 'input' });
    for (const missing of required) {
      const { path, body } = requestFor(route);
      const { [missing]: _, ...left } = body ?? {};
      const url = new URL(path, page.address);
      url.searchParams.delete(missing);
      const got = body
        ? await page.post('operator', path, left)
        : await page.get('operator', url.pathname + url.search);
      expect(got.status).toBe(400);
    }
  },
);

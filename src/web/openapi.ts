// The page's API as an OpenAPI document, made from the list of its routes.
import { z } from 'zod';
import type { Route } from './routes.ts';

const ERROR = { type: 'object', required: ['error'], properties: { error: { type: 'string' } } };

/** What every route may answer beside its own; `error` says what happened and what to do. */
const REFUSALS: Readonly<Record<string, string>> = {
  400: 'Not as described here',
  401: 'No token that proves who asks',
  403: 'Not for this person',
  404: 'No such matrix or task in the tenant',
  429: 'Too many requests; Retry-After tells the seconds to wait',
  500: 'Failed; nothing was changed',
  503: 'Busy with other files; nothing was changed',
};

/** Answers are described in src/api.ts; 3.1 takes the schemas of zod as they are. */
export function describeApi(routes: readonly Route[]): unknown {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Remit',
      version: '1',
      description: 'What the page in Teams asks of Remit, with the rights of whoever looks.',
    },
    components: {
      securitySchemes: { teams: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    security: [{ teams: [] }],
    paths: Object.fromEntries(
      routes.map((route) => [route.path, { [route.method.toLowerCase()]: operation(route) }]),
    ),
  };
}

function operation({ method, says, takes, answers }: Route): unknown {
  const schema = z.toJSONSchema(takes, { io: 'input' });
  const { properties = {}, required = [] } = schema;
  const asked =
    method === 'GET'
      ? {
          parameters: Object.entries(properties).map(([name, one]) => ({
            ...{ name, in: 'query', required: required.includes(name), schema: one },
          })),
        }
      : { requestBody: { required: true, content: { 'application/json': { schema } } } };
  return {
    summary: says,
    ...asked,
    responses: {
      200: { description: says, content: { [answers]: {} } },
      ...Object.fromEntries(
        Object.entries(REFUSALS).map(([status, description]) => [
          status,
          { description, content: { 'application/json': { schema: ERROR } } },
        ]),
      ),
    },
  };
}

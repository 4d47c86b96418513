// The page's API as one list: each route's address, what it takes, and which part of the desk serves it.
import { z } from 'zod';
import type { Desk, Turned, Visitor } from '../desk.ts';

/** What a route hands back; a tag says that the same again may be answered with "unchanged". */
export type Given = Turned | { kind: 'json'; value: unknown; tag?: string } | Unchanged;
type Unchanged = { kind: 'unchanged'; tag: string };

/** `seen` are the tags of what the page has already. */
export type Asked = { visitor: Visitor; seen: readonly string[] };

export type Route = {
  method: 'GET' | 'POST';
  path: string;
  /** One line for the description of the API. */
  says: string;
  /** Of a GET the query, of a POST the body. */
  takes: z.ZodObject;
  /** In requests of the usual kind; what is more work for the server is let through less often. */
  costs: number;
  serve(desk: Desk, asked: Asked, given: unknown): Promise<Given> | 'unreadable';
};

/** Matrix and task ids come out of sheets with at most 120 characters. */
const Id = z.string().min(1).max(200);

/** As many as a question in the chat may have before it is cut. */
const MOST_QUESTION = 500;

/** Card data is small: the longest is a step of the quiz. */
const MOST_FIELDS = 200;

/** A digest looks up every open task, a sheet is read and written as a whole. */
const LARGE = 10;

const OfMatrix = z.object({ matrix: Id });
const Fields = z
  .record(z.string().max(200), z.unknown())
  .refine((fields) => Object.keys(fields).length <= MOST_FIELDS);

export const ROUTES: readonly Route[] = [
  route('GET', '/api/me', 'Who looks, and which matrices there are', z.object({}), (desk, asked) =>
    json(desk.me(asked.visitor)),
  ),
  route('GET', '/api/matrix', 'A matrix as a table, with an ETag', OfMatrix, tagged),
  route(
    'GET',
    '/api/find',
    'Ids of the tasks that fit a question, best first',
    OfMatrix.extend({ q: z.string().max(MOST_QUESTION) }),
    (desk, { visitor }, { matrix, q }) => json(desk.find(visitor, matrix, q)),
  ),
  route(
    'GET',
    '/api/task',
    'Everything about one task',
    OfMatrix.extend({ task: Id }),
    (desk, { visitor }, { matrix, task }) => json(desk.task(visitor, matrix, task)),
  ),
  route(
    'GET',
    '/api/card',
    'The digest or the result of the quiz, as Teams would draw it',
    OfMatrix.extend({ name: z.enum(['digest', 'quiz']) }),
    (desk, { visitor }, { matrix, name }) => json(desk.card(visitor, matrix, name)),
    LARGE,
  ),
  route(
    'POST',
    '/api/press',
    'One press of a button of a card; the same `once` again has no second effect',
    OfMatrix.extend({
      verb: z.string().min(1).max(128),
      data: Fields,
      once: z.string().min(8).max(100),
    }),
    (desk, { visitor }, press) => json(desk.press(visitor, press)),
  ),
];

async function tagged(
  desk: Desk,
  { visitor, seen }: Asked,
  { matrix }: z.output<typeof OfMatrix>,
): Promise<Given> {
  const served = await desk.matrix(visitor, matrix);
  if (served.kind === 'turned away') return served;
  const { tag, page } = served.value;
  return seen.includes(tag)
    ? { kind: 'unchanged', tag }
    : { kind: 'json', value: await page(), tag };
}

type ServedLater = Promise<{ kind: 'served'; value: unknown } | Turned>;

async function json(served: ServedLater): Promise<Given> {
  const answer = await served;
  return answer.kind === 'served' ? { kind: 'json', value: answer.value } : answer;
}

/** Binds a route to the schema of what it takes, which comes from outside. */
function route<Takes extends z.ZodObject>(
  method: Route['method'],
  path: string,
  says: string,
  takes: Takes,
  serve: (desk: Desk, asked: Asked, given: z.output<Takes>) => Promise<Given>,
  costs = 1,
): Route {
  return {
    ...{ method, path, says, takes, costs },
    serve(desk, asked, given) {
      const parsed = takes.safeParse(given);
      return parsed.success ? serve(desk, asked, parsed.data) : 'unreadable';
    },
  };
}

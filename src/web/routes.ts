// The page's API as one list: each route's address, what it takes, and which part of the desk serves it.
import { z } from 'zod';
import type { Desk, Taken, Turned, Visitor } from '../desk.ts';
import { MAX_BODY_BYTES } from './body.ts';
import { describeApi } from './openapi.ts';

/** What a route hands back; a tag says that the same again may be answered with "unchanged". */
export type Given =
  | Turned
  | { kind: 'json'; value: unknown; tag?: string }
  | { kind: 'file'; taken: Taken }
  | Unchanged;
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
  /** Of a body, in bytes. */
  most: number;
  /** In requests of the usual kind; what is more work for the server is let through less often. */
  costs: number;
  /**
   * One at a time a person. Sheets are written one after the other for everybody, and any member may ask for one; a
   * file is brought in by admins alone, whose page asks again with each answer.
   */
  alone: boolean;
  /** The type of what comes back. */
  answers: string;
  serve(desk: Desk, asked: Asked, given: unknown): Promise<Given> | 'unreadable';
};

/** Matrix and task ids come out of sheets with at most 120 characters. */
const Id = z.string().min(1).max(200);

/** As many as a question in the chat may have before it is cut. */
const MOST_QUESTION = 500;

/** Card data is small: the longest is a step of the quiz. */
const MOST_FIELDS = 200;

/** A digest looks up every open task, an export writes every row. */
const LARGE = 10;

/** Sheets are read one after the other, each for up to some seconds. */
const SHEET = 20;

/** 10 MB, the most that is read of a sheet, as base64. */
const MOST_FILE = 13_333_336;

const OfMatrix = z.object({ matrix: Id });
const Fields = z
  .record(z.string().max(200), z.unknown())
  .refine((fields) => Object.keys(fields).length <= MOST_FIELDS);

export const ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/me',
    says: 'Who looks, and which matrices there are',
    takes: z.object({}),
    serve: (desk, { visitor }) => json(desk.me(visitor)),
  }),
  route({
    method: 'GET',
    path: '/api/matrix',
    says: 'A matrix as a table, the usual one where none is named, with an ETag; 304 where nothing has moved',
    takes: z.object({ matrix: z.union([Id, z.literal('')]).default('') }),
    serve: tagged,
  }),
  route({
    method: 'GET',
    path: '/api/find',
    says: 'Ids of the tasks that fit a question, best first',
    takes: OfMatrix.extend({ q: z.string().max(MOST_QUESTION) }),
    serve: (desk, { visitor }, { matrix, q }) => json(desk.find(visitor, matrix, q)),
  }),
  route({
    method: 'GET',
    path: '/api/task',
    says: 'Everything about one task',
    takes: OfMatrix.extend({ task: Id }),
    serve: (desk, { visitor }, { matrix, task }) => json(desk.task(visitor, matrix, task)),
  }),
  route({
    method: 'GET',
    path: '/api/card',
    says: 'The digest or the result of the quiz, as Teams would draw it',
    takes: OfMatrix.extend({ name: z.enum(['digest', 'quiz']) }),
    costs: LARGE,
    serve: (desk, { visitor }, { matrix, name }) => json(desk.card(visitor, matrix, name)),
  }),
  route({
    method: 'POST',
    path: '/api/press',
    says: 'One press of a button of a card; the same `once` again has no second effect',
    takes: OfMatrix.extend({
      verb: z.string().min(1).max(128),
      data: Fields,
      once: z.string().min(8).max(100),
    }),
    serve: (desk, { visitor }, press) => json(desk.press(visitor, press)),
  }),
  route({
    method: 'GET',
    path: '/api/export',
    says: 'A file: a sheet, a workbook, Markdown for a wiki, or an appendix for a contract',
    takes: OfMatrix.extend({ format: z.enum(['csv', 'xlsx', 'md', 'appendix']) }),
    costs: LARGE,
    alone: true,
    answers: 'application/octet-stream',
    async serve(desk, { visitor }, { matrix, format }) {
      const served = await desk.take(visitor, matrix, format);
      return served.kind === 'served' ? { kind: 'file', taken: served.value } : served;
    },
  }),
  route({
    method: 'POST',
    path: '/api/import',
    says: 'What a file says and would change; with the mark of that preview, changes it',
    takes: OfMatrix.extend({
      name: z.string().max(200),
      file: z.string().max(MOST_FILE),
      answers: z.record(z.string().max(500), z.string().max(500)).default({}),
      mark: z.string().max(64).default(''),
    }),
    costs: SHEET,
    most: MAX_BODY_BYTES + MOST_FILE,
    serve: (desk, { visitor }, { file, ...bringing }) =>
      json(desk.bring(visitor, { ...bringing, bytes: Buffer.from(file, 'base64') })),
  }),
  route({
    method: 'GET',
    path: '/api/openapi.json',
    says: 'This description',
    takes: z.object({}),
    serve: async () => ({ kind: 'json', value: describeApi(ROUTES) }),
  }),
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
function route<Takes extends z.ZodObject>({
  takes,
  serve,
  ...given
}: Pick<Route, 'method' | 'path' | 'says'> &
  Partial<Pick<Route, 'most' | 'costs' | 'alone' | 'answers'>> & {
    takes: Takes;
    serve(desk: Desk, asked: Asked, taken: z.output<Takes>): Promise<Given>;
  }): Route {
  return {
    ...{ most: MAX_BODY_BYTES, costs: 1, alone: false, answers: 'application/json' },
    ...given,
    takes,
    serve(desk, asked, taken) {
      const parsed = takes.safeParse(taken);
      return parsed.success ? serve(desk, asked, parsed.data) : 'unreadable';
    },
  };
}

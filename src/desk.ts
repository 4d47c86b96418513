// Contract of the page's desk: what the web edge asks for somebody it has proved, and what comes back.
import type {
  ExportFormat,
  FoundTasks,
  Imported,
  Me,
  Page,
  PageCard,
  PageTask,
  Press,
  Pressed,
} from './api.ts';
import type { Speaker } from './chat.ts';

/** Who looks at the page, and when. `name` may be empty: not every token tells it. */
export type Visitor = { tenant: string; speaker: Speaker; locale: string; now: Date };

/** Why there is nothing: it is not there, not for this person, or not to be done like that. */
export type Turned = { kind: 'turned away'; status: 403 | 404 | 409 | 422 | 503; error: string };

export type Served<Value> = { kind: 'served'; value: Value } | Turned;

/** `tag` changes with anything that the page would show otherwise; `page` is made only when it is called. */
export type Tagged = { tag: string; page(): Promise<Page> };

export type Taken = { name: string; type: string; bytes: Uint8Array };

/** A file to bring in; `mark` as in the contract of the page. */
export type Bringing = {
  matrix: string;
  name: string;
  bytes: Uint8Array;
  answers: Readonly<Record<string, string>>;
  mark: string;
};

/** All of it in the visitor's own tenant; a matrix that the tenant does not have is not there. */
export type Desk = {
  me(visitor: Visitor): Promise<Served<Me>>;
  matrix(visitor: Visitor, matrix: string): Promise<Served<Tagged>>;
  find(visitor: Visitor, matrix: string, question: string): Promise<Served<FoundTasks>>;
  task(visitor: Visitor, matrix: string, task: string): Promise<Served<PageTask>>;
  card(visitor: Visitor, matrix: string, name: 'digest' | 'quiz'): Promise<Served<PageCard>>;
  press(visitor: Visitor, press: Press): Promise<Served<Pressed>>;
  take(visitor: Visitor, matrix: string, format: ExportFormat): Promise<Served<Taken>>;
  bring(visitor: Visitor, bringing: Bringing): Promise<Served<Imported>>;
};

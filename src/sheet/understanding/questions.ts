// What a person can correct about an understanding, as data, and the answers given so far.
import type { Side } from '../../matrix/party.ts';
import { SIDES } from '../../matrix/party.ts';
import type { Orientation } from './reading.ts';

export type Choice = { value: string; says: string };

/**
 * A question without choices takes a text: another name. `id` stays the same while the file does. `must`: the file cannot tell, so somebody should look before it is applied;
 * the others are there to be corrected. `answer` counts now: the person's, else the default.
 */
export type Question = {
  id: string;
  kind: QuestionKind;
  /** What the question is about, as written in the file: one name, or two for `same`. */
  about: string[];
  says: string;
  choices: Choice[];
  default: string;
  answer: string;
  must: boolean;
};

const QUESTION_KINDS = [
  'table',
  'orientation',
  'headings',
  'list',
  'column',
  'name',
  'same',
  'sides',
  'side',
  'two',
  'none',
  'starter',
  'blank',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Answers by question id. */
export type Answers = Readonly<Record<string, string>>;

export type Asking = {
  /** Asks, and returns what counts now. */
  ask(question: Omit<Question, 'answer'>): string;
  /** What was answered to a question before it is asked; null where nothing was. */
  said(id: string): string | null;
  questions: Question[];
  /** Answers that no question takes, in words. */
  rejected(): string[];
};

export function createAsking(answers: Answers): Asking {
  const given = new Map(Object.entries(answers));
  const questions: Question[] = [];
  return {
    questions,
    said: (id) => given.get(id) ?? null,
    ask(question) {
      const said = given.get(question.id);
      const valid = said !== undefined && takes(question, said);
      const answer = valid ? said : question.default;
      questions.push({ ...question, answer, must: question.must && !valid });
      return answer;
    },
    rejected() {
      const asked = new Map(questions.map((question) => [question.id, question]));
      return [...given].flatMap(([id, answer]) => {
        const question = asked.get(id);
        if (!question) return [`"${id}" is no question about this file.`];
        if (takes(question, answer)) return [];
        const values = question.choices.map(({ value }) => value).join(', ');
        const says = values === '' ? 'Write a name of one line.' : `Choose ${values}.`;
        return [`"${answer}" is no answer to "${id}". ${says}`];
      });
    },
  };
}

/** As long as the name of a party may be in a sheet of ours. */
const MOST_NAME = 500;

function takes({ choices }: Pick<Question, 'choices'>, answer: string): boolean {
  if (choices.length > 0) return choices.some(({ value }) => value === answer);
  return answer.trim() !== '' && answer.length <= MOST_NAME && !/\p{Cc}/u.test(answer);
}

export function askTable(asking: Asking, tables: readonly Choice[], best: string, close: boolean) {
  return asking.ask({
    id: 'table',
    kind: 'table',
    about: [],
    says: 'Which table is the matrix?',
    choices: [...tables],
    default: best,
    must: close,
  });
}

const ORIENTATION_SAYS: Record<Orientation, string> = {
  marks: 'Rows are tasks, columns are parties',
  transposed: 'Rows are parties, columns are tasks',
  roles: 'Columns are roles, cells name the parties',
  aspects: 'Rows and columns together are tasks, cells name the parties',
  long: 'Each row is a task, a party and its mark',
  list: 'Each row is a task, and owners are not named',
};

export function askOrientation(
  asking: Asking,
  ways: readonly Orientation[],
  best: Orientation,
  close: boolean,
) {
  return asking.ask({
    id: 'orientation',
    kind: 'orientation',
    about: [],
    says: 'How is the table to be read?',
    choices: ways.map((way) => ({ value: way, says: ORIENTATION_SAYS[way] })),
    default: best,
    must: close,
  });
}

export function askHeadings(asking: Asking, rows: number, areHeadings: boolean, unclear: boolean) {
  return asking.ask({
    id: 'headings',
    kind: 'headings',
    about: [String(rows)],
    says: `${counted(rows, 'row has', 'rows have')} a name and no mark. Headings of areas, or tasks nobody has marked?`,
    choices: [
      { value: 'headings', says: 'Headings of areas' },
      { value: 'tasks', says: 'Tasks, owner unknown' },
    ],
    default: areHeadings ? 'headings' : 'tasks',
    must: unclear,
  });
}

export function askColumn(asking: Asking, key: string, name: string) {
  return asking.ask({
    id: `column:${key}`,
    kind: 'column',
    about: [name],
    says: `Is "${name}" a party?`,
    choices: [
      { value: 'party', says: 'Yes, a party' },
      { value: 'leave out', says: 'No, leave it out' },
    ],
    default: 'party',
    must: false,
  });
}

/** The party by another name; the name of one that is there makes them one. */
export function askName(asking: Asking, key: string, name: string) {
  return asking
    .ask({
      id: `name:${key}`,
      kind: 'name',
      about: [name],
      says: `What is "${name}" called?`,
      choices: [],
      default: name,
      must: false,
    })
    .trim();
}

export function askSame(asking: Asking, id: string, names: [string, string]) {
  return asking.ask({
    id: `same:${id}`,
    kind: 'same',
    about: names,
    says: `Are "${names[0]}" and "${names[1]}" the same?`,
    choices: [
      { value: 'different', says: 'No, they are two' },
      { value: 'same', says: `Yes, both are "${names[0]}"` },
    ],
    default: 'different',
    must: true,
  });
}

const SIDE_SAYS: Record<Side, string> = {
  internal: 'Our own organisation',
  msp: 'The service provider',
  vendor: 'A vendor',
};

export function askSide(asking: Asking, key: string, name: string, side: Side, sure: boolean) {
  const answer = asking.ask({
    id: `side:${key}`,
    kind: 'side',
    about: [name],
    says: `Which side is "${name}" on?`,
    choices: SIDES.map((value) => ({ value, says: SIDE_SAYS[value] })),
    default: side,
    must: !sure,
  });
  return SIDES.find((each) => each === answer) ?? side;
}

/** One question for all whose side nothing tells; each can still be set by itself. */
export function askSides(asking: Asking, names: readonly string[]): Side | null {
  const answer = asking.ask({
    id: 'sides',
    kind: 'sides',
    about: [...names],
    says: `Which side are they on: ${names.join(', ')}?`,
    choices: SIDES.map((value) => ({ value, says: SIDE_SAYS[value] })),
    default: 'internal',
    must: true,
  });
  return SIDES.find((each) => each === answer) ?? null;
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

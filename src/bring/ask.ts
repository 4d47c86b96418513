// Questions about a file as inputs of a card, in the reader's language, and what comes back from them.
import type { BringItem } from '../cards/bring.ts';
import type { Side } from '../matrix/party.ts';
import type { Answers, Question } from '../sheet/understanding/questions.ts';
import type { Orientation } from '../sheet/understanding/reading.ts';
import type { Key, Say } from '../strings/strings.ts';

/** More inputs than this nobody reads on a phone; a party takes three. */
const ITEMS_A_CARD = 9;
const NAMES_A_LINE = 8;

/** Ids of questions hold names as people write them; ids of inputs stay plain. */
const PREFIX = 'q_';
/** Longer than the id of any question: the name of a party is cut at 500 characters, two stand in one id. */
const MOST_ID = 4_000;
const MOST_ANSWER = 600;

const WAYS: Readonly<Record<Orientation, Key>> = {
  marks: 'bring.way.marks',
  transposed: 'bring.way.transposed',
  roles: 'bring.way.roles',
  aspects: 'bring.way.aspects',
  long: 'bring.way.long',
  list: 'bring.way.list',
};

const SIDE_NAMES: Readonly<Record<Side, Key>> = {
  internal: 'bring.side.internal',
  msp: 'bring.side.msp',
  vendor: 'bring.side.vendor',
};

const CHOICES: ReadonlyMap<string, Key> = new Map<string, Key>([
  ...Object.entries(WAYS),
  ...Object.entries(SIDE_NAMES),
  ['headings', 'bring.choice.headings'],
  ['tasks', 'bring.choice.tasks'],
  ['no', 'bring.choice.no'],
  ['party', 'bring.choice.party'],
  ['leave out', 'bring.choice.leave out'],
  ['different', 'bring.choice.different'],
  ['same', 'bring.choice.same'],
  ['shared', 'bring.choice.shared'],
  ['first', 'bring.choice.first'],
  ['unknown', 'bring.choice.unknown'],
  ['responsible', 'bring.choice.responsible'],
  ['match', 'bring.choice.match'],
  ['own', 'bring.choice.own'],
  ['keep', 'bring.choice.keep'],
  ['clear', 'bring.choice.clear'],
]);

export function wayText(orientation: Orientation, say: Say): string {
  return say(WAYS[orientation]);
}

export function sideText(side: Side, say: Say): string {
  return say(SIDE_NAMES[side]);
}

export function itemOf(question: Question, say: Say): BringItem {
  const { id, kind, about, answer, choices } = question;
  const [name = '', other = ''] = about;
  const called = kind === 'sides' ? about.slice(0, NAMES_A_LINE).join(', ') : name;
  return {
    id: PREFIX + Buffer.from(id).toString('base64url'),
    label: say(`bring.ask.${kind}`, { name: called, other, count: name }),
    value: answer,
    text: choices.length === 0,
    choices: choices.map(({ value, says }) => {
      const key = kind === 'table' ? undefined : CHOICES.get(value);
      return { value, title: key ? say(key, { name }) : says };
    }),
  };
}

/** What only a person can tell. */
export function mustItems(questions: readonly Question[]): Question[] {
  return questions.filter(({ must }) => must).slice(0, ITEMS_A_CARD);
}

/** Everything that can be put right, the whole file first and then party by party, as many as fit on one card. */
export function pagesToFix(questions: readonly Question[]): Question[][] {
  const open = questions.filter(({ kind, choices }) => kind === 'name' || choices.length > 1);
  const ofParty = (question: Question) => /^(?:column|name|side):/.test(question.id);
  const keyOf = ({ id }: Question) => id.slice(id.indexOf(':'));
  const parties = Map.groupBy(open.filter(ofParty), keyOf);
  const groups = [...open.filter((question) => !ofParty(question)).map((one) => [one])];
  const pages: Question[][] = [[]];
  for (const group of [...groups, ...parties.values()]) {
    const last = pages.at(-1) ?? [];
    if (last.length + group.length > ITEMS_A_CARD) pages.push([...group]);
    else last.push(...group);
  }
  return pages;
}

/** What a press brought back. Anything that is no answer is passed over; what fits no question is dropped later. */
export function answersIn(data: Readonly<Record<string, unknown>>): Answers {
  const found = Object.entries(data).flatMap(([key, value]): [string, string][] => {
    if (!key.startsWith(PREFIX) || key.length > MOST_ID || typeof value !== 'string') return [];
    const id = Buffer.from(key.slice(PREFIX.length), 'base64url').toString();
    return value === '' || value.length > MOST_ANSWER ? [] : [[id, value]];
  });
  return Object.fromEntries(found);
}

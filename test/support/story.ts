// A conversation as plain text → steps; the words of the format are in test/conversations/README.md.

export type Step =
  | { kind: 'says'; who: string; text: string; line: number }
  | {
      kind: 'presses';
      who: string;
      title: string;
      /** What is filled in before, by the labels on the card. */
      fills: Record<string, string>;
      old: boolean;
      /** The card that was replaced, as somebody else may still see it. */
      late: boolean;
      line: number;
    }
  /** Somebody finds a message that they did not ask for; of several that came together, the one that begins so. */
  | { kind: 'gets'; who: string; first: string | null; line: number }
  | { kind: 'later'; ms: number; line: number }
  | { kind: 'event'; event: Event; line: number }
  /** Hands over a file of test/fixtures, or pastes what is in it. */
  | { kind: 'hands'; who: string; file: string; pastes: boolean; line: number }
  /** Answers the file that was offered last. */
  | { kind: 'consents'; who: string; accepts: boolean; line: number }
  /** `first` is null where nothing may come back, and missing where only what is shown matters. */
  | { kind: 'expects'; first?: string | null; contains: string[]; lacks: string[]; line: number };

export type Event = 'added' | 'removed' | 'again' | 'restart' | 'week';

export type Story = {
  title: string;
  where: 'personal' | 'group' | 'channel';
  /** A sheet in test/fixtures instead of the sample organisation. */
  sheet: string | null;
  locale: string;
  steps: Step[];
};

const SAYS = /^([\p{L} .]+): (.+)$/u;
const PRESSES =
  /^([\p{L} .]+?) presses (.+?)( on an old client)?( on the card before)?(?: with (.+))?$/u;
const HANDS = /^([\p{L} .]+?) (sends|pastes) (\S+)$/u;
const CONSENTS = /^([\p{L} .]+?) (accepts|declines) the file$/u;
const GETS = /^([\p{L} .]+?) gets a card$/u;
const LATER = /^\((\d+) (minute|hour|day)s? later\)$/;
const UNITS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};
const EVENTS: Readonly<Record<string, Event>> = {
  '(Remit is added)': 'added',
  '(Remit is removed)': 'removed',
  '(again)': 'again',
  '(restart)': 'restart',
  '(a week later)': 'week',
};

/** Throws naming the line that is no step. */
export function readStory(text: string): Story {
  const story: Story = { title: '', where: 'personal', sheet: null, locale: 'en-GB', steps: [] };
  text.split('\n').forEach((raw, i) => {
    const line = i + 1;
    const said = raw.trimEnd();
    if (said === '') return;
    if (story.title === '') story.title = said;
    else if (!readSetting(said, story)) story.steps.push(...readStep(said, line, story.steps));
  });
  return story;
}

function readSetting(said: string, story: Story): boolean {
  const [, name, value = ''] = /^@(\w+) (.+)$/.exec(said) ?? [];
  if (name === 'where' && (value === 'group' || value === 'channel')) story.where = value;
  else if (name === 'sheet') story.sheet = value;
  else if (name === 'locale') story.locale = value;
  else return false;
  return true;
}

function readStep(said: string, line: number, before: Step[]): Step[] {
  const event = EVENTS[said];
  if (event) return [{ kind: 'event', event, line }];
  if (said === '(nothing)') {
    return [{ kind: 'expects', first: null, contains: [], lacks: [], line }];
  }
  const mark = said.slice(0, 2);
  if (mark === '< ' || mark === '| ' || mark === '! ') {
    const last = before.at(-1);
    const open = last?.kind === 'expects' ? last : null;
    const expects = open ?? { kind: 'expects' as const, contains: [], lacks: [], line };
    const text = said.slice(2);
    if (mark === '< ') {
      expects.first = text;
      if (last?.kind === 'gets') last.first = text;
    } else (mark === '| ' ? expects.contains : expects.lacks).push(text);
    return open ? [] : [expects];
  }
  const later = LATER.exec(said);
  if (later) return [{ kind: 'later', ms: Number(later[1]) * (UNITS[later[2] ?? ''] ?? 0), line }];
  const gets = GETS.exec(said);
  if (gets) return [{ kind: 'gets', who: gets[1] ?? '', first: null, line }];
  const hands = HANDS.exec(said);
  if (hands) {
    const [, who = '', how, file = ''] = hands;
    return [{ kind: 'hands', who, file, pastes: how === 'pastes', line }];
  }
  const consents = CONSENTS.exec(said);
  if (consents) {
    const [, who = '', how] = consents;
    return [{ kind: 'consents', who, accepts: how === 'accepts', line }];
  }
  const presses = PRESSES.exec(said);
  if (presses) {
    const [, who = '', title = '', old, late, fills = ''] = presses;
    const press = { who, title, fills: fillsOf(fills), old: old !== undefined };
    return [{ kind: 'presses', ...press, late: late !== undefined, line }];
  }
  const says = SAYS.exec(said);
  if (says) return [{ kind: 'says', who: says[1] ?? '', text: says[2] ?? '', line }];
  throw new Error(`line ${line} is no step of a story: ${said}`);
}

/** `Owner = Northwind IT; Why = the contract`. */
function fillsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('; ')
      .filter((fill) => fill.includes(' = '))
      .map((fill) => {
        const [label = '', ...value] = fill.split(' = ');
        return [label, value.join(' = ')];
      }),
  );
}

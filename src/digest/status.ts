// How the digest of a conversation stands: when it comes, what became of the last ones, and the others of the organisation.
import type { CardData, Row, Tone } from '../cards.ts';
import { type Outcome, replied, type Turn, type World } from '../chat.ts';
import type { Posted, PostState } from '../posts.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { runsOf, type Subscription } from '../subscriptions.ts';
import { slotAfter } from './calendar.ts';
import { KINDS, type Kind, keysOf } from './due.ts';
import { seesAll, subscriptionId } from './subscription.ts';
import { hourText } from './when.ts';
import { localAt } from './zone.ts';

/** Two months of weeks would be a list to scroll. */
const MOST_RUNS = 5;

/** An admin of more than this many looks into the store. */
const MOST_OTHERS = 20;

const TONES: Record<PostState, Tone> = {
  due: 'default',
  sending: 'default',
  sent: 'good',
  refused: 'warning',
  uncertain: 'attention',
  'not sent': 'attention',
  silent: 'default',
};

/** What a person can have tried once more: nothing of it is known to have arrived. */
export function isToSendAgain(state: PostState): boolean {
  return state === 'uncertain' || state === 'not sent' || state === 'refused';
}

export async function statusOutcome(turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const all = await world.subscriptions();
  const here = all.find(({ id }) => id === subscriptionId(turn.conversation)) ?? null;
  const others = all.filter((one) => one !== here);
  const runs = here ? await runsHere(here, world) : [];
  const data: CardData['digest-status'] = {
    line: here ? onLine(here, say) : say('digest.status.off'),
    rows: here ? rowsOf(here, turn, say) : [],
    runs: here ? runs.map(({ kind, run }) => runRow(kind, run, here, say)) : [],
    others: seesAll(world)
      ? await Promise.all(others.slice(0, MOST_OTHERS).map((one) => otherLine(one, world, say)))
      : [],
    on: here !== null,
    words: {
      runs: say('digest.status.runs'),
      again: say('digest.again'),
      others: say('digest.status.others'),
      change: say(here ? 'digest.setup.button' : 'digest.setup.on'),
      preview: say('digest.preview'),
      off: say('digest.off'),
    },
  };
  return replied({ kind: 'card', card: 'digest-status', data });
}

type Run = { kind: Kind; run: Posted };

/** Newest first, whatever they are. */
async function runsHere({ id }: Subscription, world: World): Promise<Run[]> {
  const found = await Promise.all(
    KINDS.map(async (kind) => {
      const posted = await world.posted(keysOf(kind, id), MOST_RUNS);
      return posted.map((run) => ({ kind, run }));
    }),
  );
  return found
    .flat()
    .toSorted((a, b) => b.run.at.getTime() - a.run.at.getTime())
    .slice(0, MOST_RUNS);
}

function onLine(here: Subscription, say: Say): string {
  return say('digest.status.on', { when: hourText(here, say) });
}

function rowsOf(here: Subscription, { now }: Turn, say: Say): Row[] {
  const { pausedUntil, areas, decider, by, holidays, since } = here;
  const next = slotAfter(now, here);
  const today = localAt(now, here.zone).day;
  const paused = pausedUntil !== null && pausedUntil > today ? say.day(pausedUntil) : '';
  const all: Row[] = [
    { label: say('digest.row.paused'), text: paused },
    { label: say('digest.row.next'), text: next ? say.day(next.day) : '' },
    { label: say('digest.row.areas'), text: areas.join(', ') || say('digest.setup.everything') },
    { label: say('digest.row.decider'), text: decider.name || say('decider.unnamed') },
    {
      label: say('digest.row.holidays'),
      text: holidays
        .filter((day) => day >= today)
        .map(say.day)
        .join(', '),
    },
    {
      label: say('digest.row.by'),
      text: `${by.name}, ${say.day(localAt(since, here.zone).day)}`,
    },
  ];
  return all.filter(({ text }) => text !== '');
}

function runRow(
  kind: Kind,
  { key, state, at }: Posted,
  { zone }: Subscription,
  say: Say,
): CardData['digest-status']['runs'][number] {
  const outcome = say(`digest.state.${state}`);
  return {
    key,
    when: say.day(localAt(at, zone).day),
    outcome: kind === 'digest' ? outcome : say(OTHER_RUNS[kind], { outcome }),
    tone: TONES[state],
    again: isToSendAgain(state),
  };
}

const OTHER_RUNS = {
  'digest-escalation': 'digest.run.decider',
  'digest-leadership': 'digest.run.leadership',
} as const;

async function otherLine(one: Subscription, world: World, say: Say): Promise<string> {
  const [last] = await world.posted(runsOf(one.id), 1);
  return [
    say(`digest.where.${one.where}`),
    hourText(one, say),
    one.by.name,
    last ? say(`digest.state.${last.state}`) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

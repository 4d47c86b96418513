// The card that turns the digest on or changes it: proposals that one press accepts.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CardData, Option } from '../cards.ts';
import {
  type Action,
  action,
  type Outcome,
  replied,
  type Turn,
  told,
  type World,
} from '../chat.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { nameKey } from '../matrix/party.ts';
import { areaTitle } from '../matrix/task.ts';
import { sayIn } from '../strings/strings.ts';
import { type Subscription, WEEKDAYS, type Weekday } from '../subscriptions.ts';
import { statusOutcome } from './status.ts';
import { authorNamed, mayChange, proposed, subscriptionHere } from './subscription.ts';
import { readDays, readTime, timeText, weekdayName } from './when.ts';
import { isZone } from './zone.ts';

/** A longer list is no choice any more; whoever is missing is set in the matrix. */
const MOST_CHOICES = 30;

/** Two years of public holidays. */
const MOST_HOLIDAYS = 40;

const Form = z.object({
  day: z.string().max(1),
  time: z.string().max(8),
  zone: z.string().max(64),
  areas: z.string().max(1_000).default(''),
  decider: z.string().max(256).default(''),
  leadership: z.string().max(5).default('false'),
  holidays: z.string().max(1_000).default(''),
});
type Form = z.output<typeof Form>;

export const setupActions: readonly Action[] = [
  action('digest-setup', z.object({}), (_, turn, world) => setupOutcome(turn, world)),
  action('digest-subscribe', Form, subscribeOutcome),
];

export async function setupOutcome(turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  if (!mayChange(turn)) return told(say('digest.guest'));
  const known = await subscriptionHere(turn, world);
  const shown = known ?? proposed(turn, world.matrix);
  return formOutcome(formOf(shown), known !== null, '', turn, world);
}

async function subscribeOutcome(form: Form, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  if (!mayChange(turn)) return told(say('digest.guest'));
  const known = await subscriptionHere(turn, world);
  const read = readForm(form, turn, world, known);
  if (typeof read === 'string') return formOutcome(form, known !== null, say(read), turn, world);
  const then: World = {
    ...world,
    subscriptions: async () => [
      ...(await world.subscriptions()).filter(({ id }) => id !== read.id),
      read,
    ],
  };
  const { reply, about } = await statusOutcome(turn, then);
  return { reply, about, effects: [{ kind: 'subscribe', subscription: read }] };
}

type Fault = 'digest.bad.time' | 'digest.bad.zone' | 'digest.bad.holidays';

function readForm(
  form: Form,
  turn: Turn,
  { matrix }: World,
  known: Subscription | null,
): Subscription | Fault {
  const day = WEEKDAYS.find((one) => String(one) === form.day) ?? (1 satisfies Weekday);
  const time = readTime(form.time.slice(0, 5));
  const holidays = readDays(form.holidays);
  const zone = form.zone.trim();
  if (!time) return 'digest.bad.time';
  if (!isZone(zone)) return 'digest.bad.zone';
  if (!holidays || holidays.length > MOST_HOLIDAYS) return 'digest.bad.holidays';
  const chosen = new Set(form.areas.split(','));
  const areas = areasOf(matrix).filter((area) => chosen.has(areaKey(area)));
  const name = form.decider.trim();
  return {
    ...proposed(turn, matrix),
    ...{ day, ...time, zone, holidays },
    areas: areas.length === areasOf(matrix).length ? [] : areas,
    decider: authorNamed(name === '' ? matrix.decider.name : name, turn.speaker, matrix),
    pausedUntil: known?.pausedUntil ?? null,
    leadership: form.leadership === 'true',
  };
}

function formOf(subscription: Subscription): Form {
  return {
    day: String(subscription.day),
    time: timeText(subscription),
    zone: subscription.zone,
    areas: subscription.areas.map(areaKey).join(','),
    decider: subscription.decider.name,
    leadership: String(subscription.leadership),
    holidays: subscription.holidays.join(', '),
  };
}

function formOutcome(form: Form, on: boolean, warning: string, turn: Turn, world: World): Outcome {
  const say = sayIn(turn.locale);
  const { matrix } = world;
  const data: CardData['digest-setup'] = {
    ...form,
    line: say(on ? 'digest.setup.change' : 'digest.setup.line'),
    note: say('digest.setup.note'),
    warning,
    days: WEEKDAYS.map((day) => ({ title: weekdayName(day, say), value: String(day) })),
    areaOptions: areasOf(matrix)
      .slice(0, MOST_CHOICES)
      .map((area) => ({ title: areaTitle(area), value: areaKey(area) })),
    deciders: deciderOptions(form.decider, turn, matrix),
    words: {
      day: say('digest.setup.day'),
      time: say('digest.setup.time'),
      zone: say('digest.setup.zone'),
      areas: say('digest.setup.areas'),
      everything: say('digest.setup.everything'),
      decider: say('digest.setup.decider'),
      leadership: say('digest.setup.leadership'),
      monthly: say('digest.setup.leader'),
      holidays: say('digest.setup.holidays'),
      save: say(on ? 'digest.setup.save' : 'digest.setup.on'),
    },
  };
  return replied({ kind: 'card', card: 'digest-setup', data });
}

function deciderOptions(chosen: string, { speaker }: Turn, matrix: Matrix): Option[] {
  const staying = matrix.people.filter(({ leftOn }) => leftOn === null);
  const names = [chosen, matrix.decider.name, speaker.name, ...staying.map(({ name }) => name)];
  const known = new Map(names.toReversed().map((name) => [nameKey(name), name]));
  return [...known.values()]
    .toReversed()
    .filter((name) => name.trim() !== '')
    .slice(0, MOST_CHOICES)
    .map((name) => ({ title: name, value: name }));
}

function areasOf(matrix: Matrix): string[] {
  return [...new Set(matrix.tasks.map(({ area }) => area))];
}

/** Choices come back as one text with commas between them, and an area's name may hold one. */
function areaKey(area: string): string {
  return createHash('sha256').update(area).digest('hex').slice(0, 8);
}

// Who left: an admin says so, or is asked, because a roster or a card that came back says it; the tasks then need an owner.
import { z } from 'zod';
import { type Outcome, type Turn, told, type World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import { type Matrix, personNamed } from '../matrix/matrix.ts';
import { type Person, sameName } from '../matrix/party.ts';
import { mayAdminister } from '../matrix/rights.ts';
import type { Effect } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { deciderText } from '../wording/holder.ts';
import { proposals } from './proposals.ts';
import { taskList } from './task-list.ts';
import { whomIn } from './whom.ts';

/** "Jo Keller left"; null where that is nobody's name here. */
export function saidLeft(name: string, turn: Turn, world: World): Outcome | null {
  const say = sayIn(turn.locale);
  const { matrix, caller } = world;
  const whom = whomIn(name, { matrix, caller, now: turn.now });
  if (whom.kind === 'several') return told(say('whom.several', { names: whom.names.join(', ') }));
  if (whom.kind === 'left') {
    return told(say('left.already', { name: whom.name, day: say.day(whom.on) }));
  }
  if (whom.kind !== 'holder' || whom.steps.length > 0) return null;
  const person = personNamed(matrix, whom.holder.party, whom.holder.person);
  if (whom.holder.person === '' || !person) return null;
  return leaves(person, turn, world);
}

/** "Jo Keller is back". */
export function saidBack(name: string, turn: Turn, { matrix, caller }: World): Outcome | null {
  const say = sayIn(turn.locale);
  const gone = matrix.people.filter((one) => one.leftOn !== null && sameName(one.name, name));
  const [person, another] = gone;
  if (!person || another) return null;
  if (!mayAdminister(caller)) return told(say('left.admins'));
  return {
    ...told(say('left.back', { name: person.name })),
    effects: [{ kind: 'change', step: { kind: 'person', to: { ...person, leftOn: null } } }],
  };
}

export const PersonLeft = z.object({ party: z.string().max(200), name: z.string().max(200) });

/** An admin's answer to a proposal. */
export function pressedLeft(
  { party, name }: z.output<typeof PersonLeft>,
  turn: Turn,
  world: World,
): Outcome {
  const say = sayIn(turn.locale);
  const person = personNamed(world.matrix, party, name);
  if (!person) return told(say('left.unknown'));
  if (!mayAdminister(world.caller)) return told(say('left.admins'));
  return leaves(person, turn, world);
}

/** An admin's other answer: nothing changes, and nobody asks again this month. */
export function pressedStays(turn: Turn): Outcome {
  return told(sayIn(turn.locale)('left.stays'));
}

/** People whom Teams took from a team: that is no proof, so the admins are asked. */
export function goneFromTeam(people: readonly string[], turn: Turn, world: World): Outcome {
  const here = world.matrix.people.filter(
    ({ entraId, leftOn }) => entraId !== '' && leftOn === null && people.includes(entraId),
  );
  const named = here.filter((person) => tasksOf(person, world.matrix).length > 0);
  return {
    ...told(''),
    effects: named.flatMap((person) => proposed(person, 'left.roster', turn, world)),
  };
}

function leaves(person: Person, turn: Turn, world: World): Outcome {
  const say = sayIn(turn.locale);
  const { matrix, caller } = world;
  if (!mayAdminister(caller)) {
    if (caller.guest) return told(say('edit.guest', { decider: deciderText(matrix, say) }));
    return {
      ...told(say('left.proposed', { name: person.name })),
      effects: proposed(person, 'left.said', turn, world),
    };
  }
  const to: Person = { ...person, leftOn: dayOf(turn.now) };
  const people = matrix.people.map((one) => (one === person ? to : one));
  const after = { ...matrix, people };
  const tasks = tasksOf(to, after);
  const standIns = matrix.tasks.filter(
    ({ backup }) => backup?.party === to.party && sameName(backup.person, to.name),
  );
  const line = say(tasks.length === 0 ? 'left.none' : 'left.line', {
    name: to.name,
    count: tasks.length,
  });
  const note = standIns.length === 0 ? '' : say('left.standIn', { count: standIns.length });
  return {
    reply: taskList(tasks, line, note, turn, { matrix: after }),
    effects: [{ kind: 'change', step: { kind: 'person', to } }],
    about: { kind: 'command', tasks: tasks.map(({ id }) => id) },
  };
}

function tasksOf({ party, name }: Person, { tasks }: Matrix) {
  return tasks.filter(
    ({ ownership }) =>
      ownership.kind === 'owned' &&
      ownership.lead.party === party &&
      sameName(ownership.lead.person, name),
  );
}

function proposed(
  person: Person,
  cause: 'left.roster' | 'left.said',
  turn: Turn,
  { admins }: World,
): Effect[] {
  const others = admins.filter((id) => id !== turn.speaker.id);
  return proposals(person, cause, others, turn.now, sayIn('en')).map((post) => ({
    kind: 'post',
    post,
  }));
}

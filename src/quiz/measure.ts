// The matrix in numbers, by the definitions in quiz.json: what is well, failing or unclear, area by area.
import type { Day } from '../matrix/day.ts';
import { type Matrix, partyById, personNamed, type StoredTask } from '../matrix/matrix.ts';
import type { Holder } from '../matrix/ownership.ts';
import { nameKey, type Side } from '../matrix/party.ts';
import { isAnswering, statusOf } from '../matrix/status.ts';
import { GATE_TASKS } from '../matrix/task.ts';
import { NUMBERS } from './book.ts';

/** `left out`: does not apply, or a gap that somebody decided to live with; neither says anything about the model. */
export type Stand = 'left out' | 'open' | 'unclear' | 'well' | 'failing';

export type Seen = { task: StoredTask; stand: Stand; side: Side | null };

export type AreaPicture = {
  area: string;
  active: number;
  assessed: number;
  /** Of the assessed: inside and well, inside and failing, unclear, outside and well, outside and failing. */
  well: number;
  failing: number;
  unclear: number;
  outsideWell: number;
  outsideFailing: number;
  strong: boolean;
  overloaded: boolean;
  unclearArea: boolean;
  /** Failing inside and unclear work together pass the mark of an overloaded area. */
  troubled: boolean;
};

export type Measures = {
  areas: AreaPicture[];
  active: number;
  assessed: number;
  assessedShare: number;
  strongAreas: number;
  overloadedAreas: number;
  unclearAreas: number;
  troubledAreas: number;
  unclearShare: number;
  /** Tasks that somebody inside owns, assessed or not. */
  internalOwned: number;
  internalPeople: number;
  registered: boolean;
  direction: { strong: number; assessed: number; of: number; isStrong: boolean };
  kept: { strong: number; assessed: number };
  growth: { failing: number; assessed: number };
  stewards: 'named' | 'missing' | 'unnamed';
  functions: { handOver: number; assessed: number };
  nights: { covered: number; of: number };
  onePerson: { held: number; of: number; name: string; leaves: boolean };
  fragmented: { owners: number; busiestTwo: number; withoutLead: number; of: number };
  gates: { clear: number; of: number };
};

export function measure(matrix: Matrix, today: Day): Measures {
  const seen = matrix.tasks.map((task) => look(task, matrix, today));
  const active = seen.filter(({ stand }) => stand !== 'left out');
  const assessed = active.filter(({ stand }) => stand !== 'open');
  const areas = [...Map.groupBy(active, ({ task }) => task.area)].map(picture);
  const named = (ids: readonly string[]) => assessed.filter(({ task }) => ids.includes(task.id));
  const { direction, kept, growth } = NUMBERS.tasks;
  const leading = named(direction);
  const insideWell = leading.filter(isStrong).length;
  const nightly = active.filter(({ task }) => task.nights.matter);
  const many = (test: (area: AreaPicture) => boolean) => areas.filter(test).length;
  const inside = active.filter(({ side }) => side === 'internal');
  return {
    areas,
    active: active.length,
    assessed: assessed.length,
    assessedShare: ratio(assessed.length, active.length),
    strongAreas: many(({ strong }) => strong),
    overloadedAreas: many(({ overloaded }) => overloaded),
    unclearAreas: many(({ unclearArea }) => unclearArea),
    troubledAreas: many(({ troubled }) => troubled),
    unclearShare: ratio(
      assessed.filter(({ stand }) => stand === 'unclear').length,
      assessed.length,
    ),
    internalOwned: inside.length,
    internalPeople: new Set(inside.flatMap(({ task }) => personOf(task) ?? [])).size,
    registered: matrix.people.some(({ party }) => partyById(matrix, party)?.side === 'internal'),
    direction: {
      strong: insideWell,
      assessed: leading.length,
      of: direction.length,
      isStrong: insideWell >= NUMBERS.counts.directionTasks,
    },
    kept: { strong: named(kept).filter(isStrong).length, assessed: named(kept).length },
    growth: {
      failing: named(growth).filter(({ stand }) => stand === 'failing').length,
      assessed: named(growth).length,
    },
    stewards: stewardsOf(active),
    functions: functionsOf(areas),
    nights: { covered: nightly.filter(hasCover).length, of: nightly.length },
    onePerson: onePersonOf(active, matrix),
    fragmented: fragmentedOf(active),
    gates: gatesOf(matrix, today),
  };
}

/** How one task stands today. A dispute, a lead who left and a shared task without a lead are as unclear as nobody. */
export function look(task: StoredTask, matrix: Matrix, today: Day): Seen {
  const status = statusOf(task, matrix, today);
  if (status === 'not applicable' || status === 'accepted gap') {
    return { task, stand: 'left out', side: null };
  }
  if (status === 'unknown') return { task, stand: 'open', side: null };
  if (!isAnswering(status) || task.ownership.kind !== 'owned') {
    return { task, stand: 'unclear', side: null };
  }
  const side = partyById(matrix, task.ownership.lead.party)?.side ?? null;
  return { task, stand: task.health === 'unknown' ? 'open' : task.health, side };
}

function isStrong({ stand, side }: Seen): boolean {
  return stand === 'well' && side === 'internal';
}

function picture([area, seen]: [string, Seen[]]): AreaPicture {
  const assessed = seen.filter(({ stand }) => stand !== 'open');
  const count = (stand: Stand, internal: boolean) =>
    assessed.filter((one) => one.stand === stand && (one.side === 'internal') === internal).length;
  const well = count('well', true);
  const failing = count('failing', true);
  const unclear = count('unclear', false);
  const of = assessed.length;
  const { strongArea, overloadedArea, unclearArea } = NUMBERS.shares;
  return {
    ...{ area, active: seen.length, assessed: of, well, failing, unclear },
    outsideWell: count('well', false),
    outsideFailing: count('failing', false),
    strong: of > 0 && well >= strongArea * of,
    overloaded: of > 0 && failing >= overloadedArea * of,
    unclearArea: of > 0 && unclear >= unclearArea * of,
    troubled: of > 0 && failing + unclear >= overloadedArea * of,
  };
}

/** Both tasks with somebody inside by name; an owner without a name leaves it open. */
function stewardsOf(active: readonly Seen[]): Measures['stewards'] {
  const both = active.filter(({ task }) => NUMBERS.tasks.stewards.includes(task.id));
  if (both.length === 0) return 'unnamed';
  const outside = both.some(({ stand, side }) => stand === 'unclear' || isOutside(side));
  if (outside) return 'missing';
  return both.every(({ task, side }) => side === 'internal' && isNamed(leadOf(task)))
    ? 'named'
    : 'unnamed';
}

function functionsOf(areas: readonly AreaPicture[]): Measures['functions'] {
  const asked = areas.filter((one) => NUMBERS.functions.includes(one.area) && one.assessed > 0);
  const handOver = asked.filter(
    ({ failing, unclear, outsideFailing, assessed }) =>
      failing + unclear + outsideFailing > NUMBERS.shares.toHandOver * assessed,
  );
  return { handOver: handOver.length, assessed: asked.length };
}

/** The person who holds most of what must not fail with nobody behind; who has left already counts as leaving. */
function onePersonOf(active: readonly Seen[], matrix: Matrix): Measures['onePerson'] {
  const critical = active.flatMap(({ task }) => {
    const lead = task.importance === 'high' ? leadOf(task) : null;
    const inside = lead !== null && partyById(matrix, lead.party)?.side === 'internal';
    return inside ? [{ lead, alone: task.backup === null && lead.person !== '' }] : [];
  });
  const alone = critical.filter((one) => one.alone);
  const held = [...Map.groupBy(alone, ({ lead }) => nameKey(lead.person)).values()];
  const [most = []] = held.sort((a, b) => b.length - a.length);
  const lead = most[0]?.lead;
  const person = lead ? personNamed(matrix, lead.party, lead.person) : null;
  return {
    held: most.length,
    of: critical.length,
    name: lead?.person ?? '',
    leaves: person?.leftOn != null,
  };
}

function fragmentedOf(active: readonly Seen[]): Measures['fragmented'] {
  const daily = active.filter(
    ({ task, stand, side }) => task.kind === 'operation' && (stand !== 'open' || side !== null),
  );
  const held = [...Map.groupBy(daily, ({ task }) => holderKey(leadOf(task)))].flatMap(
    ([holder, tasks]) => (holder === '' ? [] : [tasks.length]),
  );
  const [first = 0, second = 0] = held.toSorted((a, b) => b - a);
  return {
    owners: held.length,
    busiestTwo: first + second,
    withoutLead: daily.filter(({ task: { ownership } }) => {
      return ownership.kind === 'nobody' && ownership.sharedWith.length > 0;
    }).length,
    of: daily.length,
  };
}

/** A task that does not apply here has nothing vague about it; one that is not in the matrix has. */
function gatesOf(matrix: Matrix, today: Day): Measures['gates'] {
  const clear = GATE_TASKS.filter((id) => {
    const task = matrix.tasks.find((one) => one.id === id);
    const status = task ? statusOf(task, matrix, today) : 'unknown';
    return isAnswering(status) || status === 'not applicable';
  });
  return { clear: clear.length, of: GATE_TASKS.length };
}

function hasCover({ task }: Seen): boolean {
  return task.nights.matter && task.nights.cover !== '';
}

function isOutside(side: Side | null): boolean {
  return side === 'msp' || side === 'vendor';
}

function leadOf(task: StoredTask): Holder | null {
  return task.ownership.kind === 'owned' ? task.ownership.lead : null;
}

function isNamed(lead: Holder | null): boolean {
  return lead !== null && (lead.person !== '' || lead.role !== '');
}

function personOf({ ownership }: StoredTask): string | null {
  const person = ownership.kind === 'owned' ? ownership.lead.person : '';
  return person === '' ? null : nameKey(person);
}

/** A side that names nobody counts as one owner. */
function holderKey(lead: Holder | null): string {
  return lead === null ? '' : nameKey(lead.person || `${lead.party} ${lead.role}`);
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

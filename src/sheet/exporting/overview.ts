// A matrix as people read it on paper: by area who does what, with split and hours, and what nobody does.
import type { Day } from '../../matrix/day.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import type { Holder } from '../../matrix/ownership.ts';
import type { Party, Side } from '../../matrix/party.ts';
import { type Status, statusOf } from '../../matrix/status.ts';
import type { Task } from '../../matrix/task.ts';

export type OverviewRow = {
  task: string;
  area: string;
  status: Status;
  owner: string;
  sharedWith: string;
  split: string;
  /** When the owner works, and who covers the nights where they matter. */
  hours: string;
  backup: string;
  reason: string;
};

export type OverviewParty = { name: string; side: Side; reach: string; hours: string };

export type Overview = {
  name: string;
  day: Day;
  parties: OverviewParty[];
  areas: { area: string; rows: OverviewRow[] }[];
  /** Tasks that nobody answers for, whatever the reason. */
  gaps: OverviewRow[];
};

/** Areas and tasks in the order of the matrix. */
export function overviewOf(matrix: Matrix, today: Day): Overview {
  const byId = new Map(matrix.parties.map((party) => [party.id, party]));
  const rows = matrix.tasks.map((task) => rowOf(task, byId, statusOf(task, matrix, today)));
  const owned = rows.filter(({ status }) => !isGap(status) && status !== 'not applicable');
  const areas = [...Map.groupBy(owned, ({ area }) => area)].map(([area, inside]) => ({
    area,
    rows: inside,
  }));
  return {
    name: matrix.name,
    day: today,
    parties: matrix.parties.map((party) => ({
      name: party.name,
      side: party.side,
      reach: [party.mail, party.phone, party.portal, party.channel].filter(Boolean).join(' · '),
      hours: partyHours(party),
    })),
    areas,
    gaps: rows.filter(({ status }) => isGap(status)),
  };
}

function isGap(status: Status): boolean {
  return ['nobody', 'unknown', 'accepted gap', 'disputed', 'orphaned'].includes(status);
}

function rowOf(task: Task, parties: ReadonlyMap<string, Party>, status: Status): OverviewRow {
  const { ownership } = task;
  const nameOf = (id: string) => parties.get(id)?.name ?? id;
  const spoken = (holder: Holder | null) => (holder === null ? '' : spokenHolder(holder, nameOf));
  const lead = ownership.kind === 'owned' ? ownership.lead : null;
  const shares = ownership.kind === 'owned' || ownership.kind === 'nobody' ? ownership : null;
  return {
    task: task.name,
    area: task.area,
    status,
    owner: spoken(lead),
    sharedWith: shares === null ? '' : shares.sharedWith.map(nameOf).join(', '),
    split: shares?.split ?? '',
    hours: hoursOf(task, lead === null ? null : (parties.get(lead.party) ?? null)),
    backup: spoken(task.backup),
    reason: ownership.kind === 'accepted gap' ? acceptedUntil(ownership, task.reason) : task.reason,
  };
}

function spokenHolder({ party, role, person }: Holder, nameOf: (id: string) => string): string {
  return [party === '' ? '' : nameOf(party), role, person].filter(Boolean).join(', ');
}

function partyHours({ hours, nights }: Party): string {
  return [hours, nights === '' ? '' : `nights: ${nights}`].filter(Boolean).join('; ');
}

function hoursOf({ nights }: Task, party: Party | null): string {
  const day = party?.hours ?? '';
  if (!nights.matter) return day;
  const cover = nights.cover || party?.nights || 'not settled';
  return [day, `nights: ${cover}`].filter(Boolean).join('; ');
}

function acceptedUntil({ until, by }: { until: Day; by: string }, reason: string): string {
  return [`accepted until ${until}${by === '' ? '' : ` by ${by}`}`, reason]
    .filter(Boolean)
    .join('; ');
}

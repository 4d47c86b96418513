// From the verdict to the matrix: the usual owners under the chosen model, proposed for what nobody owns.
import type { Step } from '../matrix/change.ts';
import type { Day } from '../matrix/day.ts';
import { type Matrix, partyById, type StoredTask } from '../matrix/matrix.ts';
import type { Party, Side } from '../matrix/party.ts';
import { type Model, suggestedOwner } from '../matrix/starter/starter.ts';
import { statusOf } from '../matrix/status.ts';
import { ownedBy, type SideNames, sideOf } from './workload.ts';

export type Proposal = { task: StoredTask; lead: Party; sharedWith: Party[] };

/** `needVendor` counts tasks that usually go to a vendor: which one is not for the starter to say. */
export type Proposals = { proposals: Proposal[]; needVendor: number };

/** For every task that nobody owns or nobody considered; accepted gaps and owned tasks are left alone. */
export function propose(matrix: Matrix, model: Model, today: Day, names: SideNames): Proposals {
  const proposals: Proposal[] = [];
  let needVendor = 0;
  for (const task of matrix.tasks) {
    const status = statusOf(task, matrix, today);
    if (status !== 'nobody' && status !== 'unknown') continue;
    const suggested = suggestedOwner(task.id, model);
    if (!suggested) continue;
    if (suggested.side === 'vendor') {
      needVendor += 1;
      continue;
    }
    // Shared needs a lead; where the model names none, a full MSP is one accountable partner.
    const side = suggested.side === 'shared' ? (suggested.lead ?? 'msp') : suggested.side;
    const other = side === 'msp' ? 'internal' : 'msp';
    proposals.push({
      task,
      lead: sideOf(matrix, side, names),
      sharedWith: suggested.side === 'shared' ? [sideOf(matrix, other, names)] : [],
    });
  }
  return { proposals, needVendor };
}

/** The steps that write accepted proposals; a party that the matrix does not know yet comes first. */
export function acceptSteps(
  proposals: readonly Proposal[],
  matrix: Matrix,
  about: { today: Day; why: string; batch: string },
): Step[] {
  const { today, why, batch } = about;
  const parties = new Map<Side, Party>();
  for (const { lead, sharedWith } of proposals) {
    for (const party of [lead, ...sharedWith]) {
      if (partyById(matrix, party.id) === null) parties.set(party.side, party);
    }
  }
  return [
    ...[...parties.values()].map((to): Step => ({ kind: 'party', to })),
    ...proposals.map(({ task, lead, sharedWith }): Step => {
      const { version, ...plain } = task;
      const shared = sharedWith.map(({ id }) => id);
      const to = { ...plain, ownership: ownedBy(lead.id, today, shared) };
      return { kind: 'task', expect: version, to, why, batch };
    }),
  ];
}

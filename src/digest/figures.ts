// The figures of the matrix: how much somebody answers for, by area; and what was bought against what works, by party.
import type { Day } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import type { Party } from '../matrix/party.ts';
import { isAnswering, statusOf } from '../matrix/status.ts';

/** Tasks that do not apply here are not counted. */
export type Share = { owned: number; counted: number };

type People = Pick<Matrix, 'people'>;

export function shareOf(tasks: readonly StoredTask[], matrix: People, today: Day): Share {
  const statuses = tasks.map((task) => statusOf(task, matrix, today));
  const counted = statuses.filter((status) => status !== 'not applicable');
  return { owned: counted.filter(isAnswering).length, counted: counted.length };
}

/** In the order of the matrix; areas in which nothing applies drop out. */
export function shareByArea(
  tasks: readonly StoredTask[],
  matrix: People,
  today: Day,
): { area: string; share: Share }[] {
  return [...Map.groupBy(tasks, ({ area }) => area)]
    .map(([area, inside]) => ({ area, share: shareOf(inside, matrix, today) }))
    .filter(({ share }) => share.counted > 0);
}

/** Rounded down, so that 100 % means all; nothing to own counts as all of it. */
export function percent({ owned, counted }: Share): number {
  return counted === 0 ? 100 : Math.floor((100 * owned) / counted);
}

/** `counted` is what the party is named for; `owned` what it accepted and nobody calls failing or disputed. */
export type Coverage = { party: Party; share: Share };

/** Parties that are named for nothing drop out; the most tasks come first. */
export function coverageByParty(
  tasks: readonly StoredTask[],
  matrix: Pick<Matrix, 'people' | 'parties'>,
  today: Day,
): Coverage[] {
  return matrix.parties
    .map((party) => {
      const named = tasks.filter(
        ({ ownership }) => ownership.kind === 'owned' && ownership.lead.party === party.id,
      );
      const works = named.filter((task) => {
        const status = statusOf(task, matrix, today);
        return (status === 'confirmed' || status === 'overdue') && task.health !== 'failing';
      });
      return { party, share: { owned: works.length, counted: named.length } };
    })
    .filter(({ share }) => share.counted > 0)
    .toSorted((a, b) => b.share.counted - a.share.counted);
}

export function sum(shares: readonly Share[]): Share {
  return {
    owned: shares.reduce((all, { owned }) => all + owned, 0),
    counted: shares.reduce((all, { counted }) => all + counted, 0),
  };
}

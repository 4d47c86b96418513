// How an owner is called: the party first, because that is whom people turn to.
import { type Matrix, partyById } from './matrix.ts';
import type { Holder } from './ownership.ts';

/** `Northwind IT, service desk`. */
export function ownerText(holder: Holder, matrix: Pick<Matrix, 'parties'>): string {
  const inside = [holder.person, holder.role].filter((part) => part !== '').join(', ');
  return [partyName(holder.party, matrix), inside].filter((part) => part !== '').join(', ');
}

/** Empty for an id that no party has. */
export function partyName(id: string, matrix: Pick<Matrix, 'parties'>): string {
  return partyById(matrix, id)?.name ?? '';
}

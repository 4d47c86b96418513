// How a stand-in, a decider or a way to reach somebody is written for people.
import { partyName } from '../matrix/holder.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { partyById } from '../matrix/matrix.ts';
import type { Holder, View } from '../matrix/ownership.ts';
import type { Say } from '../strings/strings.ts';

/** `Priya Nair (Internal IT)`: the person first, because a stand-in is somebody. */
export function standInText(holder: Holder, matrix: Matrix, say: Say): string {
  const who = [holder.person, holder.role].filter((part) => part !== '').join(', ');
  const party = partyName(holder.party, matrix);
  if (who === '' || party === '') return who || party;
  return say('holder.in', { who, party });
}

/** Who decides gaps and disputes; never empty, so that no answer is a dead end. */
export function deciderText(matrix: Matrix, say: Say): string {
  return matrix.decider.name === '' ? say('decider.unnamed') : matrix.decider.name;
}

/** Mail, phone, portal, channel and hours of a party on one line; empty when nothing is recorded. */
export function reachText(partyId: string, matrix: Matrix, say: Say): string {
  const party = partyById(matrix, partyId);
  if (!party) return '';
  const nights = party.nights === '' ? '' : say('reach.nights', { nights: party.nights });
  const ways = [party.mail, party.phone, party.portal, party.channel];
  const given = ways.filter((way) => way !== '').join(' · ');
  const hours = [party.hours, nights].filter((part) => part !== '').join('; ');
  return [given, hours].filter((part) => part !== '').join(' · ');
}

/** "Internal IT says it is Northwind IT's." */
export function saidText({ party, says, names }: View, matrix: Matrix, say: Say): string {
  const a = partyName(party, matrix);
  if (says !== 'theirs') return say(`says.${says}`, { a });
  return names === null
    ? say('says.others', { a })
    : say('says.theirs', { a, b: partyName(names, matrix) });
}

// What a list is called, from its filter: "cloud · nobody".
import { type Matrix, partyById } from '../matrix/matrix.ts';
import type { Say } from '../strings/strings.ts';
import type { Filter } from './filter.ts';

export function listTitle(filter: Filter, matrix: Matrix, say: Say): string {
  const parts = [
    filter.area ?? '',
    filter.party ? (partyById(matrix, filter.party)?.name ?? '') : '',
    filter.side ? say(`side.${filter.side}`) : '',
    filter.person ?? '',
    filter.mine ? say('list.you') : '',
    filter.shared ? say('list.shared') : '',
    filter.kind ? say(`kind.${filter.kind}`) : '',
    filter.status ? say(`status.${filter.status}`) : '',
    filter.health && filter.health !== 'unknown' ? say(`health.${filter.health}`) : '',
    filter.importance ? say(`importance.${filter.importance}`) : '',
    filter.nights ? say(`nights.${filter.nights}`) : '',
    filter.overdue ? say('status.overdue') : '',
    filter.single ? say('list.single') : '',
    filter.changedSince ? say('list.changed', { day: say.day(filter.changedSince) }) : '',
  ].filter((part) => part !== '');
  const title = parts.length === 0 ? say('list.all') : parts.join(' · ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

// What a list is called, from its filter: "cloud · nobody · not the provider".
import { type Matrix, partyById } from '../matrix/matrix.ts';
import type { Say } from '../strings/strings.ts';
import type { Filter, Order } from './filter.ts';

export function listTitle(filter: Filter, order: Order | null, matrix: Matrix, say: Say): string {
  const parts = [...titleParts(filter, matrix, say), ...(order ? [say(`list.${order}`)] : [])];
  const title = Object.keys(filter).every((part) => part === 'except')
    ? [say('list.all'), ...parts].join(' · ')
    : parts.join(' · ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function titleParts(filter: Filter, matrix: Matrix, say: Say): string[] {
  const { area, otherAreas = [], except } = filter;
  return [
    area ? [area, ...otherAreas].join(', ') : '',
    filter.party ? (partyById(matrix, filter.party)?.name ?? '') : '',
    filter.side ? say(`side.${filter.side}`) : '',
    filter.person ?? '',
    filter.mine ? say('list.you') : '',
    filter.standIn ? say('list.standIn.of') : '',
    filter.shared ? say('list.shared') : '',
    filter.kind ? say(`kind.${filter.kind}`) : '',
    filter.status ? say(`status.${filter.status}`) : '',
    filter.health && filter.health !== 'unknown' ? say(`health.${filter.health}`) : '',
    filter.importance ? say(`importance.${filter.importance}`) : '',
    filter.nights ? say(`nights.${filter.nights}`) : '',
    filter.overdue ? say('status.overdue') : '',
    filter.single ? say('list.single') : '',
    filter.changedSince ? say('list.changed', { day: say.day(filter.changedSince) }) : '',
    except ? say('list.except', { what: titleParts(except, matrix, say).join(' · ') }) : '',
  ].filter((part) => part !== '');
}

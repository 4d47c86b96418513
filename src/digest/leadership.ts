// The monthly view for leadership: what outside parties are named for, against what they accepted and what works.
import type { Bar, Reply } from '../cards.ts';
import type { Day } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Say } from '../strings/strings.ts';
import { barOf } from './card.ts';
import { inAreas } from './contents.ts';
import { type Coverage, coverageByParty, percent, sum } from './figures.ts';

/** A provider, the inside and a handful of vendors; more bars are no picture. */
const MOST_PARTIES = 6;

export function leadershipCard(
  matrix: Matrix,
  areas: readonly string[],
  today: Day,
  say: Say,
): Reply {
  const all = coverageByParty(inAreas(matrix.tasks, areas), matrix, today);
  const bought = all.filter(({ party }) => party.side !== 'internal');
  const share = sum(bought.map((one) => one.share));
  const values = { percent: percent(share), ...share };
  return {
    kind: 'card',
    card: 'leadership',
    data: {
      line: bought.length === 0 ? say('lead.none') : say('lead.line', values),
      number: bought.length === 0 ? '' : say('digest.area', values),
      rest: bought.length === 0 ? say('lead.none') : say('lead.rest', values),
      // What is bought comes first; the inside stands below for comparison.
      parties: [...bought, ...all.filter((one) => !bought.includes(one))]
        .slice(0, MOST_PARTIES)
        .map((one) => partyBar(one, say)),
      note: say('lead.note'),
      words: { done: say('lead.bar.works'), open: say('lead.bar.not') },
    },
  };
}

function partyBar({ party, share }: Coverage, say: Say): Bar {
  return { name: party.name, text: say('lead.row', share), ...barOf(share) };
}

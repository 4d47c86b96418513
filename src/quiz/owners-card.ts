// The proposals as a card: how many for each area, or those of one area to accept one by one.
import type { CardReply } from '../cards.ts';
import type { Model } from '../matrix/starter/starter.ts';
import { areaTitle } from '../matrix/task.ts';
import type { Say } from '../strings/strings.ts';
import type { Proposal, Proposals } from './owners.ts';
import { outcomeText } from './words.ts';

/** Each has a button of its own; more of them make a card nobody scrolls through. */
const MOST_ROWS = 8;

/** Areas beyond these are shown as the first ones are settled. */
const MOST_AREAS = 12;

export function ownersCard(
  { proposals, needVendor }: Proposals,
  place: { run: string; model: Model; area: string; warn: string },
  say: Say,
): CardReply {
  const { run, model, warn } = place;
  const byArea = Map.groupBy(proposals, ({ task }) => task.area);
  const area = byArea.has(place.area) ? place.area : '';
  const inArea = byArea.get(area) ?? [];
  const count = proposals.length;
  const left = inArea.length - MOST_ROWS;
  const vendor = needVendor > 0 ? say('quiz.owners.vendor', { count: needVendor }) : '';

  return {
    kind: 'card',
    card: 'quiz-owners',
    data: {
      line:
        count === 0
          ? say('quiz.owners.none')
          : say('quiz.owners.line', { count, model: outcomeText(say, model) }),
      note: count === 0 ? '' : say('quiz.owners.note'),
      warn,
      ...{ run, model, area },
      areas:
        area === ''
          ? [...byArea].slice(0, MOST_AREAS).map(([name, all]) => ({
              area: name,
              title: areaTitle(name),
              acceptAll: say('quiz.owners.acceptAll', { count: all.length }),
            }))
          : [],
      rows: inArea.slice(0, MOST_ROWS).map((proposal) => ({
        task: proposal.task.id,
        version: proposal.task.version,
        text: rowText(proposal, say),
      })),
      more: left > 0 ? say('quiz.owners.more', { count: left }) : area === '' ? vendor : '',
      words: {
        accept: say('quiz.owners.accept'),
        open: say('quiz.owners.open'),
        areas: say('quiz.owners.areas'),
        toResult: say('quiz.toResult'),
      },
    },
  };
}

function rowText({ task, lead, sharedWith }: Proposal, say: Say): string {
  const [other] = sharedWith;
  const owner = other
    ? say('quiz.owners.shared', { owner: lead.name, other: other.name })
    : lead.name;
  return say('quiz.owners.row', { task: task.name, owner });
}

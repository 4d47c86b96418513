// Contents → the digest's card: news and ask first, then the items, what was closed, coverage by area.
import type { Bar, CardData, Reply } from '../cards.ts';
import type { Day } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { areaTitle } from '../matrix/task.ts';
import type { Say } from '../strings/strings.ts';
import type { Contents } from './contents.ts';
import { percent, type Share, sum } from './figures.ts';
import { digestItem, outcomeText } from './reason.ts';

/** More bars than this are no picture on a phone; the least covered areas are shown. */
const MOST_BARS = 8;

/** The rest of what was closed is in the history. */
const MOST_CLOSED = 5;

/** What the card needs besides its contents. `note` stands under the first line. */
export type Frame = {
  matrix: Matrix;
  today: Day;
  run: string;
  note: string;
  /** The day of the next digest; null where there is none. */
  next: Day | null;
  say: Say;
};

export function digestCard(contents: Contents, frame: Frame): Reply {
  const { matrix, today, run, note, say } = frame;
  const { asked, rest, baseline } = contents;
  const data: CardData['digest'] = {
    line: newsLine(contents, say),
    note,
    run,
    items: asked.map((item) => digestItem(item, matrix, today, say)),
    // A matrix that is new is not fixed in a week: the first card shows where to begin.
    more: baseline || rest.length === 0 ? '' : say('digest.rest', { count: rest.length }),
    closed: closedLines(contents, frame),
    areas: areaBars(contents, say),
    footer: footer(contents, frame),
    words: digestWords(say),
  };
  return { kind: 'card', card: 'digest', data };
}

/** `3 decisions for you · 2 new gaps, 1 closed · 86 % owned, was 84 %`. */
function newsLine(contents: Contents, say: Say): string {
  const { asked, newGaps, closed, baseline } = contents;
  const news = [
    newGaps > 0 ? counted('digest.newGaps', newGaps, say) : '',
    closed.length > 0 ? counted('digest.closed', closed.length, say) : '',
  ];
  const ask = asked.length === 0 ? say('digest.nothing') : counted('digest.ask', asked.length, say);
  return [
    baseline ? say('digest.first', { ask }) : ask,
    news.filter((part) => part !== '').join(', '),
    ownedText(contents, say),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The one line of a month in which nothing changed. */
export function quietLine(contents: Contents, say: Say): string {
  const count = contents.asked.length + contents.rest.length;
  const values = { percent: percent(contents.share), count };
  if (count === 0) return say('digest.quiet.clear', values);
  return say(count === 1 ? 'digest.quiet.one' : 'digest.quiet.many', values);
}

type Counted = 'digest.ask' | 'digest.newGaps' | 'digest.closed';

function counted(key: Counted, count: number, say: Say): string {
  return say(count === 1 ? `${key}.one` : `${key}.many`, { count });
}

function ownedText({ share, before }: Contents, say: Say): string {
  const now = percent(share);
  return before === null || percent(before) === now
    ? say('digest.owned', { percent: now })
    : say('digest.owned.was', { percent: now, before: percent(before) });
}

function closedLines({ closed }: Contents, { matrix, today, say }: Frame): string[] {
  const lines = closed.slice(0, MOST_CLOSED).map(({ task, by }) => {
    const line = `${task.name} → ${outcomeText(task, matrix, today, say)}`;
    return by === '' ? line : `${line} (${by})`;
  });
  const more = closed.length - lines.length;
  return more > 0 ? [...lines, say('digest.rest', { count: more })] : lines;
}

function areaBars({ areas }: Contents, say: Say): Bar[] {
  if (areas.length <= MOST_BARS) return areas.map((one) => areaBar(one, say));
  const worst = areas.toSorted((a, b) => percent(a.share) - percent(b.share));
  const others = worst.slice(MOST_BARS - 1);
  const before = others.map((one) => one.before).filter((share) => share !== null);
  const together = {
    area: say('digest.areas.others', { count: others.length }),
    share: sum(others.map(({ share }) => share)),
    before: before.length === others.length ? sum(before) : null,
  };
  return [...worst.slice(0, MOST_BARS - 1), together].map((one) => areaBar(one, say));
}

function areaBar({ area, share, before }: Contents['areas'][number], say: Say): Bar {
  const was = before === null ? null : percent(before);
  const now = percent(share);
  const text =
    was === null || was === now
      ? say('digest.area', { percent: now })
      : say('digest.area.was', { percent: now, before: was });
  return { name: areaTitle(area), text, ...barOf(share) };
}

/** Ten squares are a bar that every client draws, on the smallest phone. */
const SQUARES = 10;

export function barOf(share: Share): Omit<Bar, 'name' | 'text'> {
  const full = Math.floor((percent(share) * SQUARES) / 100);
  return {
    left: share.owned,
    right: share.counted - share.owned,
    full: '■'.repeat(full),
    empty: '□'.repeat(SQUARES - full),
  };
}

function footer({ putOff, asked }: Contents, { next, say }: Frame): string {
  const text = [
    asked.length > 0 ? say('digest.hint') : '',
    putOff.length > 0 ? say('digest.putOff.count', { count: putOff.length }) : '',
    next === null ? '' : say('digest.next', { day: say.day(next) }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function digestWords(say: Say): CardData['digest']['words'] {
  return {
    closed: say('digest.closed.title'),
    areas: say('digest.areas.title'),
    done: say('digest.bar.owned'),
    open: say('digest.bar.open'),
    refresh: say('digest.refresh'),
  };
}

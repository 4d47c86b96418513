// What each side does of a shared task: one sentence a party, kept as text that people can also write in a sheet.
import type { Party } from './party.ts';

/** What one party does; `name` is the party's name as people read it. */
export type Part = { party: string; name: string; does: string };

export function splitText(parts: readonly Part[]): string {
  return parts.map(({ name, does }) => `${name}: ${oneLine(does)}`).join('\n');
}

/** Reads the sentences that start with a party's name and a colon; other text belongs to nobody and is left out. */
export function partsIn(split: string, parties: readonly Pick<Party, 'id' | 'name'>[]): Part[] {
  const starts = parties
    .flatMap(({ id, name }) => {
      const at = startOf(split, name);
      return at === -1 ? [] : [{ party: id, name, at }];
    })
    .sort((a, b) => a.at - b.at);
  return starts.map(({ party, name, at }, index) => {
    const end = starts[index + 1]?.at ?? split.length;
    const does = oneLine(split.slice(at + name.length + 1, end)).replace(/[.;]$/, '');
    return { party, name, does };
  });
}

/** Where a sentence starts with this name: at the beginning, or after what ends another. */
function startOf(split: string, name: string): number {
  const head = `${name}:`;
  for (let at = split.indexOf(head); at !== -1; at = split.indexOf(head, at + 1)) {
    if (/(^|[.;\n])\s*$/.test(split.slice(0, at))) return at;
  }
  return -1;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

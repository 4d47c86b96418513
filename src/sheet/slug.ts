// Ids out of names: readable, in any script, never the same twice.

/** Links, logs and choices carry ids; longer ones are cut by somebody. */
export const MAX_ID = 120;
const ID = new RegExp(`^[\\p{L}\\p{M}\\p{N}._-]{1,${MAX_ID}}$`, 'u');
/** Leaves room for a number that tells two equal names apart. */
const MAX_SLUG = MAX_ID - 8;

export function isId(text: string): boolean {
  return ID.test(text);
}

/** Letters and digits of any script, the rest as single hyphens; `instead` where nothing is left. */
export function slug(name: string, instead: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const cut = [...plain]
    .slice(0, MAX_SLUG)
    .join('')
    .replace(/^-+|-+$/g, '');
  return cut === '' ? instead : cut;
}

/** The id of a task that came without one. */
export function taskSlug(area: string, name: string): string {
  return [...`${slug(area, 'general')}.${slug(name, 'task')}`].slice(0, MAX_SLUG).join('');
}

/** Gives each wanted id, or the first of `wanted-2`, `wanted-3` … that is free. It remembers where it was: thousands may want the same. */
export function createNaming(isTaken: (id: string) => boolean): (wanted: string) => string {
  const given = new Map<string, number>();
  return (wanted) => {
    let n = given.get(wanted) ?? 0;
    let id = wanted;
    do {
      n += 1;
      id = n === 1 ? wanted : `${wanted}-${n}`;
    } while (isTaken(id));
    given.set(wanted, n);
    return id;
  };
}

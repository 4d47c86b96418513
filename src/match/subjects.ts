// Several tasks in one question: "who owns vpn and the firewall?" asks two things, "Retention and legal hold" is one.
import type { Index } from './build.ts';
import { decide } from './decide.ts';
import type { Found } from './found.ts';
import { search } from './search.ts';
import { normalise } from './words.ts';

/** More subjects than this make one answer unreadable; such a question is decided as a whole. */
export const MOST_SUBJECTS = 4;
/** From this score the whole question says one task's name, the joining word included. */
const ONE_NAME = 0.9;
const JOINT =
  /[?.!] +(?:and |also )?(?=.{4})| ?[,;、] ?(?:and |or |also )?(?:then )?| (?:and|or|&|\+|plus|as well as|and also|und|sowie|oder|y|e|et|ainsi que) |(?<=[\p{Script=Han}\p{Script=Katakana}])(?:と|および)(?=[\p{Script=Han}\p{Script=Katakana}])/u;

type Part = { text: string; found: Found };

/** One decision for each task that the question clearly names, in its order; else the one decision on all of it. */
export function findAll(index: Index, question: string): Found[] {
  const parts = partsOf(index, question);
  return parts.length > 0 ? parts.map(({ found }) => found) : [decide(search(index, question))];
}

/** The subjects as asked, when the question clearly names two or more different tasks; else the question itself. */
export function splitQuestion(index: Index, question: string): string[] {
  const parts = partsOf(index, question);
  return parts.length > 0 ? parts.map(({ text }) => text) : [question];
}

/** The question in pieces, wherever a word or a mark joins two. */
export function cutAtJoints(question: string): string[] {
  return normalise(question)
    .replace(/\s+/g, ' ')
    .split(JOINT)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function partsOf(index: Index, question: string): Part[] {
  const texts = cutAtJoints(question);
  if (texts.length < 2 || texts.length > MOST_SUBJECTS) return [];
  if ((search(index, question)[0]?.score ?? 0) >= ONE_NAME) return [];
  const parts = texts.map((text, i) => partOf(index, text, i < texts.length - 1 ? texts : []));
  const named = parts.filter(({ found }) => found.kind === 'sure');
  const different = Map.groupBy(named, ({ found }) => found.kind === 'sure' && found.hit.task);
  const open = parts.filter(({ found }) => found.kind === 'several' && !offers(found, different));
  if (named.length + open.length < parts.length) return [];
  const kept = parts.filter((part) => open.includes(part) || isFirst(part, different));
  return different.size > 0 && kept.length > 1 ? kept : [];
}

/** "server and laptop patching": a part that names nothing alone may share the last word of the question. */
function partOf(index: Index, text: string, all: readonly string[]): Part {
  const alone = decide(search(index, text));
  const shared = all.at(-1)?.match(/\S+$/)?.[0];
  if (alone.kind === 'sure' || !shared) return { text, found: alone };
  const longer = `${text} ${shared}`;
  const found = decide(search(index, longer));
  return found.kind === 'sure' ? { text: longer, found } : { text, found: alone };
}

type ByTask = ReadonlyMap<string | false, readonly Part[]>;

function isFirst(part: Part, different: ByTask): boolean {
  return part.found.kind === 'sure' && different.get(part.found.hit.task)?.[0] === part;
}

function offers(found: Found, different: ByTask): boolean {
  return found.kind === 'several' && found.hits.some(({ task }) => different.has(task));
}

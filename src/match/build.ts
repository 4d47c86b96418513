// Tasks → index: every phrase a task is found by, taken apart into words that point back to it.
import { type Findable, NAMING, type Phrase, phrasesOf } from './phrases.ts';
import { FRAME, GRAMMAR, isFrameTerm, joinedTerm, termOf } from './plain-words.ts';
import { atOnce, EVERY, type Steps } from './portions.ts';
import {
  type NearWords,
  nearWords,
  otherSpellings,
  type Spellings,
  type Synonyms,
  sequencesAt,
  spelled,
  spellings,
} from './synonyms.ts';
import { type Vocabulary, vocabulary } from './vocabulary.ts';

/** A frame word inside a name tells names apart ("on call") but is hardly missed when left out. */
const FRAME_WEIGHT = 0.15;
/**
 * Imported names are often sentences ("Managing IP address ranges and DNS records"), of which a question uses
 * a part; a name counts as at most this many rare words long, so that two of them are nearly the whole.
 */
const LONGEST_NAME = 2.4;
/** Positions in a phrase are bits of a number; no name or alias has more different words. */
const MOST_POSITIONS = 31;

/** An immutable value. Tasks, phrases (names and aliases) and terms are numbered. */
export type Index = Readonly<{
  tasks: readonly string[];
  /** By task: the terms of its area. */
  areas: readonly ReadonlySet<number>[];
  phraseTask: Int32Array;
  phraseStrength: Float64Array;
  /** How much there is to say of a phrase, as a sum of weights. */
  phraseLength: Float64Array;
  terms: ReadonlyMap<string, number>;
  /** Rarity of each term, 0 to 1: what it counts in a question. */
  weights: Float64Array;
  /** What it counts in a phrase: the same, or the sum over the words that it spans. */
  reach: Float64Array;
  /** By term: pairs of phrase and position bits. */
  postings: readonly (readonly number[])[];
  /** By term: tasks whose description has it. */
  mentions: readonly (readonly number[])[];
  vocabulary: Vocabulary;
  /** Whole names and aliases as written, and by their terms, → tasks. */
  exact: ReadonlyMap<string, readonly number[]>;
  alike: ReadonlyMap<string, readonly number[]>;
  spellings: Spellings;
  near: NearWords;
}>;

export function buildIndex(
  tasks: readonly Findable[],
  synonyms: Synonyms,
  phrases: (task: Findable) => readonly Phrase[] = phrasesOf,
): Index {
  return atOnce(indexSteps(tasks, synonyms, phrases));
}

export function* indexSteps(
  tasks: readonly Findable[],
  synonyms: Synonyms,
  phrases: (task: Findable) => readonly Phrase[] = phrasesOf,
): Steps<Index> {
  const by = spellings(synonyms);
  const near = nearWords(synonyms, by);
  const lexicon = createLexicon();
  const { numberOf, compare, postings, mentions, spans } = lexicon;
  const phraseTask: number[] = [];
  const phraseStrength: number[] = [];
  const phraseTerms: number[][] = [];
  const words = new Set<string>();
  const exact = new Map<string, number[]>();
  const alike = new Map<string, number[]>();

  const readName = (task: number, spoken: readonly string[], strength: number): void => {
    const phrase = phraseTask.length;
    const terms = spoken.map(compare);
    const different = [...new Set(terms)].slice(0, MOST_POSITIONS);
    const positions = new Map(different.map((term, i) => [term, 1 << i]));
    phraseTask.push(task);
    phraseStrength.push(strength);
    phraseTerms.push(different.map(numberOf));
    const post = (text: string, over: readonly string[]): void => {
      const bits = over.reduce((all, term) => all | (positions.get(term) ?? 0), 0);
      const term = numberOf(text);
      if (bits !== 0) postings[term]?.push(phrase, bits);
      if (over.length > 1) spans.set(term, over.map(numberOf));
    };
    for (const term of different) post(term, [term]);
    terms.forEach((_, at) => {
      for (const { words: member, value } of sequencesAt(near, terms, at)) {
        if (member.length > 1) post(value.term, member);
      }
    });
    spoken.forEach((word, at) => {
      words.add(word);
      const next = spoken[at + 1];
      if (next === undefined) return;
      // "mail flow" is also found by "mailflow"; inside longer names only where it is spelt right.
      if (spoken.length === 2) words.add(word + next);
      post(joinedTerm(word + next), [compare(word), compare(next)]);
    });
    note(exact, spoken.join(' '), task);
    note(alike, terms.join(' '), task);
  };

  for (const [number, task] of tasks.entries()) {
    if (number % EVERY === 0) yield;
    for (const { source, text } of phrases(task)) {
      const spoken = spelled(text, by).filter((word) => !GRAMMAR.has(word));
      const strength = NAMING[source];
      if (spoken.length === 0) continue;
      if (strength !== undefined) readName(number, spoken, strength);
      else lexicon.mention(number, spoken);
    }
  }
  for (const [spelling, used] of otherSpellings(by)) if (words.has(used)) words.add(spelling);

  const byArea = Map.groupBy(tasks, ({ area }) => area);
  const areas = new Map(
    [...byArea.keys()].map((area) => [area, new Set(spelled(area, by).map(compare).map(numberOf))]),
  );
  yield;
  const weights = yield* weightsOf(lexicon, phraseTask, tasks.length);
  const reach = Float64Array.from(weights);
  for (const [term, over] of spans) reach[term] = sum(over, weights);
  yield;
  const known = vocabulary(words);
  yield;
  return {
    tasks: tasks.map(({ id }) => id),
    areas: tasks.map(({ area }) => areas.get(area) ?? new Set()),
    phraseTask: Int32Array.from(phraseTask),
    phraseStrength: Float64Array.from(phraseStrength),
    phraseLength: Float64Array.from(phraseTerms, (own) =>
      Math.min(sum(own, weights), LONGEST_NAME),
    ),
    terms: lexicon.terms,
    weights,
    reach,
    postings,
    mentions,
    vocabulary: known,
    exact,
    alike,
    spellings: by,
    near,
  };
}

type Lexicon = ReturnType<typeof createLexicon>;

/** Numbers for terms, and where each term occurs. */
function createLexicon() {
  const terms = new Map<string, number>();
  const compared = new Map<string, string>();
  const postings: number[][] = [];
  const mentions: number[][] = [];
  const spans = new Map<number, number[]>();

  const compare = (word: string): string => {
    const known = compared.get(word);
    if (known !== undefined) return known;
    const term = termOf(word);
    compared.set(word, term);
    return term;
  };
  const numberOf = (text: string): number => {
    const known = terms.get(text);
    if (known !== undefined) return known;
    const term = terms.size;
    terms.set(text, term);
    postings.push([]);
    mentions.push([]);
    return term;
  };
  const mention = (task: number, words: readonly string[]): void => {
    for (const word of words) {
      if (FRAME.has(word)) continue;
      const known = mentions[numberOf(compare(word))];
      if (known?.at(-1) !== task) known?.push(task);
    }
  };
  return { terms, postings, mentions, spans, compare, numberOf, mention };
}

function note(keys: Map<string, number[]>, key: string, task: number): void {
  const tasks = keys.get(key);
  if (!tasks) keys.set(key, [task]);
  else if (!tasks.includes(task)) tasks.push(task);
}

function sum(terms: readonly number[], weights: Float64Array): number {
  return terms.reduce((total, term) => total + (weights[term] ?? 0), 0);
}

/** Inverse document frequency as 0 to 1, where 1 is a word of one task; descriptions count only where no name has the word. */
function* weightsOf(
  lexicon: Lexicon,
  phraseTask: readonly number[],
  tasks: number,
): Steps<Float64Array> {
  const weights = new Float64Array(lexicon.terms.size);
  for (const [text, term] of lexicon.terms) {
    if (term % EVERY === 0) yield;
    const own = lexicon.postings[term] ?? [];
    let named = 0;
    let last = -1;
    // Phrases are numbered task by task, so the postings of one task stand together.
    for (let i = 0; i < own.length; i += 2) {
      const task = phraseTask[own[i] ?? 0] ?? 0;
      if (task !== last) named++;
      last = task;
    }
    const having = Math.max(1, named || (lexicon.mentions[term]?.length ?? 0));
    const rarity = Math.log(1 + tasks / having) / Math.log(1 + tasks);
    weights[term] = isFrameTerm(text) ? FRAME_WEIGHT * rarity : rarity;
  }
  return weights;
}

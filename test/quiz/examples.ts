// The worked examples of the decision as whole matrices: who owns what, how well, and what people answer.

import type { Draft, Matrix } from '../../src/matrix/matrix.ts';
import type { Ownership } from '../../src/matrix/ownership.ts';
import { newParty } from '../../src/matrix/party.ts';
import { starterDraft } from '../../src/matrix/starter/starter.ts';
import type { Task } from '../../src/matrix/task.ts';
import type { Answers, Outcome, RuleId } from '../../src/quiz/book.ts';

export const TODAY = '2026-11-23';

/** Of an area: so many tasks inside and well, inside and failing, with nobody; the rest is outside and well. */
type Area = { well?: number; failing?: number; nobody?: number; shared?: number };
type Said = 'well' | 'failing' | 'nobody' | 'shared' | 'outside';

export type Example = {
  name: string;
  areas: Record<string, Area>;
  tasks?: Record<string, Said>;
  people: string[];
  backup?: boolean;
  nights?: string;
  /** What only a person can say. */
  said: Answers;
  verdict: {
    outcome: Outcome;
    by: RuleId | 'score';
    points?: { co: number; full: number };
    gate: boolean;
    confidence: 'high' | 'medium' | null;
  };
  counts: { strong: number; overloaded: number; unclear: number };
};

const ALL = 99;
const strong: Area = { well: ALL };

export const EXAMPLES: readonly Example[] = [
  {
    name: 'Harbour & Finch Architects',
    areas: {
      ...{ administration: strong, security: strong, vendors: strong },
      ...{ projects: strong, strategic: strong },
      support: { failing: 10, well: 8 },
      devices: { failing: 13, well: 8 },
      cloud: { failing: 14, well: 9 },
    },
    people: ['Ines Harbour'],
    said: { Q5: 'control' },
    verdict: {
      ...{ outcome: 'co-managed', by: 'score', points: { co: 24, full: 0 } },
      ...{ gate: false, confidence: 'high' },
    },
    counts: { strong: 5, overloaded: 3, unclear: 0 },
  },
  {
    name: 'Brightwater Dental',
    areas: {
      ...{ support: { nobody: 12 }, administration: { nobody: 20 }, devices: { nobody: 15 } },
      ...{ security: { nobody: 25 }, vendors: { nobody: 9 }, strategic: { nobody: 14 } },
      ...{ cloud: {}, projects: {} },
    },
    people: [],
    said: { Q1: 'none', Q5: 'single' },
    verdict: { outcome: 'full MSP', by: 'R1', gate: true, confidence: 'high' },
    counts: { strong: 0, overloaded: 0, unclear: 6 },
  },
  {
    name: 'Kestrel Robotics',
    areas: {
      ...{ administration: strong, cloud: strong, security: strong },
      ...{ projects: strong, strategic: strong },
      devices: { failing: 14, well: 7 },
      support: { failing: 10, well: 8 },
      vendors: { well: 7, failing: 4, nobody: 2 },
    },
    tasks: {
      'admin.onboarding': 'failing',
      'projects.hiring-waves': 'failing',
      'vendors.provider-governance': 'well',
    },
    people: ['Noor Haddad', 'Tim Okafor', 'Lea Brandt'],
    backup: true,
    said: { Q5: 'control' },
    verdict: {
      ...{ outcome: 'co-managed', by: 'score', points: { co: 25, full: 0 } },
      ...{ gate: false, confidence: 'high' },
    },
    counts: { strong: 5, overloaded: 2, unclear: 0 },
  },
  {
    name: 'St Aldhelm Schools',
    areas: {
      ...{ administration: strong, cloud: strong, security: strong, devices: strong },
      ...{ projects: strong, strategic: strong, vendors: strong },
      support: { well: 10 },
    },
    tasks: { 'support.after-hours': 'failing', 'security.alert-response': 'failing' },
    people: ['Ruth Aldis', 'Jon Peake', 'Mo Farr', 'Eva Lind', 'Abe Stone', 'Kim Vale'],
    backup: true,
    said: { Q5: 'open' },
    verdict: { outcome: 'no change', by: 'R2', gate: false, confidence: 'high' },
    counts: { strong: 7, overloaded: 0, unclear: 0 },
  },
  {
    name: 'Ridgeway Hotels',
    areas: {
      vendors: strong,
      support: { failing: 10, well: 4 },
      devices: { failing: 12, well: 4 },
      administration: { shared: 18, well: 6 },
      security: { shared: 16, well: 6 },
      strategic: { nobody: 9 },
      ...{ cloud: {}, projects: {} },
    },
    tasks: {
      ...{ 'admin.onboarding': 'nobody', 'security.policy-changes': 'shared' },
      ...{ 'vendors.escalation': 'nobody', 'admin.business-app-admin': 'outside' },
      ...{ 'strategy.architecture': 'outside', 'strategy.leadership-reporting': 'outside' },
      'strategy.responsibility-matrix': 'nobody',
    },
    people: ['Dev Ridge'],
    backup: true,
    said: { Q5: 'open' },
    verdict: {
      ...{ outcome: 'inconclusive', by: 'score', points: { co: 7, full: 9 } },
      ...{ gate: true, confidence: null },
    },
    counts: { strong: 1, overloaded: 2, unclear: 3 },
  },
];

const INSIDE = 'internal-it';
const OUTSIDE = 'outside-firm';

/** The example as a matrix in which everything is assessed. */
export function draftOf(example: Example): Draft {
  const draft = starterDraft(example.name);
  const left = new Map(Object.entries(example.areas).map(([area, plan]) => [area, { ...plan }]));
  const held = new Map<string, number>();
  return {
    ...draft,
    parties: [
      newParty(INSIDE, 'Internal IT', 'internal'),
      newParty(OUTSIDE, 'Outside Firm', 'msp'),
    ],
    people: example.people.map((name) => ({
      ...{ name, party: INSIDE, entraId: '', mail: '', leftOn: null },
    })),
    tasks: draft.tasks.map((task) => {
      const said = example.tasks?.[task.id] ?? next(left.get(task.area));
      return settled(task, said, example, held);
    }),
  };
}

function next(plan: Area | undefined): Said {
  for (const kind of ['failing', 'nobody', 'shared', 'well'] as const) {
    const count = plan?.[kind] ?? 0;
    if (!plan || count === 0) continue;
    plan[kind] = count - 1;
    return kind;
  }
  return 'outside';
}

function settled(task: Task, said: Said, example: Example, held: Map<string, number>): Task {
  const inside = said === 'well' || said === 'failing';
  const turn = held.get('inside') ?? 0;
  if (inside) held.set('inside', turn + 1);
  const { people, backup = false, nights = '' } = example;
  const person = inside ? (people[turn % Math.max(people.length, 1)] ?? '') : '';
  const cover = task.nights.matter ? { matter: true as const, cover: nights } : task.nights;
  return {
    ...task,
    nights: cover,
    health:
      said === 'failing' ? 'failing' : said === 'nobody' || said === 'shared' ? 'unknown' : 'well',
    ownership: ownershipOf(said, person),
    backup: backup && inside ? { party: OUTSIDE, role: 'desk', person: '' } : null,
  };
}

function ownershipOf(said: Said, person: string): Ownership {
  if (said === 'nobody' || said === 'shared') {
    const sharedWith = said === 'shared' ? [INSIDE, OUTSIDE] : [];
    return { kind: 'nobody', sharedWith, split: '', since: TODAY };
  }
  const party = said === 'outside' ? OUTSIDE : INSIDE;
  return {
    kind: 'owned',
    lead: { party, role: '', person },
    ...{ sharedWith: [], split: '', since: TODAY, acceptedOn: null },
  };
}

export function matrixOf(draft: Draft): Matrix {
  const tasks = draft.tasks.map((task) => ({ ...task, version: 1 }));
  return { ...draft, scope: { tenant: 't', matrix: 'main' }, tasks, revision: 1 };
}

// A made-up organisation with every status in its matrix: what `npm run try`, examples and tests look at.
import { addDays, type Day } from '../day.ts';
import type { Grant } from '../grant.ts';
import type { Draft } from '../matrix.ts';
import type { Holder, Ownership } from '../ownership.ts';
import { newParty, type Party, type Person } from '../party.ts';
import type { Task } from '../task.ts';
import { starterDraft, suggestedOwner } from './starter.ts';

const INTERNAL = 'internal-it';
const PROVIDER = 'northwind-it';
const FINANCE = 'finance';
const PRIYA = 'Priya Nair';
const SAM = 'Sam Rivera';
const JO = 'Jo Keller';

/** The people of the local Teams, so that rights can be tried there. */
export const SAMPLE_IDS = {
  'Priya Nair': '0a000000-0000-4000-8000-000000000001',
  'Sam Rivera': '0a000000-0000-4000-8000-000000000002',
  'Ana Cole': '0a000000-0000-4000-8000-000000000003',
} as const;

/** Who looks at the page in a plain browser. */
export const SAMPLE_ADMIN = { id: SAMPLE_IDS[PRIYA], name: PRIYA };

const PARTIES: readonly Party[] = [
  {
    ...newParty(INTERNAL, 'Internal IT', 'internal'),
    mail: 'it@harbourandpine.example',
    phone: '+1 555 0120',
    channel: 'IT help',
    hours: 'Mon-Fri 8-17',
  },
  {
    ...newParty(PROVIDER, 'Northwind IT', 'msp'),
    mail: 'servicedesk@northwind.example',
    phone: '+1 555 0100',
    hours: 'Mon-Fri 7-19',
    nights: '+1 555 0101',
  },
  { ...newParty(FINANCE, 'Finance', 'internal'), mail: 'invoices@harbourandpine.example' },
  { ...newParty('cedar-web', 'Cedar Web Studio', 'vendor'), mail: 'hello@cedarweb.example' },
  {
    ...newParty('tallow-print', 'Tallow Print', 'vendor'),
    phone: '+1 555 0140',
    portal: 'https://service.tallowprint.example',
  },
  { ...newParty('ironwood', 'Ironwood Systems', 'vendor'), mail: 'support@ironwood.example' },
];

const VENDOR_OF: ReadonlyMap<string, string> = new Map([
  ['admin.website', 'cedar-web'],
  ['admin.databases', 'ironwood'],
  ['devices.printer-fleet', 'tallow-print'],
  ['devices.disposal', 'tallow-print'],
]);

const PROVIDER_ROLES: ReadonlyMap<string, string> = new Map([
  ['administration', 'infrastructure team'],
  ['security', 'security operations'],
  ['projects', 'project team'],
  ['strategic', 'account manager'],
  ['vendors', 'account manager'],
]);
const SAMS_AREAS: ReadonlySet<string> = new Set(['security', 'strategic', 'projects', 'vendors']);

/** Days from today. Monthly reviews leave 28 days before a confirmed task is overdue. */
const SIGNED = -265;
const ACCEPTED = -195;
const LAST_REVIEW = -15;
const LONG_AGO = -410;
const HANDED_OVER = -30;
const JO_LEFT = -12;
const GAP_ENDS = 60;

const ASSIGNED: ReadonlySet<string> = new Set([
  'security.policy-changes',
  'security.vulnerability-fixes',
  'admin.certificates',
  'projects.handover',
]);
const OVERDUE: ReadonlySet<string> = new Set([
  'security.restore-tests',
  'admin.access-review',
  'cloud.external-sharing',
]);
const JOS: ReadonlySet<string> = new Set([
  'admin.domain-names',
  'devices.ordering',
  'devices.loaners',
]);
const NOBODYS: ReadonlySet<string> = new Set([
  'vendors.escalation',
  'admin.service-accounts',
  'cloud.app-secrets',
  'security.log-retention',
  'devices.returns',
]);
const NEVER_CONSIDERED: ReadonlySet<string> = new Set([
  'security.ai-usage',
  'security.shadow-it',
  'cloud.power-platform',
  'cloud.cost',
  'strategy.ai-adoption',
]);
const FAILING: ReadonlySet<string> = new Set([
  'security.restore-tests',
  'devices.os-updates',
  'admin.documentation',
]);
const NOT_HERE: ReadonlyMap<string, string> = new Map([
  ['admin.directory', 'All accounts live in Entra ID; there is no on-premises directory.'],
  ['cloud.directory-sync', 'There is no on-premises directory to synchronise.'],
  ['devices.macs', 'There are no Macs.'],
  ['security.physical-access', 'The landlord runs doors and cameras.'],
]);

/** What this organisation says beyond the starter. */
const OWN_WORDS: ReadonlyMap<string, Partial<Task>> = new Map<string, Partial<Task>>([
  [
    'cloud.mail-flow',
    {
      description: 'Delivery, spam filter, connectors. Not: mailbox requests → Internal IT',
      reason: 'Managed services agreement, annex 2',
    },
  ],
  ['security.pen-test', { reason: 'The budget for a test comes with the next financial year.' }],
]);
const SPLITS: ReadonlyMap<string, string> = new Map([
  ['admin.onboarding', 'Northwind IT: account, licences, laptop. Internal IT: request, first day'],
  ['admin.offboarding', 'Northwind IT: access and data. Internal IT: equipment, sign-off'],
]);

/** Harbour & Pine with Northwind IT as its provider; all dates hang on `today`, so statuses never age. */
export function sampleDraft(today: Day): Draft {
  const draft = starterDraft('Harbour & Pine');
  return {
    ...draft,
    decider: { name: SAM, reach: mailOf(SAM) },
    parties: PARTIES.map((party) => ({ ...party })),
    people: [
      person(PRIYA, SAMPLE_IDS[PRIYA]),
      person(SAM, SAMPLE_IDS[SAM]),
      { ...person(JO, ''), leftOn: addDays(today, JO_LEFT) },
    ],
    grants: [
      granted(PRIYA, { admin: true }),
      granted(SAM, { admin: true, speaksFor: [INTERNAL] }),
      granted('Ana Cole', { speaksFor: [PROVIDER] }),
    ],
    tasks: draft.tasks.map((task) => settled(task, today)),
  };
}

function person(name: string, entraId: string): Person {
  return { name, party: INTERNAL, entraId, mail: mailOf(name), leftOn: null };
}

function granted(name: keyof typeof SAMPLE_IDS, given: Partial<Grant>): Grant {
  return { person: SAMPLE_IDS[name], name, admin: false, areas: [], speaksFor: [], ...given };
}

function mailOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@harbourandpine.example`;
}

function settled(task: Task, today: Day): Task {
  const ownership = ownershipOf(task, today);
  const answered = ownership.kind === 'owned';
  const confirmed = answered && ownership.acceptedOn !== null && !OVERDUE.has(task.id);
  return {
    ...task,
    reason: NOT_HERE.get(task.id) ?? '',
    health: FAILING.has(task.id) ? 'failing' : answered ? 'well' : 'unknown',
    reviewedOn: confirmed ? addDays(today, LAST_REVIEW) : null,
    ownership,
    backup: answered && task.importance === 'high' ? backupFor(ownership.lead) : null,
    views: task.id === 'devices.compliance' ? bothDisclaim(today) : [],
    ...OWN_WORDS.get(task.id),
  };
}

function ownershipOf(task: Task, today: Day): Ownership {
  const { id } = task;
  if (NOT_HERE.has(id)) return { kind: 'not applicable' };
  if (NEVER_CONSIDERED.has(id)) return { kind: 'unknown' };
  if (id === 'security.pen-test') {
    return { kind: 'accepted gap', until: addDays(today, GAP_ENDS), by: SAM };
  }
  if (NOBODYS.has(id)) {
    const sharedWith = id === 'devices.returns' ? [INTERNAL, PROVIDER] : [];
    return { kind: 'nobody', sharedWith, split: '', since: addDays(today, SIGNED) };
  }
  const { lead, sharedWith } = sidesOf(task);
  const split = SPLITS.get(id) ?? '';
  const owned = { kind: 'owned', lead, sharedWith, split } as const;
  if (ASSIGNED.has(id)) return { ...owned, since: addDays(today, HANDED_OVER), acceptedOn: null };
  const [since, acceptedOn] = OVERDUE.has(id) ? [LONG_AGO, LONG_AGO] : [SIGNED, ACCEPTED];
  return { ...owned, since: addDays(today, since), acceptedOn: addDays(today, acceptedOn) };
}

function sidesOf(task: Task): { lead: Holder; sharedWith: string[] } {
  const { id, area } = task;
  const inside = { party: INTERNAL, role: '', person: SAMS_AREAS.has(area) ? SAM : PRIYA };
  const outside = { party: PROVIDER, role: PROVIDER_ROLES.get(area) ?? 'service desk', person: '' };
  const vendor = VENDOR_OF.get(id);
  if (vendor) return { lead: { party: vendor, role: '', person: '' }, sharedWith: [] };
  if (JOS.has(id)) return { lead: { ...inside, person: JO }, sharedWith: [] };
  if (id === 'cloud.mailboxes') return { lead: inside, sharedWith: [] };
  if (id === 'vendors.invoice-checks') {
    return { lead: { party: FINANCE, role: 'controller', person: '' }, sharedWith: [] };
  }
  const suggested = suggestedOwner(id, 'co-managed');
  const shared = suggested?.side === 'shared';
  const byProvider = (shared ? suggested.lead : suggested?.side) === 'msp';
  const other = byProvider ? INTERNAL : PROVIDER;
  return { lead: byProvider ? outside : inside, sharedWith: shared ? [other] : [] };
}

function backupFor(lead: Holder): Holder {
  return { party: INTERNAL, role: '', person: lead.person === PRIYA ? SAM : PRIYA };
}

/** Each side believes that the other follows up on devices: the failure this product is for. */
function bothDisclaim(today: Day): Task['views'] {
  const on = addDays(today, HANDED_OVER);
  return [
    { party: INTERNAL, says: 'theirs', names: PROVIDER, on },
    { party: PROVIDER, says: 'theirs', names: INTERNAL, on },
  ];
}

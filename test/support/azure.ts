// The Azure RACI Toolkit's matrix → the canonical sheet: seven teams of one company, and no provider.
import type { Day } from '../../src/matrix/day.ts';
import { type Published, sheetOfMarks } from './cloudtemple.ts';

/** Every party is a functional role inside the customer, as the toolkit's own table of roles describes them. */
const TEAMS = [
  'Cloud Service Owner',
  'Workload Owner',
  'Security Auditors',
  'Operations (Tier 2)',
  'Network Operators (Tier 3)',
  'System Operators (Tier 3)',
  'Security Admins (Tier 3)',
];

const AZURE: Published = {
  parties: new Map(TEAMS.map((name) => [name, { name, side: 'internal' }])),
  kinds: [[/^Governance$/, 'strategic']],
};

export function sheetOfAzure(tsv: string, today: Day): string {
  return sheetOfMarks(tsv, AZURE, today);
}

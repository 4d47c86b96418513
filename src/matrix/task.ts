// A task of the matrix, with its ownership and what else people need to know about it.
import type { Day } from './day.ts';
import type { Holder, Ownership, View } from './ownership.ts';

export const KINDS = ['operation', 'project', 'strategic'] as const;
export type Kind = (typeof KINDS)[number];

export const IMPORTANCES = ['high', 'medium', 'low'] as const;
export type Importance = (typeof IMPORTANCES)[number];

export const HEALTHS = ['well', 'failing', 'unknown'] as const;
export type Health = (typeof HEALTHS)[number];

/** Whether nights and weekends matter, and who covers them; `cover` is empty while nobody is named. */
export type Nights = { matter: false } | { matter: true; cover: string };

/** How often the owner confirms the task; null where only events call for it. */
export type Interval = { every: number; unit: 'day' | 'month' };

/** An area as a heading: names come in small letters from the starter, and as they are from a sheet. */
export function areaTitle(area: string): string {
  return area.charAt(0).toUpperCase() + area.slice(1);
}

export type Task = {
  /** `area.slug`; never changes, so that links, history and imports keep meeting the same task. */
  id: string;
  name: string;
  area: string;
  kind: Kind;
  description: string;
  aliases: string[];
  importance: Importance;
  health: Health;
  nights: Nights;
  review: Interval | null;
  reviewedOn: Day | null;
  ownership: Ownership;
  backup: Holder | null;
  /** Why it is owned as it is, in the words of whoever decided. */
  reason: string;
  views: View[];
};

/** The five questions of the source article; a matrix that cannot answer them is not ready to sign anything on. */
export const GATE_TASKS = [
  'admin.onboarding',
  'devices.compliance',
  'cloud.mail-flow',
  'vendors.escalation',
  'security.policy-changes',
] as const;

// Contract: the cards on which ownership is changed.
import type { Option } from './parts.ts';

/** An edit of one task: how it stands, which version that is, and what went wrong a moment ago. */
export type OnTask = { line: string; now: string; note: string; task: string; version: number };

export type EditCards = {
  edit: OnTask & {
    /** Whoever presses may change more than hand it over. */
    all: boolean;
    /** The people picker of Teams works in 1:1 chats. */
    picker: boolean;
    owner: string;
    owners: Option[];
    backup: string;
    backups: Option[];
    health: string;
    healths: Option[];
    words: Record<
      | 'owner'
      | 'someone'
      | 'name'
      | 'backup'
      | 'health'
      | 'why'
      | 'save'
      | 'gap'
      | 'share'
      | 'back',
      string
    >;
  };
  gap: OnTask & { until: string; words: Record<'until' | 'why' | 'save' | 'back', string> };
  share: OnTask & {
    lead: string;
    leads: Option[];
    leadDoes: string;
    partner: string;
    partners: Option[];
    partnerDoes: string;
    words: Record<'lead' | 'leadDoes' | 'partner' | 'partnerDoes' | 'save' | 'back', string>;
  };
  wishes: {
    line: string;
    note: string;
    text: string;
    tasks: { task: string; version: number; title: string }[];
  };
  reported: {
    line: string;
    now: string;
    note: string;
    task: string;
    /** A word may follow. */
    ask: boolean;
    words: Record<'word' | 'send' | 'back', string>;
  };
  notice: {
    line: string;
    note: string;
    /** `said` is what readers wrote, and how many they are where there are several. */
    reports: { task: string; owner: string; said: string }[];
    words: Record<'show' | 'edit', string>;
  };
  'new-matrix': {
    line: string;
    note: string;
    name: string;
    words: Record<'starter' | 'empty', string>;
  };
  roles: {
    line: string;
    note: string;
    grants: { name: string; what: string }[];
    none: string;
    may: boolean;
    picker: boolean;
    people: Option[];
    areas: Option[];
    parties: Option[];
    words: Record<
      'person' | 'someone' | 'name' | 'admin' | 'everything' | 'areas' | 'speaksFor' | 'save',
      string
    >;
  };
};

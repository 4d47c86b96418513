// A small world around the sample organisation: the real finder, no store; memory passes from turn to turn.

import { answer } from '../../src/answer/answer.ts';
import type { Outcome, Turn, World } from '../../src/chat.ts';
import { createFinder, shippedKnowledge } from '../../src/match/finder.ts';
import type { Matrix } from '../../src/matrix/matrix.ts';
import { callerOf } from '../../src/matrix/rights.ts';
import { SAMPLE_IDS, sampleDraft } from '../../src/matrix/starter/sample.ts';
import type { Memory } from '../../src/store.ts';
import { NO_FILES } from '../support/files.ts';

export const TODAY = '2026-11-23';
const NOW = new Date(`${TODAY}T10:00:00Z`);

const IDS: Readonly<Record<string, string>> = SAMPLE_IDS;
const draft = sampleDraft(TODAY);

export const MATRIX: Matrix = {
  ...draft,
  scope: { tenant: 't', matrix: 'main' },
  tasks: draft.tasks.map((task) => ({ ...task, version: 1 })),
  revision: 1,
};

export const FINDER = createFinder(
  MATRIX.tasks,
  shippedKnowledge(true, () => {}),
);

/** `changed`: what the history says changed, whatever the day. */
export function createTalk(name = 'Priya Nair', changed: string[] = []) {
  let memory: Memory | null = null;

  return {
    memory: () => memory,
    async say(text: string): Promise<Outcome> {
      const turn: Turn = {
        tenant: 't',
        conversation: 'c',
        where: 'personal',
        speaker: { id: IDS[name] ?? 'asker', name, guest: false },
        locale: 'en-GB',
        zone: '',
        now: NOW,
        said: { kind: 'text', text },
      };
      const world: World = {
        matrix: MATRIX,
        caller: callerOf(MATRIX, turn.speaker, []),
        admins: [],
        known: [],
        memory,
        find: FINDER.find,
        subjects: FINDER.subjects,
        history: async () => [],
        lines: async () => [],
        stateAt: async () => [],
        everyParty: async () => MATRIX.parties,
        taught: async () => 0,
        changedSince: async () => changed,
        demandFor: async () => ({ times: 0, askers: 0 }),
        subscriptions: async () => [],
        snoozes: async () => [],
        rounds: async () => [],
        posted: async () => [],
        quiz: { session: async () => null, results: async () => [] },
        ...NO_FILES,
      };
      const outcome = await answer(turn, world);
      for (const effect of outcome.effects) {
        if (effect.kind === 'remember') memory = effect.memory;
      }
      return outcome;
    },
  };
}

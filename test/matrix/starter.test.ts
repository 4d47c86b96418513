// The starter is sound, suggests and never asserts; the sample shows every status whatever the day.
import { describe, expect, test } from 'vitest';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import { starterDraft, starterTasks, suggestedOwner } from '../../src/matrix/starter/starter.ts';
import { nextCheck, STATUSES, statusOf } from '../../src/matrix/status.ts';
import { GATE_TASKS } from '../../src/matrix/task.ts';

describe('the starter', () => {
  test('has 160 tasks, each id once and made of area and slug, no alias twice in a task', () => {
    expect(starterTasks).toHaveLength(160);
    expect(new Set(starterTasks.map(({ id }) => id)).size).toBe(160);
    expect(new Set(starterTasks.map(({ name }) => name)).size).toBe(160);
    for (const task of starterTasks) {
      expect(task.id).toMatch(/^[a-z]+\.[a-z0-9-]+$/);
      expect(task.description).toMatch(/\.$/);
      const aliases = task.aliases.map((alias) => alias.toLowerCase());
      expect(new Set(aliases).size, task.id).toBe(aliases.length);
    }
  });

  test('has the tasks that every matrix must answer', () => {
    const ids = starterTasks.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...GATE_TASKS]));
  });

  test('makes a matrix in which nobody has said anything', () => {
    const { name, parties, people, tasks } = starterDraft('Pine');
    expect({ name, parties, people }).toEqual({ name: 'Pine', parties: [], people: [] });
    expect(tasks).toHaveLength(160);
    for (const task of tasks) {
      expect(task.ownership).toEqual({ kind: 'unknown' });
      expect(task.health).toBe('unknown');
    }
    expect(tasks.filter(({ nights }) => nights.matter)).toHaveLength(47);
  });

  test.each([
    ['cloud.mail-flow', 'co-managed', { side: 'msp', lead: null, why: 'depth' }],
    [
      'support.second-line',
      'co-managed',
      { side: 'shared', lead: 'internal', why: 'local knowledge' },
    ],
    ['support.second-line', 'full MSP', { side: 'msp', lead: null, why: 'core scope' }],
    ['support.business-apps', 'full MSP', { side: 'vendor', lead: null, why: 'vendor knows it' }],
    ['no.such-task', 'co-managed', null],
  ] as const)('suggests for %s under %s', (id, model, expected) => {
    expect(suggestedOwner(id, model)).toEqual(expected);
  });

  test('names a lead exactly where a co-managed task is shared', () => {
    for (const { id } of starterTasks) {
      const suggested = suggestedOwner(id, 'co-managed');
      expect(suggested?.lead !== null, id).toBe(suggested?.side === 'shared');
    }
  });
});

describe.each(['2026-11-23', '2027-03-01', '2028-02-29'] as const)('the sample on %s', (today) => {
  const sample = sampleDraft(today);
  const statusById = new Map(sample.tasks.map((task) => [task.id, statusOf(task, sample, today)]));
  const count = (status: string) => [...statusById.values()].filter((one) => one === status).length;

  test.each([
    ['cloud.mail-flow', 'confirmed'],
    ['admin.onboarding', 'confirmed'],
    ['security.policy-changes', 'assigned'],
    ['devices.compliance', 'disputed'],
    ['security.restore-tests', 'overdue'],
    ['admin.domain-names', 'orphaned'],
    ['vendors.escalation', 'nobody'],
    ['devices.returns', 'nobody'],
    ['security.ai-usage', 'unknown'],
    ['security.pen-test', 'accepted gap'],
    ['devices.macs', 'not applicable'],
  ])('%s is %s', (id, status) => {
    expect(statusById.get(id)).toBe(status);
  });

  test('shows every status, and most tasks confirmed', () => {
    for (const status of STATUSES) expect(count(status), status).toBeGreaterThan(0);
    expect(count('confirmed')).toBeGreaterThan(sample.tasks.length * 0.75);
    expect(count('disputed')).toBe(1);
  });

  test('names only parties and people that it has', () => {
    const parties = sample.parties.map(({ id }) => id);
    const people = sample.people.map(({ name, party }) => `${party}: ${name}`);
    for (const task of sample.tasks) {
      const { ownership } = task;
      const holders = [task.backup, ownership.kind === 'owned' ? ownership.lead : null];
      for (const holder of holders) {
        if (holder === null) continue;
        expect(parties).toContain(holder.party);
        if (holder.person !== '') expect(people).toContain(`${holder.party}: ${holder.person}`);
      }
    }
  });

  test('mail flow is told as the front page tells it', () => {
    const task = sample.tasks.find(({ id }) => id === 'cloud.mail-flow');
    expect(task?.ownership).toMatchObject({
      lead: { party: 'northwind-it', role: 'service desk', person: '' },
    });
    expect(task?.backup).toEqual({ party: 'internal-it', role: '', person: 'Priya Nair' });
    expect(task?.description).toContain('Not: mailbox requests → Internal IT');
    expect(task && nextCheck(task)).toSatisfy((day: string | null) => day !== null && day > today);
    expect(sample.decider.name).toBe('Sam Rivera');
  });
});

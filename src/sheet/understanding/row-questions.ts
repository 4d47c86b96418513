// What a person can decide about the rows of a file, many at once: owners that are two, none or blank, and known tasks.
import { type Asking, counted } from './questions.ts';

export function askTwo(asking: Asking, rows: number) {
  return asking.ask({
    id: 'two',
    kind: 'two',
    about: [String(rows)],
    says: `${counted(rows, 'task has', 'tasks have')} more than one accountable party. Who owns them?`,
    choices: [
      { value: 'shared', says: 'Nobody leads: a gap to decide' },
      { value: 'first', says: 'The first one named' },
      { value: 'unknown', says: 'Unknown' },
    ],
    default: 'shared',
    must: true,
  });
}

export function askNone(asking: Asking, rows: number) {
  return asking.ask({
    id: 'none',
    kind: 'none',
    about: [String(rows)],
    says: `${counted(rows, 'task has', 'tasks have')} marks, but nobody accountable. Who owns them?`,
    choices: [
      { value: 'unknown', says: 'Unknown' },
      { value: 'responsible', says: 'The one who is responsible, where there is one' },
    ],
    default: 'unknown',
    must: true,
  });
}

export function askStarter(asking: Asking, matched: number) {
  return asking.ask({
    id: 'starter',
    kind: 'starter',
    about: [String(matched)],
    says: `${counted(matched, 'task is one', 'tasks are ones')} Remit knows. Take over other names for them?`,
    choices: [
      { value: 'match', says: 'Yes' },
      { value: 'own', says: 'No, keep them apart' },
    ],
    default: 'match',
    must: false,
  });
}

export function askBlank(asking: Asking, rows: number) {
  return asking.ask({
    id: 'blank',
    kind: 'blank',
    about: [String(rows)],
    says: `${counted(rows, 'task has', 'tasks have')} an owner in the matrix and none in the file. Which counts?`,
    choices: [
      { value: 'keep', says: 'Keep the owner' },
      { value: 'clear', says: 'The owner is unknown now' },
    ],
    default: 'keep',
    must: true,
  });
}

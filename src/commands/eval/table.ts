// The table that an evaluation prints: grades by type of question, in shares.
import type { Grade } from './grade.ts';

const GRADES: readonly Grade[] = ['right', 'offered', 'asked', 'declined', 'other', 'wrong'];

export function printTable(graded: readonly { type: string; grade: Grade }[]): void {
  const types = [...new Set(graded.map(({ type }) => type))];
  console.log(row('', ['count', ...GRADES]));
  for (const type of types)
    printRow(
      type,
      graded.filter((one) => one.type === type),
    );
  printRow('over all', graded);
}

function printRow(name: string, graded: readonly { grade: Grade }[]): void {
  const shares = GRADES.map((grade) => {
    const share = graded.filter((one) => one.grade === grade).length / Math.max(1, graded.length);
    return share === 0 ? '·' : `${(100 * share).toFixed(1)} %`;
  });
  console.log(row(name, [String(graded.length), ...shares]));
}

/** How often an answer that was given with so much trust was right: a calibrated decision has both alike. */
export function printReliability(answers: readonly { trusted: number; right: boolean }[]): void {
  const steps = [0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
  const cells = steps.slice(1).map((to, i) => {
    const from = steps[i] ?? 0;
    const within = answers.filter(({ trusted }) => trusted >= from && trusted < to);
    const right = within.filter((answer) => answer.right).length;
    const share = within.length === 0 ? '·' : `${((100 * right) / within.length).toFixed(0)} %`;
    return `${from.toFixed(1)}+ ${share} of ${within.length}`;
  });
  console.log(`named with trust of … right in:  ${cells.join('   ')}`);
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(14)}${cells.map((cell) => cell.padStart(10)).join('')}`;
}

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function memoryInMb(): number {
  return process.memoryUsage().rss / 1_048_576;
}

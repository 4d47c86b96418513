// npm run import -- FILE: shows how a file is understood and what it would change, asks, and applies all of it or nothing.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { applyImport, BY_COMMAND, prepareImport, problemText } from '../bring-in.ts';
import { createSheetWorker } from '../sheet/worker/sheet-worker.ts';
import { diffLines, refusalText, understoodLines } from './import-text.ts';
import { configOrStop, scopeFor, stop, storeFor, tenantFor } from './place.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tenant: { type: 'string' },
    matrix: { type: 'string' },
    yes: { type: 'boolean' },
    answer: { type: 'string', multiple: true },
  },
});
const [file] = positionals;
if (file === undefined || positionals.length > 1) {
  stop([
    'npm run import -- FILE [--yes] [--answer "question=choice"]... [--matrix NAME] [--tenant ID]',
  ]);
}
const answers = Object.fromEntries((values.answer ?? []).map(answerOf));
const bytes = await readFile(file).catch(() => stop([`${file}: cannot be read.`]));
const config = configOrStop();
const store = await storeFor(config);
try {
  process.exitCode = (await run(file)) ? 0 : 1;
} finally {
  await store.close();
}

async function run(path: string): Promise<boolean> {
  const scope = await scopeFor(store, tenantFor(config, values.tenant), values.matrix);
  const sheets = createSheetWorker({ entry: new URL('../sheet-work.ts', import.meta.url) });
  const now = new Date();
  const given = { bytes, name: basename(path) };
  const { current, brought } = await prepareImport({
    store,
    scope,
    sheets,
    file: given,
    answers,
    by: BY_COMMAND,
    now,
  });
  if (brought.kind === 'refused') {
    console.error(`${path}: ${refusalText(brought)}`);
    return false;
  }
  const { understood } = brought;
  if (understood.kind === 'understood') print(understoodLines(understood));
  else print(understood.notices.map(({ says }) => says));
  if (brought.kind === 'problems') {
    for (const problem of brought.problems) console.error(`${path}: ${problemText(problem)}`);
    console.error('Nothing was imported. Mend the rows above and run it again.');
    return false;
  }
  if (understood.kind === 'understood' && understood.rejected.length > 0) {
    console.error('Nothing was imported. Mend the answers above and run it again.');
    return false;
  }
  print(diffLines(brought));
  if (brought.plan.steps.length === 0) return true;
  if (!(await agreed())) {
    console.log('Nothing was changed.');
    return true;
  }
  if (
    (await applyImport({
      ...{ store, scope, current, ready: brought, now },
      ...{ called: values.matrix, by: BY_COMMAND },
    })) === 'stale'
  ) {
    console.error('The matrix changed meanwhile. Nothing was imported; run it again.');
    return false;
  }
  console.log('Applied.');
  return true;
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

/** Without a terminal nobody can answer, so only `--yes` agrees. */
async function agreed(): Promise<boolean> {
  if (values.yes) return true;
  if (!process.stdin.isTTY) {
    console.log('To apply this, run it again with --yes.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const said = await terminal.question('Apply? [y/N] ');
  terminal.close();
  return /^y(?:es)?$/i.test(said.trim());
}

/** Choices never hold `=`, question ids may. */
function answerOf(text: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1) stop([`--answer "${text}": write it as question=choice.`]);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

// npm run import -- FILE: a CSV sheet into the matrix, all of it or nothing.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { MAIN_MATRIX } from '../scope.ts';
import { importSheet } from './bring-in.ts';
import { configOrStop, stop, storeFor, tenantFor } from './place.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tenant: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined || positionals.length > 1)
  stop(['npm run import -- FILE.csv [--tenant ID]']);

const bytes = await readFile(file).catch(() => stop([`${file}: cannot be read.`]));
const config = configOrStop();
const store = await storeFor(config);
try {
  const brought = await importSheet({
    store,
    scope: { tenant: tenantFor(config, values.tenant), matrix: MAIN_MATRIX },
    text: textOf(bytes, file),
    name: basename(file),
    now: new Date(),
  });
  if (brought.kind === 'problems') {
    for (const says of brought.says) console.error(`${file}: ${says}`);
    console.error('Nothing was imported. Mend the rows above and run it again.');
    process.exitCode = 1;
  } else {
    const { created, changed, unchanged, notInFile } = brought.plan;
    for (const notice of brought.notices) console.error(`${file}: ${notice}`);
    console.log(
      `${created} created, ${changed} changed, ${unchanged} unchanged, ${notInFile} not in the file and left as they were`,
    );
  }
} finally {
  await store.close();
}

function textOf(content: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return stop([`${name}: not UTF-8 text. Save it as "CSV UTF-8" and run it again.`]);
  }
}

// npm run export: the matrix as a CSV sheet, to standard output or a file.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { MAIN_MATRIX } from '../scope.ts';
import { writeSheet } from '../sheet/write.ts';
import { configOrStop, stop, storeFor, tenantFor } from './place.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tenant: { type: 'string' } },
});
const config = configOrStop();
const tenant = tenantFor(config, values.tenant);
const store = await storeFor(config);
try {
  const matrix = await store.read({ tenant, matrix: MAIN_MATRIX });
  if (!matrix)
    stop([
      `There is no matrix for ${tenant} yet: npm run import -- FILE.csv, or say something to the bot first.`,
    ]);
  const sheet = writeSheet(matrix);
  const [file] = positionals;
  if (file === undefined) process.stdout.write(sheet);
  else {
    await writeFile(file, sheet).catch((error: NodeJS.ErrnoException) =>
      stop([`${file}: cannot be written (${error.code}). Give another path.`]),
    );
    console.error(`${matrix.tasks.length} tasks written to ${file}`);
  }
} finally {
  await store.close();
}

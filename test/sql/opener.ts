// A process that opens the store, makes one matrix and says how that went: started several times at once.
import { openStore } from '../../src/sql/open.ts';
import { DRAFT, NOW, PRIYA } from './samples.ts';

const [dataFolder = '', tenant = ''] = process.argv.slice(2);
const store = await openStore({ dataFolder });
process.stdout.write(await store.create({ tenant, matrix: 'main' }, DRAFT, PRIYA, NOW));
await store.close();

// npm run try: the bot on a sample organisation, with a local Teams in the browser; all on loopback.
import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';

enableCompileCache();
const { createApp } = await import('../app.ts');
const { dayOf } = await import('../matrix/day.ts');
const { SAMPLE_ADMIN, sampleDraft } = await import('../matrix/starter/sample.ts');
const { CARDS, configOrStop, LOCAL_TENANT, log, PAGE, stop, storeFor, synonymsFor } = await import(
  './place.ts'
);
const { startPlayground } = await import('./playground/playground.ts');
const { untilStopped } = await import('./run.ts');

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    'teams-port': { type: 'string', default: '56150' },
  },
});
const teamsPort = Number(values['teams-port']);
if (!Number.isInteger(teamsPort) || teamsPort < 1 || teamsPort > 65_535) {
  stop(['--teams-port: must be a port number, for example: npm run try -- --teams-port 56151']);
}

const config = configOrStop();
const clock = () => new Date();
const store = await storeFor(config);
const app = createApp({
  store,
  draft: (now) => sampleDraft(dayOf(now)),
  phrasebook: config.REMIT_PHRASEBOOK,
  admins: () => config.REMIT_ADMINS,
  synonyms: synonymsFor(config),
  identity: null,
  tokens: null,
  tenants: 'any',
  cards: CARDS,
  page: { people: { ...SAMPLE_ADMIN, tenant: LOCAL_TENANT, guest: false }, folder: PAGE },
  log,
  clock,
});
const port = await app.listen(config.PORT).catch(async () => {
  await app.close();
  return stop([`PORT: ${config.PORT} is taken. Stop what uses it, or: PORT=3979 npm run try`]);
});
const address = `http://127.0.0.1:${port}/api/messages`;
const page = `http://127.0.0.1:${port}/tab/`;

if (values.headless) {
  console.log(address);
  console.log(page);
  await untilStopped(app);
} else {
  const playground = await startPlayground(address, teamsPort).catch(async (error: Error) => {
    await app.close();
    return stop([error.message]);
  });
  console.log(`Remit answers in a local Teams: ${playground.address}`);
  console.log('Open it and ask: who owns mail flow?     (Ctrl+C stops both)');
  console.log(`The whole matrix, as the sample's admin sees it: ${page}`);
  await untilStopped(app, playground.stop);
}

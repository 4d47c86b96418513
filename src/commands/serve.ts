// npm start: the bot for a real Teams; refuses to run without an app registration.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { createApp } = await import('../app.ts');
const { productionFaults } = await import('../config.ts');
const { homeDraft } = await import('../matrix/starter/starter.ts');
const { createGraphToken, createIdentity, GRAPH } = await import('../teams/identity.ts');
const { createTeamOwners } = await import('../teams/team-owners.ts');
const { createPeople, GOVERNMENT_LOGIN, PUBLIC_LOGIN } = await import('../web/people.ts');
const { PUBLIC_CLOUD, US_GOVERNMENT, createTokens } = await import('../web/tokens.ts');
const { CARDS, configOrStop, log, PAGE, sayUnlessBuilt, stop, storeFor, synonymsFor } =
  await import('./place.ts');
const { untilStopped } = await import('./run.ts');

const config = configOrStop();
const faults = productionFaults(config);
if (faults.length > 0) stop(faults);
const appId = config.MicrosoftAppId ?? stop(faults);

const clock = () => new Date();
const cloud = config.BotOpenIdMetadata?.includes('.azure.us/') ? 'usgov' : 'public';
const { issuer, metadataUrl } = cloud === 'usgov' ? US_GOVERNMENT : PUBLIC_CLOUD;
const own = config.MicrosoftAppTenantId ? [config.MicrosoftAppTenantId] : [];
const tenants = config.REMIT_TENANTS.length > 0 ? config.REMIT_TENANTS : own;
const login = cloud === 'usgov' ? GOVERNMENT_LOGIN : PUBLIC_LOGIN;

const store = await storeFor(config);
const identity = await createIdentity(config, cloud).catch((error: Error) => stop([error.message]));
const teams = config.REMIT_TEAM_OWNERS;
const owners =
  teams.length > 0
    ? createTeamOwners({
        ...{ teams, base: GRAPH[cloud], log, clock },
        token: await createGraphToken(config, cloud),
      })
    : null;
/** A team belongs to the app's own tenant; to admins of another one it says nothing. */
const admins = async (tenant: string) =>
  owners && own.some((id) => id.toLowerCase() === tenant)
    ? [...config.REMIT_ADMINS, ...(await owners.ids())]
    : config.REMIT_ADMINS;
const app = createApp({
  store,
  draft: () => homeDraft('Responsibility matrix'),
  phrasebook: config.REMIT_PHRASEBOOK,
  admins,
  synonyms: synonymsFor(config),
  identity,
  tokens: createTokens({
    appId,
    issuer,
    metadataUrl: config.BotOpenIdMetadata ?? metadataUrl,
    log,
    clock,
  }),
  tenants,
  cards: CARDS,
  pages: config.REMIT_HOST ? { appId, base: `https://${config.REMIT_HOST}` } : null,
  page: {
    people: createPeople({ appId, host: config.REMIT_HOST ?? '', tenants, login, log, clock }),
    folder: PAGE,
  },
  log,
  clock,
});
const port = await app
  .listen(config.PORT)
  .catch(() => stop([`PORT: ${config.PORT} is taken. Give another one.`]));
log('listening', { port });
sayUnlessBuilt(PAGE, log);
await untilStopped(app);
log('stopped');

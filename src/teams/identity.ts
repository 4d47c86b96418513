// Who Remit is towards Teams: its app id, and the token that proves it, from a secret, a certificate or a managed identity.
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';

export type Identity = { appId: string; token(): Promise<string> };

/** The names Azure Bot documents for these settings. */
export type AppSettings = {
  MicrosoftAppId?: string | undefined;
  MicrosoftAppType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  MicrosoftAppTenantId?: string | undefined;
  MicrosoftAppPassword?: string | undefined;
  CertificateThumbprint?: string | undefined;
  CertificatePrivateKey?: string | undefined;
};

export type Cloud = 'public' | 'usgov';

const AUDIENCE: Record<Cloud, string> = {
  public: 'https://api.botframework.com',
  usgov: 'https://api.botframework.us',
};
const LOGIN: Record<Cloud, string> = {
  public: 'https://login.microsoftonline.com/',
  usgov: 'https://login.microsoftonline.us/',
};

/** Throws where the settings do not fit together, naming the one that is wrong; asks for no token yet. */
export async function createIdentity(
  settings: AppSettings,
  cloud: Cloud = 'public',
): Promise<Identity> {
  const appId = settings.MicrosoftAppId;
  if (!appId) throw new Error('MicrosoftAppId: not set');
  const ask =
    settings.MicrosoftAppType === 'UserAssignedMSI'
      ? await askManagedIdentity(appId, cloud)
      : await askWithCredentials(appId, settings, cloud);
  return { appId, token: oneAtATime(ask) };
}

/** Where Microsoft Graph is, up to its version, and the scope its tokens are for. */
export const GRAPH: Record<Cloud, string> = {
  public: 'https://graph.microsoft.com/v1.0',
  usgov: 'https://graph.microsoft.us/v1.0',
};

/** Proves the app to Graph. The SDK's credentials know no other service than the bot's own, so these are Azure's. */
export async function createGraphToken(settings: AppSettings, cloud: Cloud): Promise<Ask> {
  const { MicrosoftAppId: appId = '', MicrosoftAppTenantId: tenant = '' } = settings;
  const { MicrosoftAppPassword: secret = '' } = settings;
  const { ClientSecretCredential, ManagedIdentityCredential } = await import('@azure/identity');
  const credential =
    settings.MicrosoftAppType === 'UserAssignedMSI'
      ? new ManagedIdentityCredential({ clientId: appId })
      : new ClientSecretCredential(tenant, appId, secret, { authorityHost: LOGIN[cloud] });
  const scope = `${new URL(GRAPH[cloud]).origin}/.default`;
  return async () => (await credential.getToken(scope)).token;
}

type Ask = () => Promise<string>;

/** The SDK would take DefaultAzureCredential, in which any Azure variable of the machine wins over the identity asked for. */
async function askManagedIdentity(appId: string, cloud: Cloud): Promise<Ask> {
  const { ManagedIdentityCredential } = await import('@azure/identity');
  const credential = new ManagedIdentityCredential({ clientId: appId });
  return async () => (await credential.getToken(`${AUDIENCE[cloud]}/.default`)).token;
}

/** The SDK keeps the token until five minutes before it ends. */
async function askWithCredentials(
  appId: string,
  settings: AppSettings,
  cloud: Cloud,
): Promise<Ask> {
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: settings.MicrosoftAppType,
    ...(settings.MicrosoftAppTenantId && { MicrosoftAppTenantId: settings.MicrosoftAppTenantId }),
    ...(settings.MicrosoftAppPassword && { MicrosoftAppPassword: settings.MicrosoftAppPassword }),
    ...(settings.CertificateThumbprint && {
      CertificateThumbprint: settings.CertificateThumbprint,
    }),
    ...(settings.CertificatePrivateKey && {
      CertificatePrivateKey: settings.CertificatePrivateKey,
    }),
  });
  const credentials = await factory.createCredentials(appId, AUDIENCE[cloud], LOGIN[cloud], true);
  if (!givesTokens(credentials)) throw new Error('MicrosoftAppPassword: not set');
  return () => credentials.getToken();
}

function givesTokens(credentials: object): credentials is { getToken(): Promise<string> } {
  return 'getToken' in credentials && typeof credentials.getToken === 'function';
}

/** Turns that find the token expired together ask for one new token, not for one each. */
function oneAtATime(ask: Ask): Ask {
  let asking: Promise<string> | null = null;
  return () => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}

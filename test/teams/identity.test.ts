// The app's settings → who Remit is; nothing is asked of the network until a token is needed.
import { expect, test } from 'vitest';
import { type AppSettings, createIdentity } from '../../src/teams/identity.ts';

const app: AppSettings = {
  MicrosoftAppId: 'app',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: 'tenant',
};

test.each<[string, AppSettings]>([
  ['a secret', { ...app, MicrosoftAppPassword: 'secret' }],
  ['a certificate', { ...app, CertificateThumbprint: 'AB', CertificatePrivateKey: 'pem' }],
  ['a managed identity', { ...app, MicrosoftAppType: 'UserAssignedMSI' }],
  [
    'a secret of an old app for many tenants',
    { ...app, MicrosoftAppType: 'MultiTenant', MicrosoftAppPassword: 's' },
  ],
])('with %s', async (_what, settings) => {
  const identity = await createIdentity(settings);
  expect(identity.appId).toBe('app');
  expect(JSON.stringify(identity)).toBe('{"appId":"app"}');
});

test.each<[string, AppSettings]>([
  ['MicrosoftAppId', { ...app, MicrosoftAppId: undefined }],
  ['MicrosoftAppPassword', app],
  ['MicrosoftAppTenantId', { ...app, MicrosoftAppTenantId: undefined, MicrosoftAppPassword: 's' }],
  ['CertificateThumbprint', { ...app, CertificatePrivateKey: 'pem' }],
])('without %s says so', async (setting, settings) => {
  await expect(createIdentity(settings)).rejects.toThrow(setting);
});

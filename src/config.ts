// The environment → Config, checked once; a wrong setting is named, with what it should be.
import { z } from 'zod';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A host name alone, without scheme, port or path. */
export const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,;]+/).filter((entry) => entry !== ''));
const guids = list
  .transform((entries) => entries.map((entry) => entry.toLowerCase()))
  .refine((entries) => entries.every((entry) => GUID.test(entry)), {
    error: 'must be Entra object ids (GUIDs), separated by commas',
  });
const optional = z
  .string()
  .trim()
  .optional()
  .transform((text) => text || undefined);

const Settings = z.object({
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535).default(3978),
  REMIT_DATA: z.string().trim().min(1).default('data'),
  REMIT_ADMINS: guids,
  REMIT_TENANTS: guids,
  REMIT_PHRASEBOOK: z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .default('on')
    .transform((setting) => setting === 'on'),
  REMIT_SYNONYMS: optional,
  REMIT_HOST: optional.refine((host) => !host || HOST.test(host), {
    error: 'must be a host name alone, as remit.contoso.com',
  }),
  DATABASE_URL: optional.refine((url) => !url || /^postgres(ql)?:\/\//.test(url), {
    error: 'must start with postgres:// or postgresql://',
  }),
  MicrosoftAppId: optional.refine((id) => !id || GUID.test(id), { error: 'must be a GUID' }),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant'], {
      error: 'must be SingleTenant, UserAssignedMSI or MultiTenant',
    })
    .default('SingleTenant'),
  MicrosoftAppTenantId: optional.refine((id) => !id || GUID.test(id), { error: 'must be a GUID' }),
  MicrosoftAppPassword: optional,
  CertificateThumbprint: optional,
  CertificatePrivateKey: optional,
  BotOpenIdMetadata: optional.refine((url) => !url || URL.canParse(url), {
    error: 'must be a URL',
  }),
});

export type Config = z.output<typeof Settings>;

export type Checked<T> = { kind: 'ok'; config: T } | { kind: 'wrong'; says: string[] };

/** Reads the settings that every command shares. Empty values count as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Checked<Config> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (parsed.success) return { kind: 'ok', config: parsed.data };
  const says = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return { kind: 'wrong', says };
}

/** What only production needs: a registered app, so that every activity is proved to come from Teams. */
export function productionFaults(config: Config): string[] {
  if (!config.MicrosoftAppId) {
    return [
      'MicrosoftAppId: not set. Remit does not run without an app registration; to look at it without one: npm run try',
    ];
  }
  const faults: string[] = [];
  const managed = config.MicrosoftAppType === 'UserAssignedMSI';
  const certificate = config.CertificateThumbprint && config.CertificatePrivateKey;
  if (!managed && !config.MicrosoftAppPassword && !certificate) {
    faults.push(
      'MicrosoftAppPassword: not set. Give it, or CertificateThumbprint with CertificatePrivateKey, or MicrosoftAppType=UserAssignedMSI',
    );
  }
  if (managed && config.MicrosoftAppPassword) {
    faults.push('MicrosoftAppPassword: must be empty with MicrosoftAppType=UserAssignedMSI');
  }
  if (config.MicrosoftAppType !== 'MultiTenant' && !config.MicrosoftAppTenantId) {
    faults.push(
      'MicrosoftAppTenantId: not set. It is the directory (tenant) id of the app registration',
    );
  }
  if (config.REMIT_TENANTS.length === 0 && !config.MicrosoftAppTenantId) {
    faults.push('REMIT_TENANTS: not set. List the tenant ids that may use this bot');
  }
  return faults;
}

// manifest.json with its placeholders filled from the environment, checked against the schema that the package brings.
import manifests from '@microsoft/app-manifest';
import { z } from 'zod';
import { HOST } from '../../config.ts';
import { PAGE, PAGE_PATH } from '../../links.ts';
import { sayIn } from '../../strings/strings.ts';
import { keyOf, MANIFEST_LANGUAGE, OTHERS } from './languages.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** `notes` name the links that nobody set. */
export type Filled =
  | { kind: 'ok'; text: string; notes: string[] }
  | { kind: 'faults'; says: string[] };

/** The only schema used: for any other the checker would turn to the network. */
const SCHEMA =
  'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json';
const SCHEMA_VERSION = '1.25';

const https = z.url({ protocol: /^https$/, error: 'must be an https:// address' }).optional();
const Settings = z.object({
  MicrosoftAppId: z.guid({
    error: ({ input }) =>
      input === undefined ? 'not set. It is the id of the app registration' : 'must be a GUID',
  }),
  REMIT_HOST: z
    .string({ error: 'not set. It is the public host name of this server, as remit.contoso.com' })
    .regex(HOST, { error: 'must be a host name alone, as remit.contoso.com' }),
  REMIT_DEVELOPER_NAME: z
    .string()
    .max(32, { error: 'must have at most 32 characters' })
    .default('Remit'),
  REMIT_WEBSITE_URL: https,
  REMIT_PRIVACY_URL: https,
  REMIT_TERMS_URL: https,
});

const LINKS = ['REMIT_WEBSITE_URL', 'REMIT_PRIVACY_URL', 'REMIT_TERMS_URL'] as const;

/** Puts settings in place of `${{NAME}}`, and the app's own words in place of `${{name.of.a.string}}`. */
export function fillManifest(template: string, env: Env): Filled {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim() || undefined]);
  const parsed = Settings.safeParse(Object.fromEntries(trimmed));
  if (!parsed.success) {
    const says = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { kind: 'faults', says };
  }
  const { MicrosoftAppId, REMIT_HOST, REMIT_DEVELOPER_NAME, ...links } = parsed.data;
  const home = `https://${REMIT_HOST}`;
  const values = new Map([
    ['MICROSOFT_APP_ID', MicrosoftAppId],
    ['REMIT_HOST', REMIT_HOST],
    ['REMIT_DEVELOPER_NAME', REMIT_DEVELOPER_NAME],
    ['REMIT_WEBSITE_URL', links.REMIT_WEBSITE_URL ?? home],
    ['REMIT_PRIVACY_URL', links.REMIT_PRIVACY_URL ?? `${home}/privacy`],
    ['REMIT_TERMS_URL', links.REMIT_TERMS_URL ?? `${home}/terms`],
  ]);
  const says: string[] = [];
  const say = sayIn(MANIFEST_LANGUAGE);
  const text = template.replace(/\$\{\{([^}]*)\}\}/g, (placeholder, name: string) => {
    const key = keyOf(placeholder);
    const value = values.get(name) ?? (key ? say(key) : undefined);
    if (value === undefined)
      says.push(`manifest.json: ${placeholder} is no setting of this command and no string.`);
    return JSON.stringify(value ?? '').slice(1, -1);
  });
  if (says.length > 0) return { kind: 'faults', says };
  const notes = LINKS.filter((name) => links[name] === undefined).map(
    (name) => `${name} is not set: the app's page links to ${values.get(name)}`,
  );
  return { kind: 'ok', text, notes };
}

const Checked = z.looseObject({
  $schema: z.literal(SCHEMA, { error: `must be ${SCHEMA}` }),
  manifestVersion: z.literal(SCHEMA_VERSION, { error: `must be ${SCHEMA_VERSION}` }),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, { error: 'must be three numbers, as 1.0.0' }),
  icons: z.looseObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
});

/** What is wrong with a filled manifest, one sentence each. Never goes to the network. */
export async function manifestFaults(text: string): Promise<string[]> {
  const parsed = parseJson(text);
  if (parsed === null) return ['manifest.json: is not JSON.'];
  const checked = Checked.safeParse(parsed);
  if (!checked.success) {
    return checked.error.issues.map(
      ({ path, message }) => `manifest.json: ${path.join('.') || 'the file'} ${message}`,
    );
  }
  const faults = await manifests.AppManifestUtils.validateAgainstSchema(JSON.parse(text));
  return [...faults, ...misfits(parsed)].map((fault) => `manifest.json: ${fault}`);
}

const Fitting = z.object({
  id: z.string(),
  bots: z.array(z.object({ botId: z.string() })),
  composeExtensions: z.array(
    z.object({
      botId: z.string(),
      messageHandlers: z.array(z.object({ value: z.object({ domains: z.array(z.string()) }) })),
    }),
  ),
  staticTabs: z.array(z.object({ entityId: z.string(), contentUrl: z.string() })),
  configurableTabs: z.array(z.object({ configurationUrl: z.string() })),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  localizationInfo: z.object({
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
});

/** What no schema checks: one app everywhere, pages on valid domains, links that lead to the tab, a file for each language. */
function misfits(manifest: unknown): string[] {
  const checked = Fitting.safeParse(manifest);
  if (!checked.success) {
    return checked.error.issues.map(({ path }) => `${path.join('.')} is missing`);
  }
  const { id, bots, composeExtensions, staticTabs, configurableTabs, ...rest } = checked.data;
  const { validDomains, webApplicationInfo, localizationInfo } = rest;
  const pages = [
    ...staticTabs.map(({ contentUrl }) => contentUrl),
    ...configurableTabs.map(({ configurationUrl }) => configurationUrl),
  ];
  const hosts = [
    ...pages.map((page) => (URL.canParse(page) ? new URL(page).host : page)),
    ...composeExtensions.flatMap(({ messageHandlers }) =>
      messageHandlers.flatMap(({ value }) => value.domains),
    ),
    webApplicationInfo.resource.split('/')[2] ?? '',
  ];
  const apps = [...bots, ...composeExtensions].map(({ botId }) => botId);
  const tags = localizationInfo.additionalLanguages;
  return [
    ...[...new Set(hosts)]
      .filter((host) => !validDomains.includes(host))
      .map((host) => `validDomains has no ${host}`),
    ...([...apps, webApplicationInfo.id].some((app) => app !== id)
      ? ['id, botId and webApplicationInfo.id must be one app']
      : []),
    ...(staticTabs.some(
      (tab) => tab.entityId === PAGE && URL.parse(tab.contentUrl)?.pathname === PAGE_PATH,
    )
      ? []
      : [`staticTabs has no ${PAGE} at ${PAGE_PATH}, to which links to tasks lead`]),
    ...OTHERS.filter(
      (tag) => !tags.some(({ languageTag, file }) => languageTag === tag && file === `${tag}.json`),
    ).map((tag) => `localizationInfo has no ${tag} in ${tag}.json`),
  ];
}

/** Null for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

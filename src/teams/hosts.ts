// Which service URLs Remit talks to: an activity carries its own, so an unlisted one would be sent our token.

/** The Teams connectors of each cloud, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
const EXACT: ReadonlySet<string> = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
]);

/** Microsoft's own zones, in which only Microsoft can make names. */
const ZONES = ['.botframework.com', '.teams.microsoft.us'];

/** OneDrive and SharePoint, where Teams keeps what people attach and accept; tenants' names are Microsoft's to give. */
const FILE_ZONES = ['.sharepoint.com', '.sharepoint.us', '.sharepoint-mil.us'];

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Longer than any service URL that Teams sends. */
const MAX_URL = 512;

/** True where a service URL may be answered. */
export type Trusts = (serviceUrl: string) => boolean;

export const teamsHosts: Trusts = (serviceUrl) => {
  const url = plainUrl(serviceUrl);
  if (url?.protocol !== 'https:' || url.port !== '') return false;
  return EXACT.has(url.hostname) || ZONES.some((zone) => url.hostname.endsWith(zone));
};

/** For `npm run try` and tests: nothing leaves this machine. */
export const loopbackHosts: Trusts = (serviceUrl) => {
  const url = plainUrl(serviceUrl);
  return url !== null && /^https?:$/.test(url.protocol) && LOOPBACK.has(url.hostname);
};

/** Addresses of files carry their proof in the query. */
const MAX_FILE_URL = 8_192;

export const teamsFiles: Trusts = (address) => {
  const url = fileUrl(address);
  if (url?.protocol !== 'https:' || url.port !== '') return false;
  return FILE_ZONES.some((zone) => url.hostname.endsWith(zone));
};

export const loopbackFiles: Trusts = (address) => {
  const url = fileUrl(address);
  return url !== null && /^https?:$/.test(url.protocol) && LOOPBACK.has(url.hostname);
};

function fileUrl(address: string): URL | null {
  if (address.length > MAX_FILE_URL || /[\s\\]/.test(address)) return null;
  const url = URL.parse(address);
  return url && url.username === '' && url.password === '' ? url : null;
}

/** Null for what no service URL has: a user, a query, a fragment, white space. */
function plainUrl(serviceUrl: string): URL | null {
  if (serviceUrl.length > MAX_URL || /[\s\\?#@]/.test(serviceUrl)) return null;
  return URL.parse(serviceUrl);
}

// Contract of the links to a task's page: one form, which cards and the page write, and which is read again where somebody shares one.
import { z } from 'zod';

/** Where the page is. `appId` is the app that has the page as a tab, null outside Teams; `base` an address without a path. */
export type Pages = { appId: string | null; base: string };

/** What a link names. `matrix` is empty where the link leaves it to the reader's own. */
export type TaskPlace = { matrix: string; task: string };

/** The page's `entityId` in the manifest, and its path on this server. */
export const PAGE = 'matrix';
export const PAGE_PATH = '/tab/';

/** Teams' hosts, as people copy links from the desktop, the web, and the US government's cloud. */
const TEAMS = ['teams.microsoft.com', 'teams.cloud.microsoft', 'gov.teams.microsoft.us'];

/** Ids of tasks and matrices stay under 200 characters each; escaped, a character takes up to nine. */
const MOST_LINK = 8_000;
const Id = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed());

/** The page in Teams where the app is registered, else in the browser. */
export function taskLink({ appId, base }: Pages, place: TaskPlace): string {
  const web = new URL(PAGE_PATH, base);
  if (place.matrix !== '') web.searchParams.set('matrix', place.matrix);
  web.searchParams.set('task', place.task);
  if (appId === null) return web.href;
  const link = new URL(`https://${TEAMS[0]}/l/entity/${appId}/${PAGE}`);
  link.searchParams.set('webUrl', web.href);
  link.searchParams.set('context', JSON.stringify({ subEntityId: subPageOf(place) }));
  // Teams reads a plus sign as it stands.
  return link.href.replaceAll('+', '%20');
}

/** What Teams hands to the page (`subEntityId`, `page.subPageId`): the task, after its matrix where that is named. */
export function subPageOf({ matrix, task }: TaskPlace): string {
  return [matrix, task]
    .filter((id) => id !== '')
    .map(encodeURIComponent)
    .join('/');
}

/** Null for what names no task. */
export function readSubPage(subPage: string): TaskPlace | null {
  const parts = subPage.split('/').map(decoded);
  const [task = null, matrix = ''] = parts.toReversed();
  return parts.length > 2 || matrix === null || task === null ? null : placeOf(matrix, task);
}

/** Null for a link to anything else: another host, another app, another tenant, or no task. */
export function readTaskLink(link: string, pages: Pages, tenant: string): TaskPlace | null {
  if (link.length > MOST_LINK || !URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.username !== '' || url.password !== '') return null;
  const named = url.searchParams.get('tenantId') ?? '';
  if (named !== '' && named.toLowerCase() !== tenant.toLowerCase()) return null;
  if (url.origin === new URL(pages.base).origin) return inBrowser(url);
  return pages.appId !== null && isOurTab(url, pages.appId) ? inTeams(url, tenant) : null;
}

function inBrowser(url: URL): TaskPlace | null {
  if (url.pathname !== PAGE_PATH && `${url.pathname}/` !== PAGE_PATH) return null;
  return placeOf(url.searchParams.get('matrix') ?? '', url.searchParams.get('task') ?? '');
}

function isOurTab({ protocol, port, hostname, pathname }: URL, appId: string): boolean {
  const [, l, entity, app, page, ...more] = pathname.split('/');
  const tab = l === 'l' && entity === 'entity' && app?.toLowerCase() === appId.toLowerCase();
  const teams = protocol === 'https:' && port === '' && TEAMS.includes(hostname);
  return teams && tab && page === PAGE && more.every((part) => part === '');
}

const Context = z.object({
  subEntityId: z.string().optional(),
  subPageId: z.string().optional(),
  tenantId: z.string().optional(),
});

function inTeams(url: URL, tenant: string): TaskPlace | null {
  const context = Context.safeParse(parsed(url.searchParams.get('context') ?? ''));
  if (!context.success) return null;
  const { subEntityId, subPageId, tenantId = '' } = context.data;
  if (tenantId !== '' && tenantId.toLowerCase() !== tenant.toLowerCase()) return null;
  return readSubPage(subEntityId ?? subPageId ?? '');
}

function placeOf(matrix: string, task: string): TaskPlace | null {
  if (matrix !== '' && !Id.safeParse(matrix).success) return null;
  return Id.safeParse(task).success ? { matrix, task } : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

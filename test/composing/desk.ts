// Somebody who composes a message, in front of the whole bot on the sample organisation.
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import type { Pages } from '../../src/links.ts';
import type { Draft } from '../../src/matrix/matrix.ts';
import { SAMPLE_IDS, sampleDraft } from '../../src/matrix/starter/sample.ts';
import { openStore } from '../../src/sql/open.ts';
import type { Commit, Store } from '../../src/store.ts';
import { type Activity, invoke, message, TENANT } from '../support/activities.ts';
import { createFakeConnector } from '../support/connector.ts';

export const TODAY = '2026-11-23';
export const NOW = new Date(`${TODAY}T09:00:00Z`);
export const APP = '11111111-2222-3333-4444-555555555555';
export const PAGES: Pages = { appId: APP, base: 'https://remit.contoso.com' };

export type Who = { id: string; name: string; guest?: true; locale?: string; tenant?: string };
export const PRIYA: Who = { id: SAMPLE_IDS['Priya Nair'], name: 'Priya Nair' };
export const TOVE: Who = { id: '0b000000-0000-4000-8000-000000000007', name: 'Tove Berg' };
export const GUEST: Who = { id: '29:guest', name: 'Gus Guest', guest: true };

/** A 1:1 chat with Remit, a chat between two people, and a group in which Remit is once somebody wrote to it there. */
export const PLACES = {
  ours: { id: 'a:own', conversationType: 'personal' },
  theirs: { id: '19:two-people@unq.gbl.spaces', conversationType: 'personal' },
  group: { id: '19:helpers@thread.v2', conversationType: 'groupChat', isGroup: true },
};
export type Where = keyof typeof PLACES;

export type Result = { title: string; text: string; card: unknown };

/** What came back of an extension's invoke: a list, a sentence in place of one, or a dialog. */
export type Got =
  | { kind: 'list'; results: Result[] }
  | { kind: 'note'; text: string }
  | { kind: 'dialog'; title: string; card: unknown };

export type Desk = Awaited<ReturnType<typeof openDesk>>;

export async function openDesk(options: { draft?: () => Draft; pages?: Pages | null } = {}) {
  const { draft = () => sampleDraft(TODAY), pages = PAGES } = options;
  const connector = await createFakeConnector();
  const kept = await openStore({ dataFolder: ':memory:' });
  const commits: Commit[] = [];
  const store: Store = {
    ...kept,
    commit(commit) {
      commits.push(commit);
      return kept.commit(commit);
    },
  };
  const app = createApp({
    ...{ store, draft, pages, phrasebook: true, identity: null, tokens: null, tenants: 'any' },
    ...{ admins: () => [PRIYA.id], cards: join(import.meta.dirname, '../../cards') },
    ...{ log: () => {}, clock: () => NOW, timer: () => () => {} },
  });
  const address = `http://127.0.0.1:${await app.listen(0)}/api/messages`;

  async function deliver(activity: Activity): Promise<{ status: number; body: unknown }> {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  function from({ id, name, guest, locale, tenant }: Who, where: Where): Activity {
    return {
      from: { id: `29:${name}`, name, aadObjectId: id, ...(guest && { userRole: 'guest' }) },
      conversation: { ...PLACES[where], tenantId: tenant ?? TENANT },
      channelData: { tenant: { id: tenant ?? TENANT } },
      locale: locale ?? 'en-GB',
    };
  }

  async function raw(name: string, value: unknown, who = TOVE, where: Where = 'ours') {
    const activity = invoke(connector.serviceUrl, `composeExtension/${name}`, value);
    return deliver({ ...activity, ...from(who, where) });
  }

  async function send(name: string, value: unknown, who?: Who, where?: Where): Promise<Got> {
    const { status, body } = await raw(name, value, who, where);
    if (status !== 200) throw new Error(`${name}: status ${status}`);
    return gotOf(body);
  }

  return {
    ...{ store, commits, connector, send, raw },
    search: (query: string, who?: Who, where?: Where) =>
      send(
        'query',
        { commandId: 'find', parameters: [{ name: 'query', value: query }] },
        who,
        where,
      ),
    about: (content: string, who?: Who, where?: Where) =>
      send('fetchTask', aboutMessage(content), who, where),
    press: (data: unknown, who?: Who, where?: Where) =>
      send('submitAction', { commandId: 'who-owns', commandContext: 'message', data }, who, where),
    link: (url: string, who?: Who, where?: Where) => send('queryLink', { url }, who, where),
    async say(text: string, who = TOVE, where: Where = 'ours'): Promise<unknown> {
      connector.forget();
      await deliver({ ...message(connector.serviceUrl, text), ...from(who, where) });
      const [posted] = connector.posted;
      return Object(Object(posted?.body)['attachments'])[0]?.content ?? posted?.body['text'];
    },
    async close() {
      await app.close();
      await connector.close();
    },
  };
}

export function aboutMessage(content: string, contentType = 'html') {
  return {
    commandId: 'who-owns',
    commandContext: 'message',
    messagePayload: {
      id: '1700000000000',
      messageType: 'message',
      from: { user: { id: 'someone', displayName: 'Some One' } },
      body: { contentType, content },
      attachments: [],
    },
  };
}

export function gotOf(body: unknown): Got {
  const { composeExtension, task } = Object(body);
  if (task) {
    const { title, card } = task.value;
    return { kind: 'dialog', title, card: card.content };
  }
  if (composeExtension.type === 'message') return { kind: 'note', text: composeExtension.text };
  const results = composeExtension.attachments.map((one: Activity) => ({
    ...Object(Object(one['preview']).content),
    card: one['content'],
  }));
  return { kind: 'list', results };
}

export function resultsOf(got: Got): Result[] {
  if (got.kind !== 'list') throw new Error(`no list, but ${JSON.stringify(got)}`);
  return got.results;
}

export function dialogOf(got: Got): unknown {
  if (got.kind !== 'dialog') throw new Error(`no dialog, but ${JSON.stringify(got)}`);
  return got.card;
}

/** The buttons of a dialog: Action.Submit only. */
export function buttonsOf(card: unknown): { title: string; data: Record<string, unknown> }[] {
  const found: { title: string; data: Record<string, unknown> }[] = [];
  JSON.parse(JSON.stringify(card), (_, value) => {
    if (value?.type === 'Action.Submit') found.push({ title: value.title, data: value.data });
    return value;
  });
  return found;
}

export function buttonOf(card: unknown, title: string): Record<string, unknown> {
  const found = buttonsOf(card).find((button) => button.title === title);
  if (!found) throw new Error(`no button ${title} in ${JSON.stringify(buttonsOf(card))}`);
  return found.data;
}

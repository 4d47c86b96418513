// What came to people unasked, kept until the story asks for it.
import { expect, vi } from 'vitest';
import { SAMPLE_IDS } from '../../src/matrix/starter/sample.ts';
import type { FakeConnector, Posted } from '../support/connector.ts';

/** A message under way passes the store twice and the web once; a busy machine takes a while. */
export const PATIENCE = { timeout: 15_000, interval: 20 };

type Message = Record<string, unknown>;

export function collectMail(connector: FakeConnector) {
  const boxes = new Map<string, Message[]>();

  connector.script((request) => {
    const [, conversation] = /\/v3\/conversations\/([^/]+)\/activities$/.exec(request.path) ?? [];
    if (conversation) {
      const chat = decodeURIComponent(conversation);
      boxes.set(chat, [...(boxes.get(chat) ?? []), request.body]);
    }
    return /\/v3\/conversations$/.test(request.path) ? opened(request) : null;
  });

  return {
    forget: (chat: string) => boxes.delete(chat),
    /** The oldest that was not looked at and is the one meant; waits for it. What is due together comes in any order. */
    async next(
      chat: string,
      missing: string,
      isMeant: (message: Message) => boolean = () => true,
    ): Promise<Message> {
      const meant = await vi.waitFor(() => {
        const found = (boxes.get(chat) ?? []).find(isMeant);
        expect(found, missing).toBeDefined();
        return found ?? {};
      }, PATIENCE);
      boxes.set(
        chat,
        (boxes.get(chat) ?? []).filter((message) => message !== meant),
      );
      return meant;
    },
  };
}

/** The chat in which the story lets this person write. */
function opened({ body }: Posted) {
  const [member] = Array.isArray(body['members']) ? body['members'] : [];
  const id = String(Object(member).id);
  const [name = id] = Object.entries(SAMPLE_IDS).find(([, known]) => known === id) ?? [];
  return { status: 201, body: { id: `a:${name.toLowerCase().replaceAll(' ', '-')}` } };
}

// A person in front of the local Teams: opens a chat, writes, reads the last card, presses its buttons.
import { chromium, type Locator, type Page } from 'playwright-core';

/** Debian's; set CHROMIUM elsewhere. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export type Person = {
  page: Page;
  open(chat: string): Promise<void>;
  say(text: string): Promise<void>;
  /** Waits for a card that shows all of the texts, and hands it back. */
  card(...texts: string[]): Promise<Locator>;
  press(title: string): Promise<void>;
  leave(): Promise<void>;
};

export async function sitDown(
  address: string,
  viewport: { width: number; height: number },
): Promise<Person> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport });
  await page.goto(address);
  return {
    page,
    async open(chat) {
      // On a narrow page the list of chats is drawn outside of it.
      await page.getByRole('treeitem', { name: chat }).dispatchEvent('click');
    },
    async say(text) {
      await page.locator('div[role=textbox][contenteditable]').last().fill(text);
      await page.getByRole('button', { name: 'Send Message' }).click();
    },
    async card(...texts) {
      const cards = texts.reduce(
        (found, text) => found.filter({ hasText: text }),
        page.locator('.ac-adaptiveCard'),
      );
      const last = cards.last();
      await last.waitFor();
      return last;
    },
    async press(title) {
      await page.locator('.ac-adaptiveCard').last().getByRole('button', { name: title }).click();
    },
    leave: () => browser.close(),
  };
}

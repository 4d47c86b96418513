// A page that stands for Teams around the tab: it answers what teams-js asks, and switches the theme when told to.
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';

/** Where Teams on the web is; the browser never asks the network for it. */
const TEAMS = 'https://teams.microsoft.com/fake';

export type InTeams = {
  theme?: 'default' | 'dark' | 'contrast';
  locale?: string;
  /** What a deep link leads to. */
  subPage?: string;
};

export type TeamsHost = {
  page: Page;
  tab: FrameLocator;
  switchTo(theme: string): Promise<void>;
  /** What the tab has asked of Teams, by function. */
  calls(name: string): Promise<unknown[][]>;
};

export const TEAMS_TOKEN = 'made-by-the-fake-teams';

/** Opens the tab at `address` inside a frame of the stand-in. */
export async function openInTeams(
  context: BrowserContext,
  address: string,
  { theme = 'default', locale = 'en-us', subPage = '' }: InTeams = {},
): Promise<TeamsHost> {
  const page = await context.newPage();
  const given = {
    ...{ theme, locale, subEntityId: subPage, entityId: 'matrix', appSessionId: 's' },
    ...{ hostClientType: 'web', sessionId: 's', hostName: 'Teams', appId: 'remit' },
  };
  await page.route(`${TEAMS}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: hostHtml(address, given) }),
  );
  await page.goto(TEAMS);
  return {
    page,
    tab: page.frameLocator('iframe'),
    switchTo: (name) => page.evaluate(`send({ func: 'themeChange', args: ['${name}'] })`),
    calls: (name) =>
      page.evaluate(
        `calls.filter((call) => call.func === '${name}').map((call) => call.args ?? [])`,
      ),
  };
}

/** The messages as @microsoft/teams-js 2.58 writes and reads them. */
function hostHtml(address: string, given: Record<string, string>): string {
  const runtime = JSON.stringify({
    ...{ apiVersion: 4, isLegacyTeams: false, isNAAChannelRecommended: false },
    ...{ hostVersionsInfo: {}, supports: { pages: {}, appEntity: {} } },
  });
  return `<!doctype html><html lang="en"><title>Teams</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<iframe title="Remit" src="${address}"></iframe>
<script>
const calls = [];
const frame = document.querySelector('iframe');
const send = (message) => frame.contentWindow.postMessage(message, '*');
const answers = {
  initialize: () => ['content', 'web', ${JSON.stringify(runtime)}, '2.0.1'],
  getContext: () => [${JSON.stringify(given)}],
  'authentication.getAuthToken': () => [true, '${TEAMS_TOKEN}'],
  executeDeepLink: () => [true],
};
addEventListener('message', ({ data }) => {
  calls.push(data);
  const answer = answers[data.func];
  if (answer) send({ id: data.id, uuidAsString: data.uuidAsString, args: answer() });
});
</script></html>`;
}

// The page inside Teams: theme, language, sign-in and links come from the host around it.
import { app, authentication, pages } from '@microsoft/teams-js';
import { type Place, type Target, type Theme, targetInAddress } from './place.ts';

/** Teams has more looks than the page, all of them dark or light. */
function themeOf(name: string): Theme {
  if (name === 'contrast') return 'contrast';
  return name === 'dark' || name === 'glass' ? 'dark' : 'default';
}

/** As the bot's links are made: the task, after its matrix where that is named, both escaped. */
function targetIn(subPage: string): Target | null {
  try {
    const [task = '', matrix = ''] = subPage.split('/').map(decodeURIComponent).toReversed();
    return task === '' ? null : { matrix, task };
  } catch {
    return null;
  }
}

export async function teamsPlace(): Promise<Place> {
  await app.initialize();
  // The first token is asked for together with the context: each is a way to Teams, and a token also one to Entra ID.
  let early: Promise<string> | null = authentication.getAuthToken();
  early.catch(() => undefined);
  const context = await app.getContext();
  const { appId } = context.app;
  return {
    locale: context.app.locale,
    // Teams calls it subPageId; links made by hand may still carry it in the address.
    target: targetIn(context.page.subPageId ?? '') ?? targetInAddress(),
    onTheme(paint) {
      paint(themeOf(context.app.theme));
      app.registerOnThemeChangeHandler((name) => paint(themeOf(name)));
    },
    token() {
      const given = early ?? authentication.getAuthToken();
      early = null;
      return given;
    },
    share: async ({ matrix, task }, name) => {
      const subPageId = [matrix, task].map(encodeURIComponent).join('/');
      pages.shareDeepLink({ subPageId, subPageLabel: name });
      // Teams opens a window of its own and says there what happened.
      return false;
    },
    // The bot has the id of the app.
    chat: appId
      ? () => {
          void app.openLink(
            `https://teams.microsoft.com/l/chat/0/0?users=28:${encodeURIComponent(appId.toString())}`,
          );
        }
      : null,
    ready() {
      app.notifyAppLoaded();
      app.notifySuccess();
    },
  };
}

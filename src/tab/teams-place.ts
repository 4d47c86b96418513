// The page inside Teams: theme, language, sign-in and links come from the host around it.
import { app, authentication, pages } from '@microsoft/teams-js';
import { type Place, type Theme, targetInAddress } from './place.ts';

/** Teams has more looks than the page, all of them dark or light. */
function themeOf(name: string): Theme {
  if (name === 'contrast') return 'contrast';
  return name === 'dark' || name === 'glass' ? 'dark' : 'default';
}

export async function teamsPlace(): Promise<Place> {
  await app.initialize();
  const context = await app.getContext();
  const { appId } = context.app;
  return {
    locale: context.app.locale,
    // Teams calls it subPageId; links made by hand may still carry it in the address.
    target: context.page.subPageId || targetInAddress(),
    onTheme(paint) {
      paint(themeOf(context.app.theme));
      app.registerOnThemeChangeHandler((name) => paint(themeOf(name)));
    },
    token: () => authentication.getAuthToken(),
    share: async (task, name) => {
      pages.shareDeepLink({ subPageId: task, subPageLabel: name });
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

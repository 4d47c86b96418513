// What Teams shows while somebody adds the tab to a channel: there is nothing to choose, only to say what will be there.
import { app, pages } from '@microsoft/teams-js';
import { wordsIn } from './words.ts';
import './theme.css';
import './page.css';

await app.initialize();
const context = await app.getContext();
const say = await wordsIn(context.app.locale);
document.documentElement.lang = say.locale;
document.documentElement.dataset['theme'] = context.app.theme;
const text = document.createElement('p');
text.textContent = say('tab.config');
document.getElementById('page')?.replaceChildren(text);

pages.config.registerOnSaveHandler((saving) => {
  const address = new URL('/tab/', window.location.href).href;
  void pages.config
    .setConfig({
      entityId: 'matrix',
      contentUrl: address,
      websiteUrl: address,
      suggestedDisplayName: 'Remit',
    })
    .then(
      () => saving.notifySuccess(),
      () => saving.notifyFailure(),
    );
});
pages.config.setValidityState(true);
app.notifyAppLoaded();
app.notifySuccess();

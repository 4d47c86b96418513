// Activities as Teams sends them, for tests to change one thing at a time.

export const TENANT = 'aaaaaaaa-1111-4222-8333-000000000001';
export const PRIYA = 'cccccccc-1111-4222-8333-000000000001';
export const BOT = '28:remit';

export type Activity = Record<string, unknown>;

let made = 0;

function activity(serviceUrl: string, type: string, change: Activity): Activity {
  made += 1;
  return {
    type,
    id: `1700000000${made}`,
    timestamp: '2026-11-23T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:priya', name: 'Priya N.', aadObjectId: PRIYA },
    recipient: { id: BOT, name: 'Remit' },
    conversation: { id: 'a:chat-with-priya', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    locale: 'en-GB',
    ...change,
  };
}

export function message(
  serviceUrl: string,
  text: string | undefined,
  change: Activity = {},
): Activity {
  return activity(serviceUrl, 'message', { text, textFormat: 'plain', ...change });
}

/** A press on a card's button. */
export function press(
  serviceUrl: string,
  verb: string,
  data: unknown,
  change: Activity = {},
): Activity {
  return activity(serviceUrl, 'invoke', {
    name: 'adaptiveCard/action',
    replyToId: 'card-1',
    value: { action: { type: 'Action.Execute', id: '', verb, data }, trigger: 'manual' },
    ...change,
  });
}

/** The same press from a client that knows Action.Submit only. */
export function submit(
  serviceUrl: string,
  verb: string,
  data: Activity,
  change: Activity = {},
): Activity {
  return activity(serviceUrl, 'message', {
    replyToId: 'card-1',
    value: { verb, ...data },
    ...change,
  });
}

export function invoke(serviceUrl: string, name: string, value: unknown): Activity {
  return activity(serviceUrl, 'invoke', { name, value });
}

/** A file attached in a 1:1 chat, as Teams hands it to bots. */
export function attached(
  serviceUrl: string,
  name: string,
  downloadUrl: string,
  change: Activity = {},
): Activity {
  const contentType = 'application/vnd.microsoft.teams.file.download.info';
  const content = { downloadUrl, uniqueId: 'u-1', fileType: name.split('.').at(-1) };
  const file = { contentType, content, contentUrl: 'https://contoso.sharepoint.com/f', name };
  const html = {
    contentType: 'text/html',
    content: '<div><attachment id="u-1"></attachment></div>',
  };
  return message(serviceUrl, undefined, { attachments: [file, html], ...change });
}

/** The answer to an offered file. */
export function consent(
  serviceUrl: string,
  context: unknown,
  uploadUrl: string | null,
  change: Activity = {},
): Activity {
  const uploadInfo = {
    ...{ contentUrl: 'https://contoso-my.sharepoint.com/f', name: 'f.csv', uploadUrl },
    ...{ uniqueId: 'u-2', fileType: 'csv' },
  };
  const accepted = { type: 'fileUpload', action: 'accept', context, uploadInfo };
  const declined = { type: 'fileUpload', action: 'decline', context };
  const value = uploadUrl === null ? declined : accepted;
  return { ...invoke(serviceUrl, 'fileConsent/invoke', value), ...change };
}

export function installation(serviceUrl: string, action: string): Activity {
  return activity(serviceUrl, 'installationUpdate', { action });
}

export function members(serviceUrl: string, change: Activity): Activity {
  return activity(serviceUrl, 'conversationUpdate', change);
}

export function channelPost(serviceUrl: string, text: string, change: Activity = {}): Activity {
  return message(serviceUrl, text, {
    conversation: {
      id: '19:it@thread.tacv2;messageid=1700',
      conversationType: 'channel',
      isGroup: true,
      tenantId: TENANT,
    },
    entities: [
      { type: 'mention', mentioned: { id: BOT, name: 'Remit' }, text: '<at>Remit</at>' },
      { type: 'clientInfo', locale: 'en-GB' },
    ],
    ...change,
  });
}

// What goes back for a pressed button: HTTP 200 always, and what came of it inside.

export type InvokeAnswer = {
  status: 200;
  body: { statusCode: 200 | 400 | 500; type: string; value: unknown };
};

/** Replaces the card for the person who pressed. */
export function cardAnswer(card: unknown): InvokeAnswer {
  return answer(200, 'application/vnd.microsoft.card.adaptive', card);
}

export function textAnswer(text: string): InvokeAnswer {
  return answer(200, 'application/vnd.microsoft.activity.message', text);
}

/** `message` is shown to the person. */
export function errorAnswer(statusCode: 400 | 500, message: string): InvokeAnswer {
  const code = statusCode === 400 ? 'BadRequest' : 'InternalServerError';
  return answer(statusCode, 'application/vnd.microsoft.error', { code, message });
}

function answer(statusCode: 200 | 400 | 500, type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode, type, value } };
}

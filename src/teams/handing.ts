// Files around a turn: fetched when it wants them, with a word where that takes long, and put where they were accepted.
import type { Reply } from '../cards.ts';
import type { Answered, Fetched, Turn } from '../chat.ts';
import { sayIn } from '../strings/strings.ts';
import type { ToFetch, UploadPlace } from './attached.ts';
import { cleanText } from './clean.ts';
import type { Files } from './files.ts';
import type { Message } from './render.ts';

/** People wait this long for an answer without wondering. */
const PATIENCE_MS = 3_000;
const SHOWN_NAME = 80;

const INFO = 'application/vnd.microsoft.teams.card.file.info';

/** The turn with a way to the bytes of its file; a turn that is tried again fetches nothing again. */
export function withFile(files: Files, { name, url }: ToFetch, turn: Turn): Turn {
  let fetched: Promise<Fetched> | null = null;
  const read = () => {
    fetched ??= files.fetch(url);
    return fetched;
  };
  return { ...turn, said: { kind: 'file', file: { kind: 'handed', name, read } } };
}

/** Says that it is being read, where `work` takes long. */
export async function withWord<Done>(
  turn: Turn,
  file: ToFetch | undefined,
  say: (text: string) => Promise<unknown>,
  work: () => Promise<Done>,
): Promise<Done> {
  const pasted = turn.said.kind === 'text' && turn.said.table !== undefined;
  if (!file && !pasted) return work();
  const words = sayIn(turn.locale);
  const name = file ? cleanText(file.name).slice(0, SHOWN_NAME) : words('bring.pasted');
  // What comes of the word is nobody's concern: the answer follows in any case.
  const timer = setTimeout(
    () => void say(words('bring.reading', { name })).catch(() => {}),
    PATIENCE_MS,
  );
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

/** What goes into the chat beside the answer to a press: an offer, or the file that was accepted. Nothing is sent twice. */
export async function fileMessage(
  files: Files,
  answered: Extract<Answered, { kind: 'reply' | 'again' }>,
  place: UploadPlace | undefined,
  messageOf: (reply: Reply, matrix: string) => Partial<Message>,
): Promise<Partial<Message> | null> {
  const { kind, reply, matrix } = answered;
  if (kind === 'again') return null;
  return reply.kind === 'file' ? delivered(files, reply, place) : messageOf(reply, matrix);
}

/** The file is put where it was accepted; then the chat shows it, or says that it could not be sent. */
async function delivered(
  files: Files,
  reply: Extract<Reply, { kind: 'file' }>,
  place: UploadPlace | undefined,
): Promise<Partial<Message>> {
  const done = place ? await files.put(place.uploadUrl, reply.bytes) : false;
  if (!done || !place)
    return { type: 'message', textFormat: 'plain', text: cleanText(reply.failed) };
  const { contentUrl, uniqueId, fileType } = place;
  const card = {
    contentType: INFO,
    ...{ name: reply.name, contentUrl, content: { uniqueId, fileType } },
  };
  return { type: 'message', summary: cleanText(reply.text), attachments: [card] };
}

// Bytes of a text file → its text: UTF-8, UTF-16 with its mark, or what Excel writes where nobody chose UTF-8.

/** `encoding` is the old code page that was taken; null for Unicode. */
export type Decoded = { text: string; encoding: 'Shift_JIS' | 'Windows-1252' | null };

/** Excel's "Unicode Text" has a mark; its plain "CSV" is in the code page of the country. Null for what is no text. */
export function decoded(bytes: Uint8Array): Decoded | null {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : null;
  const unicode = first === 0xfe && second === 0xff ? 'utf-16be' : (wide ?? 'utf-8');
  const text = read(bytes, unicode);
  if (text !== null) return text.includes('\0') ? null : { text, encoding: null };
  if (unicode !== 'utf-8') return null;
  const japanese = read(bytes, 'shift_jis');
  if (japanese !== null && KANA.test(japanese) && !CONTROL.test(japanese)) {
    return { text: japanese, encoding: 'Shift_JIS' };
  }
  const western = read(bytes, 'windows-1252');
  if (western === null || CONTROL.test(western)) return null;
  return { text: western, encoding: 'Windows-1252' };
}

/** No Japanese sheet goes without; pairs of accented letters only ever make kanji. */
const KANA = /[\u3041-\u30fa]/;
/** Any bytes are Windows-1252, but a text has none of these. */
const CONTROL = /(?![\t\n\r\f])\p{Cc}/u;

function read(bytes: Uint8Array, encoding: string): string | null {
  try {
    const keepMark = encoding === 'utf-8';
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: keepMark }).decode(bytes);
  } catch {
    return null;
  }
}

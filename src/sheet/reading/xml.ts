// One XML part of a workbook as events, in pieces: no entities beyond XML's five, no depth without end, no half a part.
import { Parser } from 'htmlparser2';
import { isRefusal, type Refusal, refuse } from './workbook.ts';
import { type Archive, damaged, tooManyElements } from './zip.ts';

/** Names come without their prefix: producers choose those freely. Any of the three may refuse. */
export type Events = {
  open(name: string, attributes: Record<string, string>): Refusal | null;
  text(text: string): void;
  close(name: string): Refusal | null;
};

/** A cell with formatted text lies seven deep; only a hostile part goes on. */
const MAX_DEPTH = 64;

/** Reads a part to its end; null when all of it was there. */
export async function readXml(
  archive: Archive,
  part: string,
  events: Events,
): Promise<Refusal | null> {
  let stopped: Refusal | null = null;
  let depth = 0;
  let roots = 0;
  let ended = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        archive.budget.elements -= 1;
        if (archive.budget.elements < 0) stopped ??= tooManyElements();
        if (depth === 1) roots += 1;
        if (depth > MAX_DEPTH) stopped ??= damaged();
        stopped ??= events.open(local(name), attributes);
      },
      ontext: (text) => events.text(text),
      onclosetag(name) {
        depth -= 1;
        // The parser closes for itself what was open at the end: the part was cut short.
        if (ended) stopped ??= damaged();
        stopped ??= events.close(local(name));
      },
      onprocessinginstruction(name) {
        if (!/^!doctype/i.test(name)) return;
        stopped ??= refuse('other format', 'The workbook declares XML entities; none is read.');
      },
    },
    { xmlMode: true },
  );
  const decoder = new TextDecoder();
  const read = await archive.read(part, (piece) => {
    parser.write(decoder.decode(piece, { stream: true }));
    return stopped;
  });
  if (isRefusal(read)) return read;
  parser.write(decoder.decode());
  ended = true;
  parser.end();
  return stopped ?? (roots === 1 && depth === 0 ? null : damaged());
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

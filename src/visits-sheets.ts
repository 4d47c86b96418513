// The page's sheets: a matrix taken along as a file, and a file brought in once somebody has seen what it would change.
import type { ExportFormat, Imported } from './api.ts';
import { applyImport, prepareImport, problemText } from './bring-in.ts';
import type { Bringing, Taken, Visitor } from './desk.ts';
import type { Line } from './matrix/change.ts';
import type { Day } from './matrix/day.ts';
import type { Matrix, Scope } from './matrix/matrix.ts';
import { previewOf } from './page/preview.ts';
import { ENDINGS, type Export, MOST_LINES } from './sheet/exporting/write.ts';
import type { SheetWorker } from './sheet/worker/sheet-worker.ts';
import type { Store } from './store.ts';
import { sayIn } from './strings/strings.ts';

type Around = { store: Store; sheets: SheetWorker; wake?: (scope: Scope) => void };

const FORMS: Readonly<Record<ExportFormat, Export>> = {
  ...{ csv: 'csv', xlsx: 'xlsx', md: 'markdown', appendix: 'appendix' },
};
const TYPES: Readonly<Record<Export, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  markdown: 'text/markdown; charset=utf-8',
  appendix: 'text/html; charset=utf-8',
};

/** The history goes out in portions of this many lines; others are answered in between. */
const PORTION = 250;

/** The same files as `npm run export` writes; `busy` where too many wait already. */
export async function takeSheet(
  matrix: Matrix,
  format: ExportFormat,
  today: Day,
  { store, sheets }: Around,
): Promise<Taken | 'busy'> {
  const form = FORMS[format];
  const lines = form === 'xlsx' ? await newestLines(matrix.scope, store) : [];
  const bytes = await sheets.write(form, matrix, lines, today);
  if (bytes === 'busy') return bytes;
  return { name: `${matrix.name} ${today}.${ENDINGS[form]}`, type: TYPES[form], bytes };
}

async function newestLines(scope: Scope, store: Store): Promise<Line[]> {
  const lines: Line[] = [];
  for (;;) {
    const portion = await store.lines(scope, { all: true }, PORTION, lines.at(-1)?.seq);
    lines.push(...portion);
    if (portion.length < PORTION || lines.length >= MOST_LINES) return lines.slice(0, MOST_LINES);
    await new Promise(setImmediate);
  }
}

/** `busy`: too many files wait already. `moved`: the mark is not of what the file would change now, so nothing was changed. */
export async function bringSheet(
  scope: Scope,
  { name, bytes, answers, mark }: Bringing,
  { speaker, locale, now }: Visitor,
  { store, sheets, wake }: Around,
): Promise<Imported | 'moved' | 'busy'> {
  const by = { id: speaker.id, name: speaker.name };
  const { current, brought } = await prepareImport({
    ...{ store, scope, sheets, answers, by, now },
    file: { bytes, name },
  });
  if (brought.kind === 'refused') {
    return brought.why === 'busy' ? 'busy' : { kind: 'unreadable', line: brought.says };
  }
  if (brought.kind === 'problems') {
    return { kind: 'problems', lines: brought.problems.map(problemText) };
  }
  const preview = previewOf(brought);
  if (mark === '') return preview;
  if (mark !== preview.mark) return 'moved';
  const applied = await applyImport({ store, scope, current, ready: brought, by, now });
  if (applied === 'stale') return 'moved';
  wake?.(scope);
  const { created, changed } = preview.counts;
  return {
    kind: 'done',
    line: sayIn(locale)('page.imported', { created, changed }),
    revision: (await store.revision(scope)) ?? 0,
  };
}

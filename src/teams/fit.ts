// A filled card as it fits where it goes: with its links made whole, in a dialog, or where no bot hears its buttons.
import { type Pages, taskLink } from '../links.ts';

/** What templates write in place of a link to a task's page. */
const TO_TASK = 'remit:';

/** What every button of a card brings back: the matrix, and the digest it was opened out of. */
export type Bring = { matrix: string; digest: string | null };

/** Buttons bring their matrix back; links to tasks become whole, or go where there is no page. */
export function finished(card: unknown, { matrix, digest }: Bring, pages: Pages | null): unknown {
  const brought = { ...(matrix !== '' && { matrix }), ...(digest !== null && { digest }) };
  const brings = Object.keys(brought).length > 0;
  return changed(card, (node) => {
    const { type, url } = node;
    if (type === 'Action.OpenUrl' && typeof url === 'string' && url.startsWith(TO_TASK)) {
      const task = url.slice(TO_TASK.length);
      return pages && task !== '' ? { ...node, url: taskLink(pages, { matrix, task }) } : null;
    }
    const acts = type === 'Action.Execute' || type === 'Action.Submit';
    return acts && brings ? { ...node, data: { ...brought, ...Object(node['data']) } } : node;
  });
}

/** A dialog knows Action.Submit only: every button is what it is on older clients. */
export function forDialog(card: unknown): unknown {
  return changed(card, ({ refresh: _, ...node }) =>
    node['type'] === 'Action.Execute' ? nodeOf(node['fallback']) : node,
  );
}

/** What is left to read, and links. */
export function withoutPresses(card: unknown): unknown {
  return changed(card, ({ refresh: _, ...node }) => {
    if (node['type'] === 'Action.Execute' || node['type'] === 'Action.Submit') return null;
    const { type, actions } = node;
    return type === 'ActionSet' && Array.isArray(actions) && actions.length === 0 ? null : node;
  });
}

type Node = Record<string, unknown>;

/** Every object of a card, innermost first; null leaves it out. */
function changed(value: unknown, change: (node: Node) => Node | null): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => changed(one, change)).filter((one) => one !== null);
  }
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, one]) => [key, changed(one, change)]);
  return change(Object.fromEntries(inner));
}

function nodeOf(value: unknown): Node | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

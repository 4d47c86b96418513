// An expanded Adaptive Card → plain text, for a terminal.
import { z } from 'zod';

type Element = { [key: string]: unknown };

const Element: z.ZodType<Element> = z.record(z.string(), z.unknown());
const Elements = z.array(Element).catch([]);

/** One paragraph an element, columns side by side, buttons in brackets. */
export function cardText(card: unknown): string {
  const root = Element.catch({}).parse(card);
  return lines(Elements.parse(root['body'])).join('\n');
}

function lines(elements: Element[]): string[] {
  return elements.flatMap(linesOf);
}

function linesOf(element: Element): string[] {
  switch (element['type']) {
    case 'RichTextBlock':
      return [text(Elements.parse(element['inlines']))];
    case 'TextBlock':
      return [String(element['text'] ?? '')];
    case 'Container':
      return lines(Elements.parse(element['items']));
    case 'ColumnSet':
      return [columns(Elements.parse(element['columns']))];
    case 'ActionSet':
      return [Elements.parse(element['actions']).map(button).join(' ')];
    case 'Input.ChoiceSet':
      return element['style'] === 'expanded' ? ticks(element) : [input(element)];
    case 'Input.Date':
    case 'Input.Text':
    case 'Input.Toggle':
      return [input(element)];
    default:
      return lines(Elements.parse([element['fallback']]));
  }
}

/** Wide enough to be seen, and found again, between two columns. */
export const COLUMN_GAP = '   ';

function columns(all: Element[]): string {
  return all.map((column) => lines(Elements.parse(column['items'])).join(' ')).join(COLUMN_GAP);
}

function text(inlines: Element[]): string {
  return inlines.map((inline) => String(inline['text'] ?? '')).join('');
}

function button(action: Element): string {
  return `[${String(action['title'] ?? '')}]`;
}

/** The label, and a line for each choice. */
function ticks(element: Element): string[] {
  const ticked = String(element['value'] ?? '').split(',');
  const choices = Elements.parse(element['choices']).map(({ title, value }) => {
    const mark = ticked.includes(String(value)) ? '☑' : '☐';
    return `${mark} ${String(title ?? '')}`;
  });
  return [String(element['label'] ?? ''), ...choices];
}

/** The label, and what is filled in already or asked for. */
function input(element: Element): string {
  const value = element['value'] ?? '';
  const choice = Elements.parse(element['choices']).find((one) => one['value'] === value);
  const filled = choice?.['title'] ?? (value === '' ? element['placeholder'] : value);
  return `${String(element['label'] ?? '')}: <${String(filled ?? '')}>`;
}

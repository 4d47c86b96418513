// Reads an expanded card the way Teams would: what the schema says of it, and every action in it.
import { createRequire } from 'node:module';

/** What is used of the `adaptivecards` package; its own types bring its whole source along. */
type Told = { event: number; message: string };
type Context = { eventCount: number; getEventAt(index: number): Told };
type Parser = {
  AdaptiveCard: new () => {
    parse(card: unknown, context: Context): void;
    validateProperties(): { validationEvents: Told[] };
  };
  SerializationContext: new (version: unknown) => Context;
  Versions: { v1_5: unknown };
};

// The package's own entry does not load in Node: its modules lack file endings.
const load: NodeJS.Require = createRequire(import.meta.url);
const entry: string = 'adaptivecards/dist/adaptivecards.js';
const { AdaptiveCard, SerializationContext, Versions }: Parser = load(entry);

/** What the reference parser objects to; empty for a sound card. It knows no charts, so it is given what stands in for them. */
export function cardFaults(card: unknown): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(withoutCharts(withoutPickers(card)), context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  const invalid = parsed.validateProperties().validationEvents;
  return [...events, ...invalid].map(({ event, message }) => `${event}: ${message}`);
}

/** Teams fills a people picker itself, in any version: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker */
function withoutPickers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPickers);
  if (!isNode(value)) return value;
  const { 'choices.data': filled, ...rest } = value;
  const kept = filled ? { ...rest, choices: [{ title: 'somebody', value: 'id' }] } : rest;
  return Object.fromEntries(Object.entries(kept).map(([key, one]) => [key, withoutPickers(one)]));
}

function withoutCharts(card: unknown): unknown {
  return JSON.parse(JSON.stringify(card), (_key, value: unknown) =>
    isNode(value) && String(value['type']).startsWith('Chart.') ? value['fallback'] : value,
  );
}

export type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object in a card or template, outermost first. */
export function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodes)];
}

export type CardAction = { title: string; verb: string; data: Node };

/** The Action.Executes of a card, in reading order. */
export function executes(card: unknown): CardAction[] {
  return nodes(card)
    .filter((node) => node['type'] === 'Action.Execute')
    .map((node) => ({
      title: String(node['title'] ?? ''),
      verb: String(node['verb'] ?? ''),
      data: isNode(node['data']) ? node['data'] : {},
    }));
}

/** What the inputs of a card hold before anybody types. */
export function inputs(card: unknown): Record<string, string> {
  const found = nodes(card).filter((node) => String(node['type']).startsWith('Input.'));
  return Object.fromEntries(found.map((node) => [String(node['id']), String(node['value'] ?? '')]));
}

/** The card that a message carries; null where it carries none. */
export function cardOf(message: { attachments?: { content?: unknown }[] }): unknown {
  return message.attachments?.[0]?.content ?? null;
}

/** What a client sends of the inputs on a card: their values, and what was filled in by label. */
export function filledIn(
  card: unknown,
  fills: Readonly<Record<string, string>>,
  line: number,
): Node {
  const inputs = nodes(card).filter((node) => String(node['type']).startsWith('Input.'));
  const left = new Set(Object.keys(fills));
  const values = inputs.map((input) => {
    const fill = fills[String(input['label'])];
    left.delete(String(input['label']));
    return [
      String(input['id']),
      fill === undefined ? (input['value'] ?? '') : valueOfInput(input, fill, line),
    ];
  });
  if (left.size > 0)
    throw new Error(`line ${line}: the card has no input “${[...left].join(', ')}”`);
  return Object.fromEntries(values);
}

/** A choice is filled in by its title, several by titles with “ + ” between; a people picker by an id. */
function valueOfInput(input: Node, fill: string, line: number): string {
  const choices = nodes(input['choices']);
  if (input['type'] !== 'Input.ChoiceSet' || choices.length === 0) return fill;
  const values = fill.split(' + ').map((title) => {
    const choice = choices.find((one) => one['title'] === title);
    if (!choice) throw new Error(`line ${line}: “${title}” cannot be chosen`);
    return String(choice['value']);
  });
  return values.join(',');
}

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

/** What the reference parser objects to; empty for a sound card. */
export function cardFaults(card: unknown): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  const invalid = parsed.validateProperties().validationEvents;
  return [...events, ...invalid].map(({ event, message }) => `${event}: ${message}`);
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

/** A choice to make on a card: what it is called, what stands there, and the titles to choose from. */
export type CardInput = { id: string; label: string; value: string; choices: Map<string, string> };

export function inputs(card: unknown): CardInput[] {
  return nodes(card)
    .filter((node) => node['type'] === 'Input.ChoiceSet')
    .map((node) => ({
      id: String(node['id'] ?? ''),
      label: String(node['label'] ?? ''),
      value: String(node['value'] ?? ''),
      choices: new Map(
        nodes(node['choices']).map((choice) => [String(choice['title']), String(choice['value'])]),
      ),
    }));
}

/** What a client sends along with a press: what stands in each input, or was chosen there; unset ones are left out. */
export function chosenOn(
  card: unknown,
  chosen: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const all = inputs(card);
  const unknown = Object.keys(chosen).find((label) => !all.some((input) => input.label === label));
  if (unknown !== undefined) throw new Error(`the last card does not ask “${unknown}”`);
  return Object.fromEntries(
    all.flatMap(({ id, label, value, choices }) => {
      const title = chosen[label];
      const picked = title === undefined ? value : choices.get(title);
      if (picked === undefined) throw new Error(`“${label}” has no choice “${title}”`);
      return picked === '' ? [] : [[id, picked]];
    }),
  );
}

/** The card that a message carries; null where it carries none. */
export function cardOf(message: { attachments?: { content?: unknown }[] }): unknown {
  return message.attachments?.[0]?.content ?? null;
}

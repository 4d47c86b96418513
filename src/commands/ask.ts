// npm run ask: the same path as the chat, without Teams; one question as text, or JSON lines in and out.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createInside, type Inside } from '../app.ts';
import { importSheet } from '../bring-in.ts';
import type { Reply } from '../cards.ts';
import type { About } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import { SAMPLE_IDS, sampleDraft } from '../matrix/starter/sample.ts';
import { MAIN_MATRIX } from '../scope.ts';
import { openStore } from '../sql/open.ts';
import { createRender } from '../teams/render.ts';
import { cardText } from './card-text.ts';
import {
  CARDS,
  configOrStop,
  LOCAL_TENANT,
  log,
  stop,
  storeFor,
  synonymsFor,
  tenantFor,
} from './place.ts';

const USAGE = [
  'npm run ask -- "who owns mail flow?"          ask the matrix of this store',
  'npm run ask -- --matrix FILE.csv "…"          ask a sheet instead',
  'npm run -s ask -- --json < QUESTIONS.jsonl    one {"question": "…"} a line, one answer a line',
  '          --as "Priya Nair"                   who asks; --tenant ID whose matrix',
];

const Line = z.object({
  question: z.string(),
  context: z.array(z.object({ question: z.string() })).default([]),
});

/** Whoever the sample knows speaks with their own rights. */
const IDS: Readonly<Record<string, string>> = SAMPLE_IDS;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    matrix: { type: 'string' },
    json: { type: 'boolean', default: false },
    as: { type: 'string', default: 'You' },
    tenant: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help || (!values.json && positionals.length === 0)) stop(USAGE);

const { inside, tenant } = await openInside();
try {
  await (values.json ? answerLines() : answerOne(positionals.join(' ')));
} finally {
  await inside.close();
}

async function openInside(): Promise<{ inside: Inside; tenant: string }> {
  const draft = (now: Date) => sampleDraft(dayOf(now));
  if (values.matrix === undefined) {
    const config = configOrStop();
    const asked = tenantFor(config, values.tenant);
    const store = await storeFor(config);
    const stored = await store.revision({ tenant: asked, matrix: MAIN_MATRIX });
    // The sample is for looking around: a real organisation would get its answers from then on.
    if (stored === null && asked !== LOCAL_TENANT) {
      stop([`There is no matrix for ${asked} yet: npm run import -- FILE.csv --tenant ${asked}`]);
    }
    return {
      inside: createInside({
        ...{ store, draft, log, phrasebook: config.REMIT_PHRASEBOOK },
        synonyms: synonymsFor(config),
        admins: () => config.REMIT_ADMINS,
      }),
      tenant: asked,
    };
  }
  const text = await readFile(values.matrix, 'utf8').catch(() =>
    stop([`${values.matrix}: cannot be read. Give the path of a CSV sheet.`]),
  );
  const store = await openStore({ dataFolder: ':memory:' });
  const scope = { tenant: LOCAL_TENANT, matrix: MAIN_MATRIX };
  const brought = await importSheet({ store, scope, text, name: values.matrix, now: new Date() });
  if (brought.kind === 'problems') stop(brought.says);
  const synonyms = synonymsFor(configOrStop());
  const inside = createInside({ store, draft, phrasebook: true, synonyms, admins: () => [], log });
  return { inside, tenant: LOCAL_TENANT };
}

async function ask(
  question: string,
  conversation: string,
): Promise<{ reply: Reply; about: About }> {
  const { answered, about } = await inside.take(
    {
      tenant,
      conversation,
      where: 'personal',
      speaker: { id: IDS[values.as] ?? `ask:${values.as}`, name: values.as, guest: false },
      locale: 'en',
      zone: '',
      now: new Date(),
      said: { kind: 'text', text: question },
    },
    randomUUID(),
  );
  if (answered.kind === 'reply' && about) return { reply: answered.reply, about };
  const text = answered.kind === 'refused' ? answered.why : '';
  return { reply: { kind: 'text', text }, about: { kind: 'none', tasks: [] } };
}

async function answerOne(question: string): Promise<void> {
  const { reply } = await ask(question, randomUUID());
  const render = createRender(CARDS);
  console.log(
    reply.kind === 'text' ? reply.text : cardText(render.message(reply).attachments?.[0]?.content),
  );
}

async function answerLines(): Promise<void> {
  let count = 0;
  for await (const text of createInterface({
    input: process.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    count += 1;
    if (text.trim() === '') continue;
    const line = Line.safeParse(parsed(text.replace(/^\uFEFF/, '')));
    if (!line.success) {
      process.stderr.write(`line ${count}: not a question. Write {"question": "…"}\n`);
      process.exitCode = 1;
      continue;
    }
    const { question, context } = line.data;
    const conversation = randomUUID();
    for (const before of context) await ask(before.question, conversation);
    const { about } = await ask(question, conversation);
    process.stdout.write(`${JSON.stringify({ question, ...about })}\n`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

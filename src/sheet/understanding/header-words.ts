// The words over columns and beside rows that tell tasks, areas, parties and remarks apart, in five languages.
import { nameKey } from '../../matrix/party.ts';
import type { Duty } from './mark-words.ts';

const oneOf = (words: string) => new RegExp(`(?:^|[^\\p{L}])(?:${words})(?:[^\\p{L}]|$)`, 'iu');
const asian = (words: string) => new RegExp(words, 'u');

const TASK = [
  oneOf(
    'tasks?|activit(?:y|ies)|process(?:es)?|controls?|control id|deliverables?|services?|functions?|responsibilit(?:y|ies)|work ?items?|duties|duty|what|topic|aufgaben?|tätigkeit(?:en)?|aktivität(?:en)?|prozess(?:e)?|leistung(?:en)?|thema|tâches?|activités?|processus|prestations?|tareas?|actividad(?:es)?|procesos?|servicios?|tarefas?|atividades?|processos?|serviços?|ta(?:ak|ken)|activiteit(?:en)?|dienst(?:en)?|werkzaamheden|decisions?|steps?|resource|item|name',
  ),
  asian('タスク|作業|業務|項目|活動|内容|役務'),
];

const AREA = [
  oneOf(
    'areas?|types?|categor(?:y|ies)|sections?|domains?|groups?|phases?|workstreams?|towers?|pillars?|families|family|bereich(?:e)?|kategorie|gruppe|phase|domäne|domaine|catégorie|rubrique|área|categoría|ámbito|dominio|domínio|gebied|onderdeel|fase|department area',
  ),
  asian('分野|区分|カテゴリ|領域|分類|フェーズ'),
];

const REMARK = [
  oneOf(
    'comments?|notes?|remarks?|descriptions?|details?|explanations?|rationale|reasons?|evidence|bemerkung(?:en)?|kommentar(?:e)?|anmerkung(?:en)?|beschreibung|hinweis(?:e)?|commentaires?|remarques?|notas?|descripción|comentarios?|comentários?|observaciones|observações|descrição|opmerking(?:en)?|toelichting|omschrijving|inheritance',
  ),
  asian('備考|説明|コメント|注記|メモ|詳細'),
];

const OTHER = [
  oneOf(
    'status|dates?|due|deadline|frequency|cadence|priority|links?|urls?|references?|ref|id|no|nr|#|numbers?|versions?|sla|tools?|systems?|cost|hours|effort|e-?mails?|phone|criticality|risk|häufigkeit|priorität|termin|datum|nummer|fréquence|priorité|fecha|frecuencia|prioridad|deliverables|training|capability|implemented|partially implemented|planned|alternative implementation|n/a',
  ),
  asian('状態|期限|頻度|優先度|番号|日付|リンク'),
];

/** Words in the names of those who own things. */
const PARTY = [
  oneOf(
    'teams?|departments?|dept|division|office|board|committee|councils?|customers?|clients?|providers?|suppliers?|vendors?|partners?|agenc(?:y|ies)|msp|csps?|csp|isp|owners?|managers?|administrators?|admins?|operators?|operations|auditors?|engineers?|architects?|developers?|devops|analysts?|officers?|directors?|heads?|leads?|users?|staff|service ?desk|help ?desk|noc|soc|it|hr|finance|legal|security team|internal|external|in-house|company|roles?|we|us|you|tenant|subscriber|cio|ciso|cto|ceo|cfo|coo|dpo|pmo|tier \\d|l[123]|third party|3rd party|liaisons?|kunde|kunden|auftraggeber|auftragnehmer|dienstleister|anbieter|lieferant|abteilung|leiter|leitung|verwaltung|fachbereich|intern|extern|fournisseur|prestataire|équipe|direction|service informatique|cliente|fornecedor|prestador|divisão|equipa|equipe|afdeling|leverancier|klant|beheer|squads?|proveedor|equipo|interno|externo|dirección|departamento',
  ),
  asian(
    '部|課|チーム|顧客|お客様|当社|貴社|弊社|ベンダー|事業者|委託先|社内|情シス|担当者|管理者|局|室|会社',
  ),
];

/** What stands over a column of parties. */
const PARTIES =
  /^(?:party|parties|team|role holder|who|organi[sz]ation|company|side|partei|beteiligte[r]?|organisation|partie|équipe|parte|equipo|関係者|部署|組織)$/i;

/** Nights, weekends, round the clock: of no party, whatever marks stand below. */
const NIGHTS =
  /^(?:24\s?[x×/*h]\s?7|24 ?h|(?:out[ -]of|after|outside)(?: \p{L}+)?[ -]hours|nights?(?: ?(?:and|&|\/|\+) ?weekends?)?|weekends?|on[ -]?call|rufbereitschaft|bereitschaft|nachts|nachtdienst|astreinte|guardia|plantão|wachtdienst|夜間|時間外|夜間休日|休日)(?: ?(?:support|cover|coverage|service|needed|対応|\?))*$/iu;
const HOURS =
  /^(?:(?:support|service|business|working|operating|cover(?:age)?) ?)?hours$|^(?:servicezeit(?:en)?|heures?(?: d['’]ouverture)?|horario|horário|対応時間)$/iu;

/** Starts of tasks as people name them. */
const DOING =
  /^(?:\d+(?:\.\d+)*[.)]?\s+)?(?:\p{L}+(?:ing|ment|tion|ung|ción|age)|manage|define|create|ensure|provide|maintain|monitor|perform|review|approve|administer|configure|implement|install|operate|plan|propose|update|validate|handle|integrate|assign|resolve|nominate|submit|start|set|respond|report|test|deploy|support|backup|restore|patch|design|develop|document|control|conduct|identify|track|order|retire|onboard|offboard)(?:[^\p{L}]|$)|(?:management|operations?|monitoring|support|recovery|authorization|compliance|alignment|delivery|automation|maturity|governance|verwaltung|betrieb|管理|運用|監視|対応|作成)$/iu;

const any = (patterns: readonly RegExp[], text: string) =>
  text.length <= 200 && patterns.some((pattern) => pattern.test(text));

export const namesTask = (header: string) => any(TASK, header);
export const namesArea = (header: string) => any(AREA, header);
export const namesParty = (header: string) => PARTIES.test(header.trim());
export const namesRemark = (header: string) => any(REMARK, header);
export const namesNights = (header: string) => NIGHTS.test(header.trim());
export const namesHours = (header: string) => namesNights(header) || HOURS.test(header.trim());
export const namesOther = (header: string) => any(OTHER, header);

/** How much a name looks like somebody, 0 to 1; acronyms often are. */
export function looksLikeParty(name: string): number {
  if (name.length > 80) return 0;
  if (any(PARTY, name)) return 1;
  if (/^(?:[A-Z0-9]{2,6}s?)(?:[ /&-][A-Z0-9]{2,6})*$/.test(name)) return 0.7;
  return /^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,2}$/u.test(name) && !DOING.test(name) ? 0.4 : 0;
}

export function looksLikeTask(name: string): number {
  if (DOING.test(name)) return 1;
  return name.split(/\s+/).length >= 5 ? 0.8 : 0;
}

/** What a table or sheet is called when it is the matrix. */
export function titledMatrix(title: string): boolean {
  return /\braci\b|\brasci\b|\bdaci\b|responsib|accountab|who (?:does|owns)|ownership|zuständig|verantwort|responsabilit|responsabilid|verantwoordelijk|責任|役割|担当/i.test(
    title,
  );
}

const GENERIC =
  /^(?:(?:who|does|owns|what|the|our|of|and|it|tasks?|services?|shared|roles?|responsibilit\p{L}*|ownership|accountabilit\p{L}*|overview|list|chart|table|wer|macht|was|zuständigkeiten|verantwortlichkeiten|aufgaben|verteilung|qui|fait|quoi|responsabilités|quién|hace|qué|responsabilidades|役割分担表?|責任分担表?|担当表|一覧)[\s\p{P}]*)+$/iu;

/** A title of the whole matrix, and of no area in it: `Who does what`, `RACI 2026`. */
export function namesMatrix(title: string): boolean {
  return (
    /\b(?:raci|rasci|daci)\b|matrix|matriz|matrice|マトリ|役割分担|責任分担/iu.test(title) ||
    GENERIC.test(title.trim())
  );
}

const OWNER_COLUMNS: readonly [RegExp, Duty][] = [
  [
    /^(?:back ?-?up|deputy|substitute|stand-?in|plaatsvervanger|vervanger|substituto|stellvertret\p{L}*|vertretung|suppléant|remplaçant|suplente|respaldo|代理|副担当)(?:[^\p{L}]|$)/iu,
    'backup',
  ],
  [
    /^(?:shared with|also|with|supported by|mitwirkend\p{L}*|partagé avec|compartido con)$/iu,
    'part',
  ],
  [
    /^(?:task |process |service |business |system )?(?:owners?|owned by|owner name|responsible (?:party|team|person|side|entity|organi[sz]ation)|responsibility|who|party responsible|assigned to|assignee|eigentümer|eigner|zuständig(?:keit)?|verantwortung|verantwortlichkeit|wer|propriétaire|responsabilité|qui|propietario|dueño|responsabilidad|quién|eigenaar|verantwoordelijke|wie|proprietário|dono|responsabilidade|quem|オーナー|責任部署|担当部署|担当|担当者|主管)$/iu,
    'owner',
  ],
];

/** The role that a column of names is for: `Accountable`, `R`, `Owner`, `Responsible (R)`, `Backup`; null for other headers. */
export function roleColumn(
  header: string,
  mark: (text: string) => { duties: Duty[] } | null,
): Duty | null {
  const key = nameKey(header).replace(/\s*[:?]$/, '');
  const owner = OWNER_COLUMNS.find(([pattern]) => pattern.test(key));
  if (owner) return owner[1];
  const duties = mark(header)?.duties ?? [];
  const [duty] = duties;
  const isRole = duty === 'responsible' || duty === 'accountable' || duty === 'consulted';
  return duties.length === 1 && duty && (isRole || duty === 'informed' || duty === 'support')
    ? duty
    : null;
}

/** Headers that say what the party does before they name it. */
const PREFIX =
  /^(?:can be inherited from|inherited from|provided by|performed by|managed by|owned by|configured by|responsibility of|done by|durch|bereitgestellt von|fourni par|provisto por)\s+(?:the\s+)?/iu;

/** A longer header explains the party behind its name. */
const LONGEST_NAME = 60;

/** Pictures and `:rocket:` before and behind a name say nothing. */
export function undecorated(text: string): string {
  return text.length > LONGEST_DECORATED ? text : text.replace(DECORATION, '').trim();
}

/** Looking for the end of a run of pictures costs its square. */
const LONGEST_DECORATED = 500;
const PICTURE = String.raw`(?:(?![©®™])[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f]|:[a-z_]{3,30}:)`;
const DECORATION = new RegExp(String.raw`^(?:${PICTURE}|\s)+|(?:${PICTURE}|\s)+$`, 'gu');

export function partyName(header: string): string {
  const flat = header.replace(/\s+/g, ' ').trim();
  const first =
    flat.length > LONGEST_NAME ? (flat.split(/\s[-–—]\s|[:;.]\s|\s\(/)[0] ?? flat) : flat;
  const bare = undecorated(first)
    .replace(PREFIX, '')
    .replace(/^[*_]+|[*_:]+$/g, '')
    .trim();
  return bare === '' ? flat : bare;
}

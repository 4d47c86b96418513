// The words by which people ask for something particular, for lists, and for nothing at all.
import type { Facet } from '../chat.ts';
import type { Filter } from './filter.ts';

/** A part of the question that says which facet is wanted; what is left of it names the task. */
export const FACET_WORDS: readonly { facet: Facet; words: RegExp }[] = [
  {
    facet: 'backup',
    words:
      /\b(?:who(?:'s| is| are|s)? (?:(?:the|their|its|a|your) )?(?:back-?up|deputy|stand-?in|substitute|second(?: in line)?)(?: (?:for|of|on|person))*|back-?up (?:person|owner|contact)(?: (?:for|of|on))?|who (?:covers|stands in|steps in|fills in|takes over)(?: for (?:him|her|them))?(?= (?:when|if|for))|(?:when|if) (?:he|she|they|the owner|(?:[a-z]+ )?)(?:is|are|'s|'re)? ?(?:away|out|sick|ill|on (?:leave|holiday|vacation)|off sick|not there|unavailable)|(?:is there|any|and (?:the|a|their|its)?) ?(?:back-?up|deputy|stand-?in)(?: (?:for|of|on))?)/i,
  },
  {
    facet: 'contact',
    words:
      /\b(?:how (?:do|can|could|should|would) (?:i|we|you|one|people) (?:reach|contact|call|get (?:hold of|in touch with|through to)|phone|email|mail)|(?:phone|telephone|contact) (?:number|details?|info|data)(?: (?:for|of))?|(?:e-?mail|mail) address(?: (?:for|of))?|(?:what(?:'s| is) )?the (?:number|phone|e-?mail)(?: (?:for|of))|how to (?:reach|contact)|(?:their|his|her) (?:number|phone|e-?mail|contact(?: details)?))/i,
  },
  {
    facet: 'after_hours',
    words:
      /\b(?:(?:at|by|in the|during the|over) (?:night|nights|nighttime|weekends?|middle of the night)|(?:on|over) (?:the )?(?:weekends?|saturdays?|sundays?|(?:bank |public )?holidays)|after[- ]hours|out[- ]of[- ]hours|outside (?:of )?(?:office|business|working) hours|overnight|nights?(?: and weekends?)?|(?:at )?(?:\d{1,2} ?(?:am|a\.m\.)|3 in the morning)|after (?:5|6|7|8) ?pm)(?![\w-])/i,
  },
  {
    facet: 'history',
    words:
      /\b(?:since when|how long(?: has| have)?|(?:show (?:me )?)?(?:the )?(?:history|change log|changes) (?:of|for|on)|who (?:changed|assigned|set|moved|edited|decided on)|when (?:did|was|were|has)(?=.*\b(?:chang|assign|start|move|taken? over|set|hand|become|begin|got|get))|what (?:has )?changed (?:on|for|about|with))/i,
  },
  {
    facet: 'next_review',
    words:
      /\b(?:when(?:'s| is| will| does| are)?(?: the)?(?: next)? (?:review|check)(?:ed)?(?: (?:of|for|due|on))*|next (?:review|check)(?: (?:of|for|date))*|(?:due|up) for (?:a )?(?:review|check)|when .*\b(?:reviewed|re-?checked|up for review|due for review))/i,
  },
  {
    facet: 'reason',
    words:
      /\b(?:why (?:is|are|does|do|did|was|were|them|him|her|us|not)|what(?:'s| is) the reason (?:for|behind)|how come)/i,
  },
  {
    facet: 'status',
    words:
      /\b(?:(?:what(?:'s| is) the )?(?:status|state|health) (?:of|for|on)|how (?:is|are|'s) (?=.* (?:going|doing|working|running))|(?:has|have|did) (?=.* (?:accept|confirm|agree))|is (?=.* (?:confirmed|accepted|agreed|disputed|overdue|failing|healthy|working well|up to date)\b))/i,
  },
];

/** What turns a question into one about many tasks. */
export const LIST_CUES =
  /\b(?:list|show|display|everything|every|all|each|whatever|anything|which|what|what's|whats|how many|how much|count|number of|tasks?|things?|stuff|items?|areas?|jobs?|responsibilit(?:y|ies)|duties|gaps?|holes?|mine|my|who does what|overview|orphans?|overdue)\b/i;

type FilterWords = { words: RegExp; gives: Filter };

/** Longer phrases first: each takes its words out of the question. */
export const FILTER_WORDS: readonly FilterWords[] = [
  {
    words:
      /\b(?:accepted gaps?|gaps? (?:we|that (?:we|are|were))? ?accepted|decided gaps?|gaps? (?:we )?decided)\b/i,
    gives: { status: 'accepted gap' },
  },
  {
    words:
      /\b(?:single points? of failure|only one person|one person(?: only)?|bus factor(?: of one)?|hangs? on one person|(?:with(?:out| no)|no|lacks? a|ha(?:s|ve) no) (?:a )?back-?ups?)\b/i,
    gives: { single: true },
  },
  {
    words:
      /\b(?:not (?:yet )?accepted|unaccepted|not (?:yet )?confirmed|unconfirmed|waiting for acceptance|pending acceptance|assigned but not accepted)\b/i,
    gives: { status: 'assigned' },
  },
  {
    words:
      /\b(?:overdue(?: (?:for )?(?:a )?(?:reviews?|checks?))?|reviews? (?:is|are) (?:over)?due|past (?:their|its) (?:review|check)|late reviews?)\b/i,
    gives: { overdue: true },
  },
  {
    words:
      /\b(?:not applicable|does(?:n't| not) apply(?: here)?|do(?:n't| not) apply(?: here)?|n\/a)\b/i,
    gives: { status: 'not applicable' },
  },
  {
    words: /\b(?:orphan(?:ed|s)?|owner (?:has )?left|(?:who|whose owner) (?:has )?left)\b/i,
    gives: { status: 'orphaned' },
  },
  {
    words:
      /\b(?:disputed?s?|contested|in dispute|argu(?:ed|ing) (?:about|over)|two answers|disagree(?:d|ment)?s?)\b/i,
    gives: { status: 'disputed' },
  },
  {
    words:
      /\b(?:unknown|not recorded|never (?:considered|recorded)|unrecorded|blank|undecided|undefined)\b/i,
    gives: { status: 'unknown' },
  },
  { words: /\b(?:confirmed|settled)\b/i, gives: { status: 'confirmed' } },
  {
    words:
      /\b(?:nobody(?:'s)?|no[- ]?one(?:'s)?|un-?owned|owner-?less|without (?:an? )?owners?|(?:ha(?:s|ve) )?no owners?|gaps?|holes?|uncovered|falls? between|missing owners?|unassigned|lack(?:s|ing)? (?:an )?owners?)\b/i,
    gives: { status: 'nobody' },
  },
  {
    words:
      /\b(?:failing|broken|badly|going (?:wrong|badly)|in trouble|not working|unhealthy|suffering)\b/i,
    gives: { health: 'failing' },
  },
  {
    words: /\b(?:(?:working|going|running|handled|done) well|healthy|in good shape)\b/i,
    gives: { health: 'well' },
  },
  {
    words:
      /\b(?:critical|high(?:ly)?[- ](?:importance|priority|criticality|risk)|most important|(?:very )?important|crucial|vital)\b/i,
    gives: { importance: 'high' },
  },
  {
    words: /\b(?:unimportant|low[- ](?:importance|priority|criticality)|minor)\b/i,
    gives: { importance: 'low' },
  },
  {
    words:
      /\b(?:(?:no|without|lack(?:s|ing)?) (?:night|after[- ]hours|weekend) cover(?:age)?|not covered (?:at|by) nights?|nobody (?:covers )?at night)\b/i,
    gives: { nights: 'uncovered' },
  },
  {
    words:
      /\b(?:(?:with|ha(?:s|ve)) (?:night|after[- ]hours|weekend) cover(?:age)?|covered (?:at|by) nights?|(?:night|after[- ]hours) cover(?:age)?)\b/i,
    gives: { nights: 'covered' },
  },
  {
    words: /\b(?:nights? matters?|where nights? matter|matters? (?:at|by) nights?)\b/i,
    gives: { nights: 'matter' },
  },
  {
    words: /\b(?:strategic(?: (?:tasks|duties|things))?|strategy tasks)\b/i,
    gives: { kind: 'strategic' },
  },
  {
    words: /\b(?:operational|operations|recurring|day[- ]to[- ]day|routine)\b/i,
    gives: { kind: 'operation' },
  },
  { words: /\bprojects?\b/i, gives: { kind: 'project' } },
  {
    words:
      /\b(?:mine|my(?: own)?|i own|do i own|am i (?:responsible|on the hook|accountable)(?: for)?|i(?:'m| am) (?:responsible|on the hook|accountable)(?: for)?|do i (?:do|handle|have|look after)|i (?:do|handle|have|look after)|for me|assigned to me|with me|on me|(?<!(?:show|tell|give|let) )me|i)\b/i,
    gives: { mine: true },
  },
];

/** Ways to name a side without its name. */
export const SIDE_WORDS = {
  msp: /\b(?:(?:the |our )?(?:service |managed service |it )?provider(?:'s)?|(?:the |our )?msps?|outsourc(?:ed|er))\b/i,
  internal:
    /\b(?:in-?house|inside|internal(?:ly)?(?: (?:it|team|staff))?|our own (?:team|people|it)|(?:by )?us|ours)\b/i,
  vendor:
    /\b(?:(?:the |our )?(?:external )?vendors?|(?:the |our )?suppliers?|third[- ]part(?:y|ies))\b/i,
} as const;

/** Words that carry no subject in a list question. */
export const LIST_SCAFFOLD =
  /^(?:a|an|and|any|anything|are|area|areas|at|be|being|belongs?|by|can|care|count|currently|did|display|do|does|done|duties|each|every|everything|for|from|get|give|handles?|handled|has|have|here|how|im|in|is|it|items?|jobs?|list|looks?|after|looked|manages?|managed|many|me|much|number|of|off|on|our|ours|out|over|overview|owns?|owned|owners?|ownership|people|please|ppl|responsible|responsibilit(?:y|ies)|runs?|see|she|he|show|still|stuff|supposed|takes?|taken|tasks?|tell|that|thats|the|their|them|there|these|they|things?|this|to|up|us|was|we|were|what|whatever|whats|which|who|whose|with|within|work|you|your|now|right|today|else|left|listed|someone|somebody|named|under|lies|sits|going|side|team|department|column|matrix|section|topic|part|remit|doing|do|accountable|assigned|so|far|just|only|full|complete|whole)$/i;

export const GREETING =
  /^(?:hi|hello|hey|hiya|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|moin|hallo|hola|bonjour|salut|guten (?:morgen|tag|abend)|buenos d[ií]as|こんにちは|おはよう(?:ございます)?)(?:[ ,]+(?:there|remit|bot|all|team|everyone|again))*\s*[!.,?👋🙂😊]*$/iu;
export const THANKS =
  /^(?:(?:ok(?:ay)?|great|perfect|cool|nice|super|brilliant|awesome|lovely)[ ,!.]*)?(?:many )?(?:thanks?|thank you|thx|ty|cheers|ta|merci|danke(?:sch[oö]n)?|gracias|ありがとう(?:ございます)?|got it|perfect|great|awesome|cool|nice one|good bot|ok(?:ay)?|understood)(?:[ ,]+(?:so much|a lot|very much|you|remit|bot|mate|again|that helps?|for (?:the|your) (?:help|answer)))*\s*[!.🙏👍🙂😊]*$/iu;
export const GOODBYE =
  /^(?:bye(?:[ -]?bye)?|good ?bye|see (?:you|ya)(?: later)?|ciao|adi[oó]s|tsch[uü]ss|au revoir|good night)\s*[!.👋]*$/iu;
export const HELP =
  /^(?:help(?: me)?(?: please)?|\?+|what can (?:you|i) (?:do|ask)(?: here| you)?|how (?:do(?:es)? (?:this|it|you) work|can you help(?: me)?)|who are you|what (?:are you|is this|is remit)|menu|commands?|start|hilfe|ayuda|aide|ヘルプ)\s*[?!.]*$/iu;

/** `assign VPN access to Priya`, `make Priya the owner of VPN access`, `nobody owns the fax line`. */
export const ASSIGN: readonly RegExp[] = [
  /^(?:please |can you |could you )?(?:re-?assign|assign|hand(?: over)?|give|transfer|move|pass) (?<task>.+?) (?:over )?to (?<to>[^?]+?)[.!]?$/i,
  /^(?:please )?make (?<to>.+?) (?:the )?(?:owner|lead|responsible) (?:of|for) (?<task>.+?)[.!]?$/i,
  /^(?:please )?(?:set|change) (?:the )?owner of (?<task>.+?) to (?<to>.+?)[.!]?$/i,
  /^(?<to>nobody|no one) (?:owns|does|handles) (?<task>[^?]+?)[.!]?$/i,
];

/** Ordinals for picking one of the choices just offered. */
export const ORDINALS: readonly RegExp[] = [
  /^(?:the )?(?:1|1st|first|top)(?: one| option| choice)?[.!)]?$/i,
  /^(?:the )?(?:2|2nd|second)(?: one| option| choice)?[.!)]?$/i,
  /^(?:the )?(?:3|3rd|third)(?: one| option| choice)?[.!)]?$/i,
  /^(?:the )?(?:4|4th|fourth|last)(?: one| option| choice)?[.!)]?$/i,
];

/** Openers of a follow-up about another task: `and for printing?`, `what about the firewall?`. */
export const SAME_FOR =
  /^(?:(?:ok(?:ay)?|and|so|also|then)[ ,]+)*(?:(?:what|how) about|and|same for|and for|likewise for|also for|also)\s+(?:for |the same for )?(?<subject>.+?)[?!.]*$/i;

/** Words left over when a question only points back at the task just named. */
export const POINTING =
  /^(?:a|and|are|about|also|at|be|but|can|cover|covers|covering|do|does|did|for|get|handle|handles|has|have|he|her|him|his|i|if|in|is|it|its|me|next|of|ok|okay|on|one|ones|or|own|owns|owned|owner|please|responsible|run|runs|she|so|still|that|thats|the|their|them|then|there|these|they|this|those|to|up|us|was|we|what|whats|when|where|which|who|whos|whose|will|with|yet|you|your|looks?|after|task|accepted?|confirmed?|agreed?|going|doing|working|well|changed?|assigned?|start(?:ed)?|by|whom|how|long|been|since|review(?:ed)?|check(?:ed)?|due|person|listed|chosen|them|away|out|sick)$/i;

// English words of list questions.
import { type FilterWords, type ListWords, type SinceWords, words } from './shape.ts';

const NO =
  '(?:nobody|no one|noone|none|not|isnt|arent|dont|doesnt|never|without|no|lack(?:s|ing)?|nothing|uncovered|unattended|unmanned|unstaffed|unwatched)';
const NIGHT =
  '(?:(?:at|over|on|during|by|in|for) (?:the )?(?:nights?|night time|weekends?|saturdays?|sundays?|(?:bank |public )?holidays|evenings?)|overnight|night ?time|nights?|weekends?|out of (?:office )?hours|outside (?:of )?(?:office |business |working )?hours|(?:after|off) (?:office |business |working )?hours|after (?:five|six|seven|eight|[5-9])(?: ?pm| o ?clock)?|when the office is closed)';
const COVER = '(?:cover(?:age)?|contact|support|on call|standby)';

const FILTERS: readonly FilterWords[] = [
  {
    words: words(
      'accepted gaps?',
      'gaps? (?:that )?(?:weve |we |are |were |have been )?(?:accepted|decided|agreed|approved|signed off)(?: on)?',
      '(?:decided|agreed|deliberate|intentional|approved|signed off) gaps?',
      '(?:weve |we )?(?:decided|agreed|chosen?|chose) (?:to leave|not to cover|to live with)',
    ),
    gives: { status: 'accepted gap' },
  },
  {
    words: words(
      `nights? matters?|matters? ${NIGHT}|(?:important|critical|needed) ${NIGHT}`,
      'needs? (?:night|weekend|after hours|out of hours) cover(?:age)?',
    ),
    gives: { nights: 'matter' },
  },
  {
    words: words(
      `${NO}(?: (?!owners?|matters?|names?|backups?)[a-z0-9]+){0,4} ${NIGHT}(?: ${COVER})?`,
      `(?:uncovered|unattended|unmanned|unstaffed|unwatched) ${NIGHT}`,
      `${NIGHT}(?: ${COVER})? (?:is |are )?(?:missing|uncovered|open|lacking)`,
      `${NIGHT} (?:gaps?|holes?)|(?:gaps?|holes?)(?: in(?: the)?)? ${NIGHT}(?: ${COVER})?`,
    ),
    gives: { nights: 'uncovered' },
  },
  {
    words: words(
      `(?:covered|staffed|watched|manned|looked after|picked up|supported) ${NIGHT}`,
      `(?:(?:with|has|have|having) )?${NIGHT} ${COVER}`,
    ),
    gives: { nights: 'covered' },
  },
  {
    words: words(
      'single points? of failures?|spofs?|bus factor(?: of)?(?: one| 1)?|key ?(?:man|person) risks?',
      '(?:hang(?:s|ing)?|depend(?:s|ing|ent)?|rel(?:y|ies|ying)|rest(?:s|ing)?|riding|rides?) (?:up)?on (?:only |just )?(?:a |one )?(?:single )?(?:one )?(?:person|individual|human|head|pairs? of hands|somebody|guy)(?: only| alone)?',
      '(?:only|just) (?:a )?(?:one|single) (?:person|individual|name|guy|human)(?: (?:knows|can do|does))?',
      '(?:one|single) person(?: only| alone)?|one man show|one deep|single pair of hands',
      `(?:without|with no|no|lack(?:s|ing)?(?: a)?|has no|have no|havent(?: got)?|hasnt(?: got)?|dont have|doesnt have|have not got|missing)(?: an?y?)? (?:back ?ups?(?: (?:person|people|owner))?|deput(?:y|ies)|stand ?ins?|second person|substitutes?|understud(?:y|ies)|fallback)`,
    ),
    gives: { single: true },
  },
  {
    words: words(
      'not (?:yet )?(?:been )?(?:accepted|confirmed|acknowledged|agreed|signed off)(?: yet)?|(?:isnt|arent|hasnt|havent|wasnt|nobody has|no one has)(?: been)?(?: yet)? (?:accepted|confirmed|acknowledged|agreed)(?: yet)?',
      'unaccepted|unconfirmed|unacknowledged|(?:pending|awaiting|waiting (?:for|on)) (?:acceptance|confirmation|an? answer)|assigned but not (?:yet )?accepted|still (?:to be|pending|open to) (?:accept(?:ed|ance)|confirm(?:ed|ation)?)|pencilled in',
    ),
    gives: { status: 'assigned' },
  },
  {
    words: words(
      '(?:over ?due|late|past due|due)(?: (?:for|in|on))?(?: (?:an?|their|its|the))? ?(?:reviews?|checks?|re ?checks?|confirmations?)|(?:reviews?|checks?)(?: (?:that|which))?(?: (?:is|are|were|went))? (?:over ?due|late|due|past due|missed|outstanding|behind)',
      '(?:past|missed|beyond|passed|over|gone past) (?:their|its|the|my|our) ?(?:next )?(?:reviews?|checks?|due)(?: dates?| deadlines?)?|over ?due|(?:should|ought to|supposed to) (?:i |we |they |it )?(?:have )?(?:been )?(?:reviewed|checked)(?: (?:by now|already|long ago))?|(?:not|never|nobody has|hasnt been|havent been) (?:been )?(?:reviewed|checked|looked at) (?:in time|on time|lately|recently|for (?:too long|ages|a while))|out of date|stale|missed (?:reviews?|checks?)',
    ),
    gives: { overdue: true },
  },
  {
    words: words(
      '(?:not|isnt|arent) (?:applicable|relevant)(?: to us)?|(?:does ?nt|do ?nt|does not|do not) apply(?: here| to us)?|n a|irrelevant(?: (?:here|to us))?|not relevant(?: (?:here|to us))?|we (?:dont|do not) (?:have|need|use)',
    ),
    gives: { status: 'not applicable' },
  },
  {
    words: words(
      'orphan(?:ed|s)?|(?:(?:the )?(?:owners?|persons?|people|someone|somebody|anyone)|who|whose (?:owners?|person)) (?:who )?(?:has |have |had )?(?:left|gone|quit|resigned|departed|no longer (?:works?|here))(?: us| the company| already)?|(?:with|by|to|owned by|of|from) (?:a )?(?:leavers?|ex (?:employees?|staff|colleagues?)|former (?:employees?|staff|colleagues?))|left behind',
    ),
    gives: { status: 'orphaned' },
  },
  {
    words: words(
      'disputed?s?|contested|in dispute|under dispute|argu(?:ed?|ing) (?:about|over)|fought over|two answers|(?:do(?:es)? not |dont |doesnt )?(?:dis)?agree(?:d|s|ment|ments)?(?: (?:on|about))?|both sides (?:claim|deny|say|think)|contradict(?:s|ing|ions?)?|in conflict|conflict(?:s|ing)?',
    ),
    gives: { status: 'disputed' },
  },
  {
    words: words(
      'unknown(?: owners?)?|not (?:been )?(?:recorded|filled in|considered|set)|never (?:been )?(?:considered|recorded|filled in|discussed)|unrecorded|blanks?|empty|undecided|undefined|not decided|yet to be decided|(?:dont|do not|nobody|no one) knows?(?: (?:the owner|who))?(?: (?:owns|does))?',
    ),
    gives: { status: 'unknown' },
  },
  {
    words: words(
      '(?:un ?healthy|failing|broken|badly|(?:going|gone|goes) (?:wrong|badly|south)|in (?:a )?(?:trouble|bad (?:state|shape|way)|poor (?:state|shape))|not (?:working|going|running|doing)(?: (?:well|ok|properly))?|(?:isnt|arent|aint) (?:working|going|running|doing|healthy)(?: (?:well|ok|properly))?|suffering|struggling|red|poorly|in the red|problematic|on fire|falling behind|behind schedule)',
    ),
    gives: { health: 'failing' },
  },
  {
    words: words(
      '(?:working|going|running|handled|done|doing|goes|works|runs) (?:well|fine|ok|okay|smoothly|nicely)|healthy|in (?:a )?good (?:shape|state|health)|green|running smoothly',
    ),
    gives: { health: 'well' },
  },
  {
    words: words(
      'un ?important|low(?:est)? (?:importance|priority|criticality|risk|prio)|least important|minor|trivial|not (?:so |very |that )?important|nice to have',
    ),
    gives: { importance: 'low' },
  },
  {
    words: words('(?:medium|middle|normal|moderate) (?:importance|priority|criticality|risk|prio)'),
    gives: { importance: 'medium' },
  },
  {
    words: words(
      '(?:business |mission )?critical(?: importance)?|high(?:ly|est)? (?:importance|priority|criticality|risk|prio|impact|important)|(?:most|very|really|super) (?:important|critical|vital)|important|crucial|vital|essential|key|top (?:priority|prio|importance)|of high importance|(?:matters?|matter) (?:the )?most',
    ),
    gives: { importance: 'high' },
  },
  {
    words: words(
      `(?:nobodys|no ones|nobody|no one|noone|none of us)(?: (?:has|owns?|does|do|is|seems|got|wants|really|actually|looks?|looking|takes?|taking|picks?|handles?|on|to|have|doing|care|cares|responsible|assigned|claims?|at all|after|up|for|of|named|down|in charge))*`,
      '(?:without|with no|with nobody|ha(?:s|ve) no|ha(?:s|ve)nt(?: got)?(?: an?)?|no|missing|lack(?:s|ing)?|needs?|needing|dont have|doesnt have)(?: an?| any)? (?:owners?(?: at all)?|ones? name|named? (?:person|owner)|names?|assignees?|responsible(?: person| party)?|home)(?: (?:against|next to|on|beside) (?:them|it))?',
      'un ?owned|owner ?less|un ?assigned|un ?claimed|un ?allocated|gaps?|holes?|blind spots?|uncovered|loose ends?|homeless|not (?:owned|assigned|covered|claimed)(?: by (?:anybody|anyone))?|isnt owned|arent owned|up for grabs|falls? (?:between|through)(?: (?:the )?(?:cracks|chairs|stools))?|between (?:the )?(?:chairs|stools)|not covered|no mans land|vacant',
    ),
    gives: { status: 'nobody' },
  },
  { words: words('confirmed|settled|agreed|accepted'), gives: { status: 'confirmed' } },
  {
    words: words(
      '(?:shared?|split|joint(?:ly)?|sharing|co owned|divided|half and half)(?: (?:by|with|between|among))?(?: (?:us|the two of us|both(?: sides)?|you|them))?(?: and)?(?: the)?(?: (?:msp|provider|vendors?|us|internal))?|both sides (?:do|own|share|handle)|(?:we )?(?:do|own|handle|run) (?:it )?(?:together|jointly)(?: with the (?:msp|provider))?',
    ),
    gives: { shared: true },
  },
  { words: words('strategic|strategy'), gives: { kind: 'strategic' } },
  {
    words: words(
      'operational|operations?|recurring|day to day|daily business|routine|run the business|business as usual|bau|ongoing',
    ),
    gives: { kind: 'operation' },
  },
  { words: words('projects?(?: type| kind| work| like)?|one offs?'), gives: { kind: 'project' } },
];

export const enLists: ListWords = {
  cues: words(
    'lists?|show|display|everything|every|all|each|whatever|anything|any|which|what|whats|where|wheres|how many|how much|count|number of (?!the )|changes|changed|tasks?|things?|stuff|items?|entries|ones|areas?|jobs?|responsibilit(?:y|ies)|duties|duty|gaps?|holes?|blind spots?|mine|projects|overview|orphans?|overdue|am i|do i own|give me|reviews|spofs?|single points of failure|plate|remit|portfolio',
  ),
  count: words('how many|how much|count|number of|total'),
  overview: words(
    'who (?:does|owns|has|handles|runs|is doing|is responsible for) what|whos who|whos doing what',
    '(?:list|show|show me|give me|see) (?:me )?(?:everything|(?:all|every)(?: of)?(?: the| our)? (?:tasks?|responsibilities|duties|jobs|entry|entries))',
    'how many (?:tasks|responsibilities|duties|jobs|entries)(?: (?:are|do) (?:there|we have))?|all (?:the |our )?(?:tasks|responsibilities|duties)',
    '(?:the )?(?:whole|full|entire|complete) (?:matrix|list|overview)',
  ),
  asksOwner: words(
    'who|whom|whos|whose|which (?:team|person|guy|department|engineer|admin|lawyer|people|side|party|of you)|what team',
  ),
  complaint: words(
    '^(?:my|our|the|this|that|everything|all|things?|stuff|it|nothing|half|most|every|any|anything)(?: (?!that|which|who|whatever|i|we)[a-z0-9]+){0,4} (?:is|are|isnt|arent|was|were|wont|doesnt|dont|keeps?|stopped|cant|has|have|went|just|seems?|looks?|broke|broken|failing|down)$',
    '^(?:everything|all|things?|stuff|it|its|nothing|my [a-z]+|the [a-z]+)(?: (?:here|again|just|always|still))? (?:is|are|isnt|arent|was|were|wont|doesnt|keeps?|stopped|cant|went|seems?|looks?)',
    'i (?:cant|cannot|couldnt|wont)|(?:should|can|could|shall) (?:i|we) (?:do|buy|get|use|order)|what (?:to do|happens|if)|i have no|i dont have|i lost|ive lost|ive got no',
  ),
  polite: words(
    '(?:can|could|may|shall|would) (?:i|we|you)(?: please)?(?: (?:get|have|see|list|show|tell|give|count|pull up))?(?: (?:me|us))?(?: (?:see|have))?',
    '(?:i|we)(?: would)? (?:need|want|like|wanted|wish|wonder|wondered)(?: to (?:see|know|have|get))?|id (?:like|love)(?: to (?:see|know|have))?',
    '(?:show|tell|give|remind|get|send|list|walk|run|talk|take|pull up|let)(?: (?:me|us))(?: (?:through|see|know))?',
    '(?:for|to) (?:us|me)(?: please)?$|for us|do (?:i|we) (?:have|know|still have)|(?:do|have) we got|have we|we have|we ve|weve(?: got)?|we got|i see',
    '(?:the )?boss(?:es)? (?:wants?|asks?|asked|is asking)(?: to know)?|(?:for|before) (?:the|my|our) (?:board|audit|meeting|report|boss|auditors?)',
  ),
  without: words(
    '(?:rather|other|different) (?:than|from)|instead of|as opposed to|except(?: for)?|excluding|apart from|aside from|but not|not (?:with|by|at|from|under|handled by|owned by|done by|run by|for|mine|on|in)|isnt (?:with|by|in)|arent (?:with|by|in)|doesnt (?:own|do|handle)|dont (?:own|do|handle)|outside of|besides|minus|leaving out|ignoring',
  ),
  filters: FILTERS,
  sides: {
    msp: words(
      '(?:service |managed service |managed it |it )?providers?|msps?|outsourc(?:ed|ers?|ing)(?: (?:partner|company|firm|it))?|managed services?(?: (?:provider|partner|company))?|external it|it (?:company|partner|contractor)',
    ),
    internal: words(
      'in ?house|inside|internal(?:ly)?(?: (?:it|team|staff|people|side))?|our (?:own )?(?:it )?(?:team|people|it|staff|guys|lot|folks)|(?:by|with|on|to|at) us|ours|ourselves|(?:do|does) we (?:own|do|handle|run|keep|look after|manage|cover)|we (?:own|do|handle|run|keep|look after|manage|cover)|our side|our it',
    ),
    vendor: words(
      '(?:external |outside |third party |other )?(?:vendors?|suppliers?)|third part(?:y|ies)|outside (?:firms?|companies)|external (?:firms?|companies|parties)',
    ),
  },
  mine: words(
    'mine|my|my own|myself|i|im|ive|(?:with|on|under|by|to|at|for) me|on my (?:plate|desk|list)|me personally',
  ),
  narrows: words(
    '^(?:and|only|just|what about|how about|of those|of these|those|now|also|but|ok|in|with|for|which of (?:those|these|them|they))',
  ),
  areas: {
    administration: 'admin|administration|administrative|sysadmin|infrastructure',
    security: 'security|infosec|cyber ?security|cyber|sec',
    devices: 'devices?|endpoints?|hardware',
    cloud: 'cloud|m365|365|microsoft 365|o365',
    vendors: 'vendors?|suppliers?',
    support: 'support',
    projects: 'projects?',
    strategic: 'strateg(?:y|ic)',
  },
  areaBefore:
    '(?:in|for|of|about|within|under|around|inside|regarding|across|concerning)(?: the| our)?',
  areaAfter:
    '(?:area|areas|section|side|topic|part|department|category|column|block|chapter|group|bucket|domain|world|front)',
  areaTasks:
    '(?:related|relevant|responsibilit(?:y|ies)|duties|duty|jobs?|stuff|things?|tasks?|work|gaps|holes|ones|items|entries|type)',
  areaIs: '(?:area|section|topic|category)(?: of| called| named)?',
  unknownName: [
    /(?:^| )(?:what|which [a-z]+) (?:do|does|is|has|are) (?<name>[a-z0-9]+(?: [a-z0-9]+)?) (?:do|own|owns|handle|handles|run|have|look after|got|cover|responsible for|in charge of|accountable for|on the hook for)(?: for us| here)?$/u,
    /(?:everything|anything|whatever|all|tasks|things|stuff|list|jobs|duties|responsibilities)(?: that)?(?: is| are| sits?| lies| lives?)? (?:with|by|from|of|for|assigned to|owned by|done by|handled by|belonging to|under) (?<name>[a-z0-9]+(?: [a-z0-9]+)?)$/u,
    /(?:gaps|holes|tasks|everything|stuff|things|whats|what is|list)(?: is)? (?:in|within|under)(?: the| our)? (?<name>[a-z0-9]+(?: [a-z0-9]+)?)(?: area| section)?$/u,
  ],
};

export const enSince: SinceWords = {
  changed: words(
    '(?:has |have |had |was |were |been )*(?:chang(?:e|es|ed|ing)|moved(?: hands)?|reassigned|updated|edited|new|modified|different|altered)(?: hands)?',
  ),
  relative: [
    { words: words('(?:since |from )?today'), back: 0 },
    { words: words('(?:since )?yesterday'), back: 1 },
    {
      words: words(
        '(?:since )?last week|(?:in |over |during )?the (?:last|past) week|since a week ago|(?:in )?(?:the )?past week',
      ),
      back: 7,
    },
    {
      words: words(
        '(?:since )?last month|(?:in |over |during )?the (?:last|past) month|recently|lately|of late|past month',
      ),
      back: 30,
    },
    { words: words('(?:since )?last quarter|(?:in |over )?the (?:last|past) quarter'), back: 91 },
    { words: words('(?:since )?last year|(?:in |over )?the (?:last|past) year'), back: 365 },
    { words: words('this week|since the (?:start|beginning) of the week'), back: 'week' },
    { words: words('this month|since the (?:start|beginning) of the month'), back: 'month' },
    {
      words: words('this year|since the (?:start|beginning) of the year|since new year'),
      back: 'year',
    },
  ],
  last: /(?:(?:in|over|during|within) )?(?:the )?(?:last|past|previous)? ?(?<count>\d{1,3}) (?:(?<days>days?)|(?<weeks>weeks?)|(?<months>months?))(?: ago)?/u,
  since: words('since|after|from|as of'),
};

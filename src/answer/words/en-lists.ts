// English words of list questions.
import { enFilters } from './en-filters.ts';
import { every, type ListWords, type SinceWords, words } from './shape.ts';

export const enLists: ListWords = {
  cues: words(
    'disagreements|without|anything|lists?|show|display|everything|every|all|each|whatever|anything|any|which|what|whats|where|wheres|how many|how much|count|number of (?!the )|changes|changed|tasks?|things?|stuff|items?|entries|ones|areas?|jobs?|responsibilit(?:y|ies)|duties|duty|gaps?|holes?|blind spots?|mine|projects|overview|orphans?|overdue|am i|do i own|give me|reviews|spofs?|single points of failure|plate|desk|risks|w(?:h)?ich|who (?:still )?(?:cant|has no|has nobody|hasnt|havent|have no|lacks)|whose (?:owners?|person)|who (?:still )?has to|do we have|are there|is there|have we|bus factor|only|ones|unconfirmed|unaccepted|acceptance|handovers|headcount|tally|remit|portfolio|rundown|run ?down|summary|breakdown|inventory|lines|rows|roundup|operations|orphaned|disputed|unowned|unassigned|read (?:me|out|us)|(?:whole|entire|complete|full) [a-z]+|(?:section|area|block|chapter)|matters|points|topics|everythings|who (?:doesnt|does not|dont) (?:own|have) anything|who owns nothing|name (?:me|all|every)|enumerate|walk me through|run me through|go through|tell me (?:all|about all)|leftovers?|remaining|pieces|bits',
  ),
  many: /^(?:(?:ok|and|so|please|hi|hey|can|could|would|you|show|list|give|tell|me|us|count|i|need|want|to|see|know) )*(?:how many|(?:(?:which|wich|what|all|any|every|the|our|my|your|of|these|those|other) )*(?:tasks|jobs|duties|responsibilities|gaps|items|things|risks|ones))(?![^ ])/u,
  count: words('how many|how much|count|headcount|tally|number of|total'),
  overview: words(
    'who (?:is |has )?(?:covers?|covering|took over|takes? over|taken over|gets|got|is taking over) what',
    'who(?: has|s)?(?: got| is)? (?:the )?(?:most|too much|least|fewest|busiest)(?: (?:on|work|tasks?|stuff|to do|things|on (?:their|his|her) plate|jobs|of everything))*',
    'who (?:does|owns|has|handles|runs|is doing|is responsible for|looks after) what|whos who|whos doing what',
    '(?:list|show|show me|give me|see) (?:me )?(?:everything|(?:all|every)(?: of)?(?: the| our)? (?:tasks?|responsibilities|duties|jobs|entry|entries))',
    'how many (?:tasks|responsibilities|duties|jobs|entries)(?: (?:are|do) (?:there|we have))?|all (?:the |our )?(?:tasks|responsibilities|duties)',
    '(?:the )?(?:whole|full|entire|complete) (?:matrix|list|overview)',
  ),
  asksOwner: words(
    'who|whom|whos|(?<!(?:tasks?|entry|entries|ones|things|stuff|jobs|duties|items|responsibilities|projects|points|everything|anything|those) )whose|which (?:team|person|guy|department|engineer|admin|lawyer|people|side|party|of you)|what team',
  ),
  complaint: words(
    '^(?:my|our|the|this|that|everything|all|things?|stuff|it|nothing|half|most|every|any|anything)(?: (?!that|which|who|whatever|i|we)[a-z0-9]+){0,4} (?:is|are|isnt|arent|was|were|wont|doesnt|dont|keeps?|stopped|cant|has|have|went|just|seems?|looks?|broke|broken|failing|down)$',
    '^(?:everything|all|things?|stuff|it|its|nothing|my [a-z]+|the [a-z]+)(?: (?:here|again|just|always|still))? (?:is|are|isnt|arent|was|were|wont|doesnt|keeps?|stopped|cant|went|seems?|looks?)',
    'i (?:cant|cannot|couldnt|wont)|(?:should|can|could|shall) (?:i|we) (?:do|buy|use|order|get(?! (?:an? |the |some |my )?(?:full |quick |short |complete )?(?:overview|list|everything|all|rundown|summary|breakdown|tasks)))|what (?:to do|happens|if)|i have no|i dont have|i lost|ive lost|ive got no',
  ),
  absence: every(
    'abandoned around behind lying unattended unmanned orphaned would resigns affected apart at away bankrupt bust be break breaks broken bus by case collapse collapses cover covering depend depends die dies disappear disappeared disappears down drop dropped drops fall falls falling gets go goes gone got handed hang hangs happens her his him hit holiday ill if in is leave leaves leaving left lose loses lost miss misses month next off on ourselves out over quit quits remain remains resign resigned resigns retire retired retires risk run s should sick stop stops stopped stranded stuck suffer suffers suspend thatll the tomorrow unavailable vacation vanish vanished vanishes walk walked walks week went when while will with without would wrong',
  ),
  polite: words(
    '(?:and )?who (?:runs|owns|does|has|handles|leads|looks after|is on) (?:them|it|these|those|each|which|what)',
    '(?:can|could|may|shall|would) (?:i|we|you)(?: please)?(?: (?:get|have|see|list|show|tell|give|count|pull up))?(?: (?:me|us))?(?: (?:see|have))?',
    '(?:i|we)(?: would)? (?:need|want|like|wanted|wish|wonder|wondered)(?: to (?:see|know|have|get)|(?! (?:still )?to ))|id (?:like|love)(?: to (?:see|know|have))?',
    '(?:show|tell|give|remind|get|send|list|walk|run|talk|take|pull up|let)(?: (?:me|us))(?: (?:through|see|know))?',
    '(?:for|(?<!(?:assigned|belongs?|belonging|given|handed|falls?|falling|fall|comes?|down|left|mapped|attributed|allocated|passed|up) )to) (?:us|me)(?: please)?$|for us|do we (?:have|still have)|do (?:i|we) know|(?:do|have) we got|have we|we have|we ve|weve(?: got)?|we got|i see',
    '(?:the )?boss(?:es)? (?:wants?|asks?|asked|is asking)(?: to know)?|(?:needed |need )?(?:for|before) (?:the|my|our|todays|tomorrows|mondays|next [a-z]+) (?:board|audit|meeting|report|boss|auditors?|call|review|slides)',
  ),
  without: words(
    '(?:rather|other|different) (?:than|from)|instead of|as opposed to|except(?: for)?|excluding|apart from|aside from|but not|(?:all|everything|anything|nothing) but(?: for)?|besides|minus|leaving out|ignoring|not counting|(?<=^(?:and |but |ok )?)without(?: the)?|without(?: the)?(?= (?:projects?|gaps|msp|provider|vendors?))',
    '(?:(?:which|that|what|are|is) )*not (?:with|by|at|from|under|handled by|owned by|done by|run by|assigned to|for|on|in|part of|belonging to)|(?:isnt|arent|not)(?= (?:ours|theirs|mine|yours|the (?:msp|provider|vendors?)))|(?:isnt|arent|not being|hasnt|havent)(?: been)? (?:with|by|in|under|owned by|handled by|done by|run by|assigned to|given to|part of)',
    'outside(?: of)?(?! (?:of )?(?:the )?(?:office|business|working|normal|core)? ?hours| (?:vendors?|firms?|compan(?:y|ies)|suppliers?|part(?:y|ies)|partners?|people|providers?|msps?|it|help|contractors?))',
    '(?:doesnt|dont|does not|do not) belong to|(?:dont|do not|doesnt)(?= we (?:own|do|handle|run|look after|manage|cover))',
  ),
  not: words('(?:(?:that|which) )?(?:isnt|arent|is not|are not|not|non)'),
  lacks: words(
    '(?:doesnt|does not|dont|do not|didnt|isnt|arent|never|not)(?: (?:actually|really|even|currently))? (?:own(?:s|ing)?|do(?:es|ing)?|handl(?:e|es|ing)|run(?:s|ning)?|have|ha[sd]|look(?:s|ing)? after|tak(?:e|es|ing) (?:care of|on)|manag(?:e|es|ing)|cover(?:s|ing)?|responsible for|in charge of|accountable for)',
  ),
  orders: {
    oldest: words(
      '(?:the )?(?:oldest|longest(?: (?:standing|running|open))?|earliest)(?: (?:one|first))?|(?:been )?(?:open|unowned|lying around|there|waiting) (?:the|for the) longest|(?:sorted |ordered )?by age',
    ),
    newest: words(
      '(?:the )?(?:newest|latest|youngest|most recent(?:ly)?)(?: (?:one|first))?(?! chang)',
    ),
  },
  standsIn: words(
    '(?:the |a |an? )?(?:back ?ups?|deput(?:y|ies)|stand ?ins?|substitutes?|second)(?: (?:person|owner))?(?: (?:for|of|on|to))*|(?:stands?|standing|steps?|fills?|backs?|backing|jumps?) (?:in|up)(?: for)?|deputi[sz](?:e|es|ing)(?: for)?',
  ),
  filters: enFilters,
  sides: {
    msp: words(
      '(?:external |outside |outsourced )?(?:service |managed service |managed it |it )?providers?|the outsiders|msps?|outsourc(?:ed|ers?|ing)(?: (?:partner|company|firm|it))?|managed services?(?: (?:provider|partner|company))?|external it|it (?:company|partner|contractor)',
    ),
    internal: words(
      'in ?house|inside|internal(?:ly)?(?: (?:it|team|staff|people|side))?|our (?:own )?(?:it )?(?:team|people|it|staff|guys|lot|folks)|(?:by|with|on|to|at) us|ours|ourselves|(?:do|does) we (?:own|do|handle|run|keep|look after|manage|cover)|we (?:own|do|handle|run|keep|look after|manage|cover)|our side|our it',
    ),
    vendor: words(
      '(?:(?:in|into) the hands of |run by |with |by )?(?:external |outside |third party |other |software |hardware )*(?:vendors?|suppliers?|manufacturers?|contractors?)|third part(?:y|ies)|outside (?:firms?|companies)|external (?:firms?|companies|parties)',
    ),
  },
  mine: words(
    'mine|my|my own|myself|i|im|ive|(?:with|on|under|by|to|at|for) me|(?:involv|concern)(?:e|es|ing|s)? me|on my (?:plate|desk|list)|me personally|me down',
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
  joins: ' (?:and|or|plus|as well as)(?: the| also)? ',
  unknownName: [
    /(?:^| )(?:what|which [a-z]+) (?:do|does|is|has|are) (?<name>[a-z0-9]+(?: [a-z0-9]+)?) (?:do|own|owns|handle|handles|run|have|look after|got|cover|responsible for|in charge of|accountable for|on the hook for)(?: for us| here)?$/u,
    /(?:everything|anything|whatever|all|tasks|things|stuff|list|jobs|duties|responsibilities)(?: that)?(?: is| are| sits?| lies| lives?)? (?:with|by|from|of|for|assigned to|owned by|done by|handled by|belonging to|under) (?<name>[a-z0-9]+(?: [a-z0-9]+)?)$/u,
    /(?:gaps|holes|tasks|everything|stuff|things|whats|what is|list)(?: is)? (?:in|within|under)(?: the| our)? (?<name>[a-z0-9]+(?: [a-z0-9]+)?)(?: area| section)?$/u,
  ],
};

export const enSince: SinceWords = {
  changed: words(
    '(?:has |have |had |was |were |been )*(?:chang(?:e|es|ed|ing)|news|moved(?: hands)?|(?:taken (?:on|over)|took over|picked up|became|handed over|gained|been given|added|come in)(?= .*(?:since|last|this|past|yesterday))|reassigned|updated|edited|hand ?overs?|new|modified|different|altered)(?: hands)?',
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
    { words: words('this quarter|since the (?:start|beginning) of the quarter'), back: 'quarter' },
    { words: words('this month|since the (?:start|beginning) of the month'), back: 'month' },
    {
      words: words('this year|since the (?:start|beginning) of the year|since new year'),
      back: 'year',
    },
  ],
  last: /(?:(?:in|over|during|within) )?(?:the )?(?:last|past|previous)? ?(?<count>\d{1,3}) (?:(?<days>days?)|(?<weeks>weeks?)|(?<months>months?))(?: ago)?/u,
  since: words('since|after|from|as of'),
};

// English words that filter a list: status, nights, health, importance, kind.
import { type FilterWords, words } from './shape.ts';

const NO =
  '(?:nobody|no one|noone|none|not|isnt|arent|dont|doesnt|never|without|no|lack(?:s|ing)?|nothing|uncovered|unattended|unmanned|unstaffed|unwatched)';
const NIGHT =
  '(?:(?:at|over|on|during|by|in|for) (?:the )?(?:nights?|night time|weekends?|saturdays?|sundays?|(?:bank |public )?holidays|evenings?)|overnight|night ?time|nights?|weekends?|out of (?:office )?hours|outside (?:of )?(?:office |business |working )?hours|(?:after|off) (?:office |business |working )?hours|after (?:five|six|seven|eight|[5-9])(?: ?pm| o ?clock)?|(?:at |by )?[1-6] ?am(?: in the morning)?|in the middle of the night|when the office is closed|(?:24 ?x ?7|24 7|24 hours|24 hour|(?:around|round) the clock)|(?:(?:suppose|say|imagine|assume|assuming|if|when) )?(?:its|it is) (?:a )?(?:saturday|sunday|weekend|holiday|night)(?: night| morning)?)';
const NOONE = '(?:nobody|no one|noone|none of us|not a (?:single )?soul|not one person)';
const ACCEPT = '(?:accept|confirm|acknowledge|agree to|sign off|say yes to)';
const ACCEPTED = '(?:accepted|confirmed|acknowledged|agreed|signed off|said yes)';
const COVER = '(?:cover(?:age)?|contact|support|on call|standby)';

const LATE =
  '(?:over ?due|late|missed|skipped|forgotten|slip(?:ped|s)?|laps(?:e|ed|ing)|expired|(?:gone|went|goes|go|going) (?:by|past)|passed|in the past|behind us|(?:should|ought to|was supposed to|were supposed to) have (?:happened|taken place|been (?:done|made|held))(?: (?:already|by now|long ago|ages ago|before))?|(?:didnt|did not|never) (?:happen(?:ed)?|take place|took place)|(?:has|have)nt (?:happened|been (?:done|made|held))|not (?:been )?(?:done|made|held)(?: (?:in time|on time|yet))?)';

export const enFilters: readonly FilterWords[] = [
  {
    words: words(
      'accepted (?:gaps?|risks?)',
      '(?:gaps?|risks?|holes?) (?:did|have|has|do|does|are|is) (?:[a-z]+ )??[a-z]+ (?:(?:already|knowingly|deliberately) )?(?:accept(?:s|ed|ing)?|decided? (?:to (?:live with|leave|accept))|agreed? to|live|living|sign(?:ed)? off)(?: with| on)?',
      '(?:risks?|gaps?|holes?) (?:that )?(?:we )?(?:(?:knowingly|deliberately|consciously) )?(?:carry|tolerate|bear|accept)',
      '(?:weve |we )?(?:knowingly |deliberately )?(?:live|living|put up) with|(?:knowingly|deliberately|on purpose) (?:left |leave )?(?:open|uncovered|unowned|accepted)',
      'gaps? (?:that )?(?:weve |we |are |were |have been )?(?:accepted|decided|agreed|approved|signed off)(?: on)?',
      '(?:decided|agreed|deliberate|intentional|approved|signed off) gaps?',
      '(?:weve |we )?(?:decided|agreed|chosen?|chose) (?:to leave|not to cover|to live with)',
    ),
    gives: { status: 'accepted gap' },
  },
  {
    words: words(
      `needs? (?:(?:some|any)(?:one|body)|people|cover(?:age)?|looking after|watching) ${NIGHT}|nights? matters?|(?:matters?|important|critical|needed) ${NIGHT}(?! (?:but|and|yet) )`,
      'needs? (?:night|weekend|after hours|out of hours) cover(?:age)?',
    ),
    gives: { nights: 'matter' },
  },
  {
    words: words(
      `(?:needs?|matters?|important|critical)(?: (?:a |it )?cover(?:age)?)? ${NIGHT} (?:but |and |yet )?(?:with |has |have |having |(?:is|are|that|which) )*${NO}(?: (?:actually |really )?(?:covered|cover|coverage|one|body|there))*`,
      `${NIGHT}(?: (?:what|whats|which|who|where|things?|stuff|tasks?|is|are|has|have|that))* ${NO}(?: (?:one|body|been|cover(?:ed|age)?|picks?|picked|picking|up|looked|looks?|watch(?:es|ed)?|manned|staffed|there|after|anyone|anybody))+`,
      `${NIGHT}(?: (?:what|whats|which|who|tasks?|is|are|has|have|that))* ${NO}$`,
      `${NO}(?: (?!owners?|matters?|names?|backups?)[a-z0-9]+){0,4} ${NIGHT}(?: ${COVER})?`,
      `(?:uncovered|unattended|unmanned|unstaffed|unwatched) ${NIGHT}`,
      `${NIGHT}(?: ${COVER})? (?:is |are )?(?:missing|uncovered|open|lacking)`,
      `${NIGHT}(?=(?: (?!matters?|owners?)[a-z0-9]+){1,7} ${NOONE}(?! (?:owns?|responsible|accountable)))`,
      `(?<=${NIGHT}(?: (?!matters?|owners?)[a-z0-9]+){1,7} )${NOONE}(?! (?:owns?|responsible|accountable))(?: (?:is|on|around|there|for|to|at all|them|it|looks|looking|after|watching|has|them))*`,
      `${NIGHT} (?:gaps?|holes?)|(?:gaps?|holes?)(?: in(?: the)?)? ${NIGHT}(?: ${COVER})?`,
    ),
    gives: { nights: 'uncovered' },
  },
  {
    words: words(
      `(?:covered|staffed|watched|manned|looked after|picked up|supported|(?:(?:has|have|with|got) )?(?:some|any)(?:one|body)(?: (?:on call|available|there|around))?) ${NIGHT}`,
      `(?:(?:with|has|have|having) )?${NIGHT} ${COVER}`,
    ),
    gives: { nights: 'covered' },
  },
  {
    words: words(
      'single points? of failures?|spofs?|bus factor(?: of)?(?: one| 1)?|key ?(?:man|person) risks?',
      '(?:hang(?:s|ing)?|depend(?:s|ing|ent)?|rel(?:y|ies|ying)|rest(?:s|ing)?|riding|rides?) (?:up)?on (?:only |just )?(?:a |one )?(?:single )?(?:one )?(?:person|individual|human|head|pairs? of hands|somebody|guy)(?: only| alone)?',
      '(?:only|just) (?:a )?(?:one|single) (?:person|individual|name|guy|human)(?: (?:knows|can do|does))?',
      '(?:the |my )?only (?:one|person)(?: (?:for|on|who|that|knows?|able|can|does))*|one pair of hands',
      '(?:just |only )?(?:a )?single (?:owner|name|person|contact)(?: only| alone)?',
      '(?:one|single) person(?: only| alone)?|one man show|(?:who )?cant (?:afford to )?be (?:sick|ill|off|away)|nobody (?:else )?(?:to|can|could) (?:stand in|step in|take over|fill in|cover for (?:them|him|her))|(?:no|nobody|no one) else (?:can|could|knows?|does)|one deep|single pair of hands',
      `(?:who (?:still )?)?(?:without|with no|no|lack(?:s|ing)?(?: a)?|has no|have no|havent(?: got)?|hasnt(?: got)?|dont have|doesnt have|have not got|missing)(?: an?y?)? (?:back ?ups?(?: (?:person|people|owner))?|deput(?:y|ies)|stand ?ins?|second person|substitutes?|understud(?:y|ies)|fallback|replacements?|understudies)(?: either)?`,
    ),
    gives: { single: true },
  },
  {
    words: words(
      'not (?:yet )?(?:been )?(?:accepted|confirmed|acknowledged|agreed|signed off)(?: yet)?|(?:isnt|arent|hasnt|havent|wasnt|nobody has|no one has)(?: been)?(?: yet)? (?:accepted|confirmed|acknowledged|agreed)(?: yet)?',
      '(?:who (?:still )?)?(?:hasnt|havent|has not|have not|didnt|did not)(?: yet)? (?:signed off|accepted|confirmed|acknowledged|agreed(?: to)?|said yes)(?: (?:on|to))?(?: yet)?',
      `${NOONE}(?: (?:has|have|ever))*(?: yet)? ${ACCEPTED}(?: yet)?`,
      `(?:who )?(?:still |yet )*(?:supposed|needs?|ha(?:s|ve)|meant|expected|due|got|asked|left|waiting)(?: still)? to (?:be )?(?:${ACCEPT}|${ACCEPTED})|(?:(?:i|we|they) )?(?:still )?to (?:${ACCEPT}|be ${ACCEPTED})(?= |$)`,
      `(?:has|have|did|does|do|is|are) (?:he|she|it|they|we|not)(?: not)?(?: yet)? ${ACCEPTED}(?: yet)?`,
      '(?<=(?:waiting|awaiting|pending|waits?) (?:for |on )?(?:my|our|their|his|her|your) )(?:acceptance|approval|confirmation|ok)',
      '(?:wait(?:s|ing)?|pending|await(?:s|ing)?)(?: (?:still|yet))?(?: (?:for|on))? (?:an? )?(?:yes|ok|okay|nod|sign ?off|signature|answer|reply|response|acceptance|confirmation)|nobody (?:has )?(?:said|says) yes(?: to)?|without (?:a )?(?:yes|sign ?off|confirmation|acceptance)|unaccepted|unconfirmed|unacknowledged|(?:pending|awaiting|waiting (?:for|on)) (?:acceptance|confirmation|an? answer)|assigned but not (?:yet )?accepted|still (?:to be|pending|open to) (?:accept(?:ed|ance)|confirm(?:ed|ation)?)|pencilled in',
    ),
    gives: { status: 'assigned' },
  },
  {
    words: words(
      '(?:over ?due|late|past due|due)(?: (?:for|in|on))?(?: (?:an?|their|its|the))? ?(?:reviews?|checks?|re ?checks?|confirmations?)|(?:reviews?|checks?)(?: (?:that|which))?(?: (?:is|are|were|went))? (?:over ?due|late|due|past due|missed|outstanding|behind)',
      '(?:reviews?|checks?) (?:did|have) (?:we|i|they)(?: all)? (?:miss|skip|forget|missed|skipped|forgotten)|needs? (?:an? |to be )?re ?(?:confirm(?:ing|ed|ation)|check(?:ing|ed)?|review(?:ing|ed)?)|needs? (?:an? |to be )?(?:review(?:ing|ed)?|check(?:ing|ed)?)',
      `(?:reviews?|re ?checks?|checks?|checking)(?: dates?| deadlines?)?(?: (?!next|when|wh)[a-z]+){0,4} ${LATE}`,
      '(?:past|missed|beyond|passed|over|gone past) (?:their|its|the|my|our) ?(?:next )?(?:reviews?|checks?|due)(?: dates?| deadlines?)?|over ?due|(?:is|are|s|re|running|too) late(?! ?at)|late ones|behind on|(?:were|weve|ive|are|been) behind(?: on)?|(?:should|ought to|supposed to) (?:i |we |they |it )?(?:have )?(?:been )?(?:reviewed|checked)(?: (?:by now|already|long ago))?|(?:not|never|nobody has|hasnt been|havent been) (?:been )?(?:reviewed|checked|looked at) (?:in time|on time|lately|recently|for (?:too long|ages|a while))|out of date|stale|missed (?:reviews?|checks?)|(?:reviews?|checks?)(?: that)?(?: (?:i|we|they|you))?(?: ?ve| have| has)? (?:missed|skipped|forgot(?:ten)?)|(?:nobody|no one|noone|not|never|hasnt been|havent been|havent|hasnt)(?: has| have| been| ever| really| had)*(?: a)? (?:reviewed|checked|looked at|rechecked)(?: (?:it|them|that))?(?: (?:in|for|since) (?:ages|a (?:long )?(?:while|time)|years|months|so long|forever|long))|(?:late|behind|overdue)(?: (?:on|with|for|in)) (?:any |my |our |their |the )?(?:reviews?|checks?)|due (?:a|an|for a) (?:re ?)?(?:look|check ?up|refresh)',
    ),
    gives: { overdue: true },
  },
  {
    words: words(
      '(?:not|isnt|arent) (?:applicable|relevant)(?: to us)?|(?:does ?nt|do ?nt|does not|do not) apply(?: here| to us)?|n a|out of scope(?: for us)?|irrelevant(?: (?:here|to us))?|(?:as )?not relevant(?: (?:here|to us))?|(?:ruled? out|set aside|struck off)(?: (?:as|for))?|we (?:dont|do not) (?:have|need|use)',
    ),
    gives: { status: 'not applicable' },
  },
  {
    words: words(
      'without an? (?:living|current) (?:owner|person)|orphan(?:ed|s)?|(?:(?:the )?(?:owners?|persons?|people|someone|somebody|anyone)|who|whose (?:owners?|person)) (?:who )?(?:has |have |had )?(?:left|gone|quit|resigned|departed|no longer (?:works?|here))(?: us| the company| already)?|(?:with|by|to|owned by|of|from) (?:a )?(?:leavers?|ex (?:employees?|staff|colleagues?)|former (?:employees?|staff|colleagues?))|(?:left behind )?(?:by|of|from|with) (?:people|someone|somebody|anyone|those) (?:who|that|whos|whove)(?: have| has| are| is| since)* (?:gone|left|quit)|left behind|lost (?:their|its|the|an?) (?:owners?|person|lead)|(?:owners?|persons?|people) (?:who )?(?:is|are|s|re) (?:gone|no longer (?:here|with us|around))',
    ),
    gives: { status: 'orphaned' },
  },
  {
    words: words(
      'disagreements?|disputes|quarrels?|rows? (?:about|over)|(?:not|never|cant|dont|doesnt|didnt) (?:seem to )?(?:see eye to eye|agree)(?: on| about)?|(?:everyone|everybody|each one|each) (?:thinks?|says?|assumes?|believes?|claims?)(?: (?:that|its|it|is|the|somebody|someone|others?|else|side|does|do|has|have|theirs|other))*|(?:both|two|the) (?:sides|parties|teams)(?: both)?(?: (?:are|keep|still))* (?:fight(?:ing)?|argu(?:e|ing)|disagree(?:ing)?|squabbl(?:e|ing)|bicker(?:ing)?)(?: (?:about|over|on))?|(?:argu|fight|squabbl|bicker)ing(?: (?:about|over|on))?|(?:both|each)(?: of (?:us|them)| sides?)? (?:say|says|think|thinks|claim|claims|believe|believes)(?: (?:its|it is|that its|that it is))?(?: (?:the|with|by|on|up to))*(?: (?:others?|not theirs|not us|somebody else|someone else))?|(?:point(?:ing)?(?: the)? fingers?|finger pointing|pass(?:es|ing)? the buck|blam(?:e|es|ing) each other)(?: at each other)?|disputed?s?|contested|in dispute|under dispute|argu(?:ed?|ing) (?:about|over)|fought over|two answers|(?:do(?:es)? not |dont |doesnt )?(?:dis)?agree(?:d|s|ment|ments)?(?: (?:on|about))?|both sides (?:claim|deny|say|think)|contradict(?:s|ing|ions?)?|in conflict|conflict(?:s|ing)?',
    ),
    gives: { status: 'disputed' },
  },
  {
    words: words(
      '(?:nobody|no one|noone|we)(?: has| have)? (?:ever|never)(?: has| have)? (?:decided|settled|sorted out|figured out)(?: (?:about|on|upon))?|(?:never|not(?: yet)?|nobody(?: has| ever)*|no one(?: has| ever)*|we(?: have|ve)? never|havent|hasnt)(?: been| ever| even| yet)* (?:talked|thought|discussed|spoken|considered|assessed|evaluated|looked)(?: (?:about|of|at|into))*(?: (?:yet|before|so far))?(?: who (?:owns|does|has|runs|handles|is responsible(?: for)?)(?: (?:it|them|that|what))?)?|(?:weve |we )?(?:have |got |has )*no (?:idea|clue)(?: (?:about|of|on))?(?: who(?:s)?(?: (?:does|owns|has|runs|handles|is responsible(?: for)?|looks after))?(?: (?:it|them|that))?)?|(?:still |yet )*(?:needs?|waiting for|awaiting|to be|needing|pending|wants?) (?:to be )?(?:decid(?:ing|ed)|a decision|clarif(?:ying|ied|ication)|sort(?:ing|ed)(?: out)?|agreeing)|unknown(?: owners?)?|(?:hasnt|havent|isnt|not|never)(?: been)?(?: yet)? (?:decided|agreed on|clear|settled|defined|determined|sorted out|clarified)(?: yet)?|(?:(?:whose |their |the )?(?:owners?|ownership|responsibility) (?:is|are) )?(?:unclear|undetermined|tbd)|not (?:been )?(?:recorded|filled in|considered|assessed|evaluated|set)|never (?:been )?(?:considered|recorded|filled in|discussed)|unrecorded|blanks?|empty|undecided|undefined|not decided|yet to be decided|(?:dont|do not)(?: (?:we|i|you))? know(?: the owners?| who)?(?: of| owns| does)?|(?:nobody|no one) knows?(?: (?:the owner|who))?(?: (?:owns|does))?',
    ),
    gives: { status: 'unknown' },
  },
  {
    words: words(
      '(?:un ?healthy|failing|shaky|wobbly|limping|ailing|creaking|broken|badly|(?:going|gone|goes) (?:wrong|badly|south)|in (?:a )?(?:trouble|(?:bad|poor|ill|terrible|sorry) (?:state|shape|way|health|condition))|unwell|not (?:working|going|running|doing)(?: (?:well|ok|properly))?|(?:isnt|arent|aint) (?:working|going|running|doing|healthy)(?: (?:well|ok|properly))?|suffering|struggling|red|poorly|in the red|problematic|on fire|falling behind|behind schedule)',
    ),
    gives: { health: 'failing' },
  },
  {
    words: words(
      '(?:working|going|running|handled|done|doing|goes|works|runs) (?:well|fine|ok|okay|smoothly|nicely)|healthy|in (?:a )?good (?:shape|state|health|condition)|green|running smoothly',
    ),
    gives: { health: 'well' },
  },
  {
    words: words(
      '(?:rated|ranked|marked|classed|flagged)(?: as)? low|low(?= (?:stakes|value|impact))|un ?important|low(?:est)? (?:importance|priority|criticality|risk|prio)|least important|minor|trivial|not (?:so |very |that )?important|nice to have',
    ),
    gives: { importance: 'low' },
  },
  {
    words: words(
      '(?:rated|ranked|marked|classed)(?: as)? (?:medium|normal)|(?:medium|middle|normal|moderate) (?:importance|priority|criticality|risk|prio)',
    ),
    gives: { importance: 'medium' },
  },
  {
    words: words(
      '(?:rated|ranked|marked|classed|flagged)(?: as)? (?:high|critical|important)|(?:business |mission )?critical(?: importance)?|high(?:ly|est)? (?:importance|priority|criticality|risk|prio|impact|important)|(?:most|very|really|super) (?:important|critical|vital)|important|crucial|vital|essential|key|top (?:priority|prio|importance)|of high importance|(?:matters?|matter) (?:the )?most',
    ),
    gives: { importance: 'high' },
  },
  {
    words: words(
      '(?:who|whoever) (?:doesnt|does not|dont) (?:own|have|look after|run|do) anything(?: (?:they|he|she) should)?|who owns nothing|(?:doesnt|does not|dont|isnt|not) (?:any ?one|any ?body)(?: (?:own|owns|owning|have|look(?:s|ing)? after|run|do|doing|on|responsible for))+',
      `(?:nobodys|no ones|nobody|no one|noone|none of us|not a (?:single )?soul|not one (?:person|of us)|zero (?:owners|people))(?: (?:has|owns?|does|do|is|seems|got|wants|really|actually|looks?|looking|takes?|taking|picks?|handles?|on|to|have|doing|care|cares|responsible|assigned|claims?|claimed|volunteers?|volunteered|wanted|put|their|his|hands?|stepped|signed|raised|at all|after|up|for|of|named|down|in charge|been|given|handed|told|asked|step(?:s|ped)?|feels?|comes?|forward))*`,
      '(?:without|with no|with nobody|ha(?:s|ve) no|ha(?:s|ve)nt(?: got)?(?: an?)?|no|missing|lack(?:s|ing)?|needs?|needing|are we missing|dont have|doesnt have)(?: an?| any)?(?: (?:real|proper|clear|named|actual|valid|known|living|current|single))? (?:(?:accountable|responsible) (?:party|person|owner|team)|party|person|team|owners?(?: at all)?|ones? name|named? (?:person|owner)|names?|assignees?|responsible(?: person| party)?|home)(?: (?:against|next to|on|beside) (?:them|it))?',
      '(?:remains?|remaining|left|yet|still|needs?|has|have)(?: to)?(?: be)? (?:assigned|allocated|given out)|to be assigned',
      '(?:left )?without (?:anyone|anybody|someone|somebody)(?: (?:in charge|behind|responsible|accountable|assigned|owning|on|it|them|to|own|do))*|with nobody behind(?: (?:it|them))?|not in anyones hands',
      'un ?owned|owner ?less|un ?assigned|un ?claimed|un ?allocated|gaps?|holes?|blind spots?|uncovered|loose ends?|homeless|not (?:owned|assigned|covered|claimed)(?: by (?:anybody|anyone|any of us)|(?! by | to ))|isnt owned|arent owned|up for grabs|(?:where|how|what) (?:are|re) we (?:most )?(?:exposed|vulnerable|at risk)|unpicked|(?:fall|fell|fallen|slip|slipp|dropp?)(?:s|ing|ed)?(?: (?:in|down))? (?:in ?between|between|through)(?: (?:the )?(?:cracks|chairs|stools))?|between (?:the )?(?:chairs|stools)|not covered|no mans land|vacant|in limbo|up in the air|adrift|left over|abandoned|neglected',
    ),
    gives: { status: 'nobody' },
  },
  {
    words: words('(?:who (?:has |have )?)?(?:confirmed|settled|agreed|accepted)(?: what)?'),
    gives: { status: 'confirmed' },
  },
  {
    words: words(
      '(?:shared?|split|joint(?:ly)?|sharing|co owned|divided|half and half)(?: (?:by|with|between|among))?(?: (?:us|the two of us|both(?: (?:sides|teams|parties))?|you|them))?(?: and)?(?: the)?(?: (?:msp|provider|vendors?|us|internal))?|both (?:sides|parties|teams|of (?:us|them|the (?:sides|parties|teams)))(?: (?:do|own|share|handle|have (?:a|their) (?:hands?|part|say|stake|share)|are (?:involved|in(?: it)?|part of(?: it)?)|work(?: together)?|play (?:a )?(?:part|role)|take part|contribute)(?: (?:in|on|to)(?: (?:it|them))?)?)?|(?:sits?|sitting|is|are|split|done) between (?:us|both)(?: and)?(?: the)?(?: (?:msp|provider|vendors?))?|(?:we )?(?:do|own|handle|run) (?:it )?(?:together|jointly)(?: with the (?:msp|provider))?',
    ),
    gives: { shared: true },
  },
  // Nothing more is said of the night: the tasks that matter then.
  { words: words(NIGHT), gives: { nights: 'matter' } },
  { words: words('strategic|strategy'), gives: { kind: 'strategic' } },
  {
    words: words(
      'operational|operations?|recurring|day to day(?: (?:operations|work|running|business))?|daily business|routine|run the business|business as usual|bau|ongoing(?! projects?)',
    ),
    gives: { kind: 'operation' },
  },
  { words: words('projects?(?: type| kind| work| like)?|one offs?'), gives: { kind: 'project' } },
];

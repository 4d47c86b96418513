// English words of courtesies, follow-ups, picks and edits; lists and facets are beside it.
import { enFacets } from './en-facets.ts';
import { enLists, enSince } from './en-lists.ts';
import { every, exactly, type Words, words } from './shape.ts';

const TO_BOT =
  '(?: (?:there|remit|bot|all|team|everyone|everybody|again|mate|buddy|folks|guys|friend|man|dear|sir|ya|you))*';
const FILLER =
  '(?:(?:ok|okay|great|perfect|cool|nice|super|brilliant|awesome|lovely|ah|oh|alright|right|good|well|wow|yes|yep|yeah) )*';

export const en: Words = {
  language: 'en',
  spaces: true,
  common:
    /(?<![\p{L}\p{N}])(?:the|is|are|of|and|who|whos|what|whats|which|how|my|our|with|for|does|do|it|that|this|them|they|to|i|we|you|at|list|show|any|not|all|have|has|their|when|why|about|from|by|be|on|an|a|there|task|tasks|owner|own|owns|without)(?![\p{L}\p{N}])/gu,
  talk: [
    {
      says: 'hello',
      words: exactly(
        `(?:hi+|hello+|hey+|hiya|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|gday|sup)${TO_BOT}(?: (?:hi|hello|good (?:morning|afternoon|evening|day)))?${TO_BOT}`,
      ),
    },
    {
      says: 'well',
      words: exactly(
        `(?:(?:hi|hello|hey|alright|morning|ok)${TO_BOT} )?(?:hows it going|how are you(?: doing)?(?: today)?|hows (?:life|things|your day)(?: going)?|how do you do|how goes it|you ok|you alright|all good|whats up|wassup|nice to meet you)${TO_BOT}(?: today)?`,
      ),
    },
    {
      says: 'friday',
      words: exactly(
        `(?:happy|merry|nice|have a (?:good|nice|great|lovely)|good|great|enjoy (?:your|the)) (?:friday|monday|tuesday|wednesday|thursday|weekend|christmas|xmas|easter|new year|birthday|holidays?|day|evening|one|lunch|long weekend)${TO_BOT}`,
      ),
    },
    {
      says: 'thanks',
      words: exactly(
        `${FILLER}(?:(?:many |much )?(?:thanks|thank you|thankyou|thx|tx|ty|tysm|cheers|ta|tnx|much appreciated|appreciated|appreciate it))(?: (?:so much|a lot|a bunch|a million|very much|again|that helps?(?: a lot)?|that helped|for (?:the|your|that|this)(?: (?:quick))? ?(?:help|answer|info|reply|response)?|for that|for helping|you|remit|bot|mate|buddy|thats all|all good|great|perfect|youre (?:a star|great|the best|awesome|a lifesaver)|much appreciated|everyone|will do|got it))*`,
        `${FILLER}(?:got it|gotcha|perfect|great|awesome|cool|nice(?: one)?|good (?:bot|job|work|stuff)|well done|brilliant|excellent|lovely|understood|makes sense|very (?:helpful|useful)|that (?:helps|helped|was helpful|is helpful|works|is great|did it)|thats (?:helpful|great|perfect|all|good|it)|love it|(?:youre|you are) (?:a star|great|the best|awesome|brilliant|a lifesaver|amazing)|amazing|legend|sweet|wonderful|fantastic|impressive|wow)${TO_BOT}`,
      ),
    },
    {
      says: 'bye',
      words: exactly(
        `${FILLER}(?:bye(?: ?bye)?|good ?bye|see (?:you|ya|u)(?: (?:later|soon|tomorrow|around))?|later|cya|ciao|good ?night|so long|farewell|take care|talk (?:later|soon)|ttyl|im off|have to go|gotta go|cheerio)${TO_BOT}`,
      ),
    },
    {
      says: 'bot',
      words: exactly(
        '(?:are|r) (?:you|u) (?:a |an |really a |just a |some )?(?:real |actual |live )?(?:bot|robot|human|person|machine|ai|script|program|real|alive|chatgpt|gpt|copilot|human being|people|llm|computer)(?: or (?:a |an )?(?:real |actual )?(?:bot|robot|human|person|machine|ai|script|program|computer|not|what))?(?: (?:here|there))?',
        '(?:am i|is this) (?:talking to |speaking to |speaking with |chatting with )?(?:a |an )?(?:real )?(?:bot|robot|human|person|machine|ai|computer)',
        '(?:who|what) (?:made|built|wrote|created|programmed) you',
        '(?:whats|what is) your name|do you (?:dream|sleep|eat|have feelings|like me|love me|think|feel)(?: [a-z]+){0,4}|are you (?:ok|there|alive|awake|online|working|listening|human)|(?:you|anyone|anybody) there',
      ),
    },
    {
      says: 'useless',
      words: exactly(
        `(?:youre|you are|ur|this is|this bot is|the bot is|that was|that is|thats|this thing is|its|bot is|remit is|absolutely|totally|how)? ?(?:so |really |completely |totally |absolutely |pretty |utterly |just |a |an |not )*(?:useless|stupid|dumb|rubbish|crap|shit|bad|terrible|awful|annoying|idiot(?:ic)?|hopeless|no (?:help|use|good)|unhelpful|helpful|pointless|garbage|trash|wrong|nonsense|lame|moron|waste of time)(?: bot| answer)?`,
        '(?:you|this|it|that) (?:suck|sucks|didnt help|doesnt help|dont help|is no help|isnt helpful|never works?|doesnt work|dont understand(?: me| anything)?|know nothing|dont know anything)',
        '(?:i hate (?:you|this|bots)|stupid bot|bad bot|dumb bot|wtf|ffs|omg|argh|grr+|ugh|go away|shut up|screw you|fuck(?: (?:you|off|this))?|damn(?: it)?)',
      ),
    },
    {
      says: 'laugh',
      words: exactly(
        '(?:ha ?){2,20}|(?:he ?){2,20}|h[ae]h[ae]|lol+|lmao|rofl|lmfao|xd+|funny|(?:very|thats|so) funny|good one|just kidding|jk|joke|(?:tell|give) me a joke|(?:do you )?know (?:any|a) jokes?',
      ),
    },
    {
      says: 'test',
      words: exactly(
        'test(?:ing)?(?: (?:test(?:ing)?|123|1 2 3|one two three|message|bot|please ignore))*|ping|asdf+|foo|check check|is (?:this|it) (?:working|on)|does (?:this|it) work|abc|123|1 2 3|hello world',
      ),
    },
    {
      says: 'never mind',
      words: exactly(
        'never ?mind|nvm|forget (?:it|that|about it)|cancel(?: that)?|stop|skip(?: it)?|not important|no thanks?(?: you)?|nothing|all sorted|sorted|ignore (?:that|me|this)|my bad|oops|sorry(?: (?:wrong chat|my mistake|about that))?|wrong (?:chat|window|channel)|(?:no )?its fine|no worries|im (?:good|fine|ok|done)|thats ok|as you were',
      ),
    },
    {
      says: 'okay',
      words: exactly(
        '(?:ok+|okay|okey|k|kk|okie|oki|alright|all right|right|fine|sure|yes|yep|yeah|yup|no|nope|nah|hm+|mhm|uh huh|i see|ah|aha|oh|ah ok|oh ok|ok then|ok cool|ok fine|ok sure|fair enough|noted|roger(?: that)?|will do|good to know|interesting|huh|so|and|well|good|maybe|agreed|true|indeed|exactly|correct)(?: (?:then|ok|cool|fine|sure|so|will do))?',
      ),
    },
  ],
  help: exactly(
    '(?:(?:please |can you |could you )?help(?: me)?(?: please| out)?|i need help|(?:so )?what (?:can|do|could|should) (?:you|i|we) (?:do|ask|say|know|type|use)(?: here| you| with this| for me| about)*|how (?:do(?:es)?|can|should) (?:this|it|you|i|we) (?:work|help|use|start|ask|use (?:this|you|it))(?: (?:me|this|you|it))?|how can you help(?: me)?|(?:so )?who (?:are|r) (?:you|u)|(?:so )?what (?:are you(?: for| able to do)?|is this(?: bot)?(?: for)?|is remit|does this(?: bot)? do|do you do|is it for)|whats this(?: for)?|menu|commands?|start|options|instructions|examples?|usage|manual|get started|introduce yourself|tell me about yourself)',
  ),
  frame: every(
    'a am an and any anything are area areas at be being been belongs? belonging by can care cares count currently did display do does done doing down duties duty each else every everything everyone exactly far few for from full get gets give given got handles? handled handling has have having here how im in into is it items? its itself jobs? just keeps? kept kindly la list lists lists? listed lies lives? looks? looking after looked manages? managed many me moment much named need needs now number numbers of off ok okay on once one ones only or our ours out over overview own owns? owned owners? ownership part people pick picks picked please pls plz ppl quick quickly really remind responsible responsibilit(?:y|ies) right runs? running run s section see she he set show side side still sit sits sitting so some somebody someone sort stuff such supposed take takes? taken task tasks team tell than that thats the their them then there these they thing things this those through to today total towards type under up us was we were weve what whatever whats when where wheres which whichever whose will with within work working you your yours under accountable assigned entire whole complete column matrix topic hook across again all also along altogether as because besides both but could currently already actually basically entries entry exist exists ever fall falls falling find first go going good have havent hold holds hows i if incl including individual info kind kinds know known last left life like lot made make marked may more most my myself nice nothing o onto order other others out per plate point present reported related relevant remit said share should sides since specific sure things? throughout together too try types until very via want wants way ways well while who why without would yet year kinda tasks? domain department category belongs thanks thank hi hello hey remit bot folks guys again pulling pull shall might must responsibilities responsibility rundown summary breakdown roundup lines? rows? everyones stays? stay paying pays? said says needs name names day today whoever two cover covers coming comes bits piece pieces joined starting brief big picture across front world kept track record records recorded registered currently one by those say says rn asap atm tho though portfolio charge old used former formerly previous previously open waiting wait waits living rule ruled assignments? waiting awaiting desk ongoing headcount per tally inherit inherited coverage lately recently soon wich meant management either first outsourced matters read reading somewhere anywhere suppose imagine going actually suddenly longer anyhow anyway basically honestly generally usually normally often please kindly thus moment present hereby everybody else elses bits odds ends whose whoevers sections chapter chapters blocks block areas parts hand hands their theirs books book bucket',
  ),
  spelled:
    'owner owners overdue unowned unassigned orphaned disputed confirmed accepted everything anything which critical important failing projects strategic internal provider vendor vendors security cloud devices support administration review reviews nobody contact phone number email weekend weekends night nights holiday backup deputy reason history status happens since tasks things gaps changed changes'.split(
      ' ',
    ),
  pointing: every(
    'a about had able help behind decided assigned given chosen picked accepted agreed actually again already also am an and another any anybody anyone are as at away be been before being but by can case choice choose chosen could cover covers covered covering did do does doing done else even exactly ext for from get gets go goes going got guy guys handle handles happen happens has have he hed hell her hers hes him his hmm how i id if in is isnt it its itself just know least lets like listed look looks main make matter may me might mine more much must name named need needs next no not now of off oh ok okay on one ones only or other our out over own owned owner owners owns part people person persons place please poorly present quick quickly really right run runs s said same say see set she shes should sick so some somebody someone something sort still suppose sure take takes task team tell than thanks that thats the their them themselves then there theres these they theyre thing this those though thought to today too told two until up us was wasnt way we well were what whatever whats when where which who whom whos whose why will with would yes yet you your cool folks assignment odd instead sorry again pls plz available availability around yeah nobody noone none lol dies die died quickly raise hasnt whens hows whys fighting fight fights over doing anymore still there theirs give gimme show send open opened last latest alright allright agreed mean reachable available picks answers dial use fail fails failed crash crashes new owner responsible responsibility covered actually anyway breaks break broke happening case pencilled signs sign responsible accountable looks after working works listed recently lately ever decision them party side provider msp both each whole hi kindly bit shall else good bad great nice time times long date day days week month year hands hand part thing case else question wondering wonder curious guess ah hm well btw by way anything nothing something everything anywhere somewhere somehow arrangement bother bug pester annoy pass supposed expected meant hold holds held soon later currently presently moment truly basically honestly literally obviously clearly apparently perhaps possibly probably maybe hopefully either neither others whichever whoever however once while whilst because although unless per via regarding concerning ask asked asking says knew known think thinks believe reckon feel feels heard hear sound sounds seem seems appear appears want wants wanted wish hope hate cares mind remember forget remind bring put puts keep keeps kept stay stays stick sticks stand stands sit sits lie lies live lives happened come comes came become started begin began end ended turn turned try tries tried trying deal deals dealing story idea clue kind bit lot lots few several entire full little big small best better worst worse terrible awful earth hell heck world awake today tomorrow these those along ready able handed situation matter concerned issue over',
  ),
  pronouns: words(
    'it|its|that|thats|this|these|those|they|theyre|them|their|theirs|he|hes|him|his|she|shes|her|hers|itll|(?<!(?:is|are|was|were|be|been|isnt|arent|if) )there|the same (?:people|person|team|guys|lot)',
  ),
  facets: enFacets,
  denies: words(
    'who(?:s| is| are)? (?:(?:doesnt|does not|dont|do not|isnt|is not|arent|are not|not|wont) (?:own|owns|run|do|handle|look after|have|manage|cover|take care of|responsible for|in charge of))',
  ),
  sameFor: [
    /^(?:(?:ok|okay|and|so|also|then|cool|thanks|great|right|alright|now) ){0,3}(?:(?:what|how) about|what of|hows about|same (?:question )?(?:for|with|on)|likewise for|ditto for|also for|as for|and for|and)(?: for)?(?: the same for)? (?<subject>.+)$/u,
    /^(?:also|then|plus|or|next|now) (?:for )?(?<subject>.+)$/u,
    /^(?<subject>.+) (?:as well|too|also|likewise|while were at it|then)$/u,
    /^(?:is|are|was) (?:it|that|they) the same (?:person |people |team |one |guys? )?(?:for|with|on) (?<subject>.+)$/u,
    /^(?:do|does) (?:they|he|she|that (?:person|team)) (?:also )?(?:do|handle|own|run|look after|cover|have|take care of|manage) (?<subject>.+?)(?: as well| too| also)?$/u,
  ],
  takesBack: exactly(
    '(?:no |nope |sorry |i said )*(?:not|i (?:dont|didnt) mean)(?: (?:the )?.{1,60})?',
    'no|nope|wrong',
  ),
  picks: {
    ordinals: [
      words('first|1st|former|(?:number|option|choice|no|nr) one'),
      words('second|2nd|latter|(?:number|option|choice|no|nr) two'),
      words('third|3rd|(?:number|option|choice|no|nr) three'),
      words('fourth|4th|(?:number|option|choice|no|nr) four'),
      words('fifth|5th'),
      words('sixth|6th'),
      words('seventh|7th'),
      words('eighth|8th'),
    ],
    last: words('last|bottom|final'),
    around: every('number option choice no nr task entry line button item'),
    other: exactly(
      '(?:no |nope |actually |sorry |i meant? |not that |not this |wrong )*(?:i meant? )?(?:the )?other(?: (?:one|task|option))?(?: please)?',
      '(?:no )?not (?:that|this)(?: one)?',
    ),
    all: exactly(
      '(?:show |give |tell )?(?:me )?(?:both|all|all of (?:them|these|those)|both of (?:them|these|those)|all (?:two|three|four|3|4)(?: of (?:them|these|those))?|the (?:two|lot)|all please|each(?: of them)?|everything|every one|any of them|whichever|all the above|all of the above)(?: please)?',
    ),
    none: exactly(
      '(?:no |sorry |nope )*(?:none(?: of (?:them|these|those|the above|that))?|neither(?: of (?:them|these|those))?|not (?:any )?(?:of )?(?:them|these|those)|no(?:ne)? (?:of )?(?:them|these|those)|nothing (?:there|of that|fits)|(?:its|it is) none of (?:them|these|those)|something else|no match|doesnt fit|wrong ones?)(?: (?:fits?|match(?:es)?|please|sorry|work|apply))?',
    ),
    about: [
      /^(?:no |sorry |i mean |i meant |its |ok |rather |actually |probably |yes ){0,3}(?:the |that |this )?(?:one|option|task|choice) (?:about|for|on|with|of|that (?:says|is|does|has)|regarding|concerning|where|called|named|to do with) (?:the )?(?<subject>.+)$/u,
      /^(?:no |sorry |i mean |i meant |its |ok |rather |actually |probably |yes ){0,3}(?:the |that )?(?<subject>.+) (?:one|option|choice|task)(?: please)?$/u,
      /^(?:no |sorry |ok |rather |actually |yes ){0,3}(?:i mean|i meant|i was thinking of|its about|its) (?:the )?(?<subject>.+)$/u,
    ],
  },
  assign: [
    {
      sure: false,
      words:
        /^(?:please |can you |could you |can we |could we |lets |let us |id like to |i want to |i would like to |we should |we need to )?(?:re ?assign|assign|hand(?: over)?|give|transfer|move|pass|shift|delegate|switch) (?<task>.+?) (?:over )?(?:to|on to|onto) (?<to>.+)$/u,
    },
    {
      sure: false,
      words:
        /^(?:please |can you |could you )?(?:put|list|set|name|enter|record) (?<to>.+?) (?:down )?(?:as|in as)(?: (?:the|a|new))* (?:owner|lead|responsible|back ?up|deputy|stand ?in)(?: (?:of|for|on) (?<task>.+))?$/u,
    },
    {
      sure: true,
      words: /^(?:please )?(?:re ?assign|assign) (?<task>.+?) (?:over )?to (?<to>.+)$/u,
    },
    {
      sure: true,
      words:
        /^(?:please |can you |could you )?(?:make|appoint) (?<to>.+?) (?:the |new |as |an? )*(?:owner|lead) (?:of|for) (?<task>.+)$/u,
    },
    {
      sure: false,
      words:
        /^(?:please |can you |could you )?(?:make|add|appoint|name) (?<to>.+?) (?:(?:the|a|as|new|as the) )*(?:owner|lead|responsible|accountable|back ?up|deputy|stand ?in) (?:of|for|on) (?<task>.+)$/u,
    },
    {
      sure: true,
      words:
        /^(?:please |can you |could you |how (?:do|can) i |can i |i want to |i need to |i would like to )?(?:set|change|update|edit|remove|replace|swap|correct|fix) (?:the )?owner(?:ship)?(?: (?:of|for|on) (?<task>.+?))?(?: (?:to|into|from|with) (?<to>.+))?$/u,
    },
    {
      sure: false,
      words:
        /^(?<to>.+?) (?:should|shall|must|will|has to|needs to|is going to|ought to) (?:now )?(?:own|take over|take on|take|be the owner of|be responsible for|look after) (?<task>.+)$/u,
    },
    {
      sure: false,
      words:
        /^(?:please )?(?:let|have) (?<to>.+?) (?:own|take over|take on|take|do|handle|look after) (?<task>.+)$/u,
    },
    { sure: true, words: /^(?<to>nobody|no one) (?:owns|does|handles) (?<task>.+)$/u },
    {
      sure: true,
      words:
        /^(?:please )?(?:mark|flag|set) (?<task>.+?) as (?<to>accepted|a gap|an accepted gap|nobodys|unowned|not applicable|disputed|confirmed|reviewed|failing|mine|ours)$/u,
    },
    {
      sure: true,
      words:
        /^(?:i|we) (?:accept|decline|hereby accept|take over|take on) (?:ownership of |the ownership of )?(?<task>.+?)(?<to>)$/u,
    },
    {
      sure: false,
      words:
        /^(?<task>.+?) (?:should|must|shall|has to|needs to) (?:now )?(?:go to|be with|be owned by|belong to|move to|sit with|be assigned to|be handed to|be given to) (?<to>.+)$/u,
    },
    {
      sure: false,
      words:
        /^(?<task>.+?) (?:now )?(?:belongs to|goes to|is now with|is now owned by|moved to|moves to|is now done by) (?<to>.+?)(?: now)?$/u,
    },
  ],
  anybody: exactly(
    '(?:some(?:one|body)|any(?:one|body))(?: else)?(?: (?:new|instead|please))?',
    'me|us|myself|him|her|them|nobody|no one|(?:a |the |our )?(?:new |other )?(?:provider|msp|vendor|internal it|internal team|it team|colleague|my team|our team|team)',
  ),
  lists: enLists,
  since: enSince,
};

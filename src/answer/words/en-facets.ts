// English words of facets: backup, reach, nights, history, next check, reason, status.
import { type FacetWords, words } from './shape.ts';

const NIGHT =
  '(?:(?:at|over|on|during|by|in) (?:the )?(?:nights?|night time|weekends?|saturdays?|sundays?|(?:bank |public )?holidays?|evenings?|middle of the night)|overnight|night ?time|nights|weekends|out of (?:office )?hours|outside (?:of )?(?:office |business |working )?hours|(?:after|off) (?:office |business |working )?hours)';
const AWAY =
  '(?:away|out|out of (?:the )?office|off|off sick|sick|ill|poorly|unwell|on (?:leave|holiday|vacation|pto|annual leave|maternity leave|parental leave|a course|a break|his break|her break)|absent|unavailable|not (?:there|in|around|available|reachable|answering|picking up)|not at work|hit by a bus|gone|busy|leaves?|quits?|no longer there|isnt there|isnt in|isnt around|isnt available|(?:doesnt|dont|wont|does not|do not|will not) (?:answer|pick up|reply|respond|react)|cant (?:be reached|answer|make it|come|do it|help)|cannot(?: be reached)?|cant|not answering|nowhere to be found|unreachable|unresponsive|tied up|swamped|overloaded|snowed under|(?:all )?(?:in|at) (?:a |an )?(?:meetings?|conference|workshop|event|party)|travelling|traveling|asleep|sleeping|(?:gets? |got |is )?run over|(?:gets?|falls?|fell|calls? in) (?:ill|sick)|(?:gets? )?(?:hit|run over) by a bus|under a bus|(?:takes?|has|have|had|gets?) (?:[a-z0-9]+ ){0,3}(?:off|holidays?|leave|vacation)|goes? (?:away|missing|on (?:holiday|leave|vacation))|retires?|resigns?|drops? (?:out|dead)|disappears?|vanish(?:es)?)';
const STANDIN =
  '(?:(?<!(?:does|do|doing|runs|run|running|handles|handle|of|checks|check|manages|manage|makes|owns|own|has|after|about|for) (?:the |our |a )?)back ?up|deput(?:y|ies)|stand ?ins?|substitutes?|understud(?:y|ies)|second(?: in (?:line|command))?|alternates?|fall ?backs?|number two|no 2|nr 2|plan b|replacements?|vice|proxy|locum|reserve)';
const OWNING =
  '(?:with|own|owns|owned|done by|handled by|run by|assigned|responsible|accountable|listed|in charge|given to|down to|down as|looked after by|looking after|sitting with|sits with|the one|the ones|on the hook)';

export const enFacets: readonly FacetWords[] = [
  {
    facet: 'backup',
    points: words(
      `(?:and )?(?:if|when|while|in case|suppose|supposing|say|what if|whenever|should|with) (?:[a-z]+ ){0,3}(?:is |are |was |were |be |being |s )?${AWAY}`,
      '(?:and )?(?:if|when|in case) (?:nobody|no one|noone|none of them)(?: (?:picks up|answers|replies|responds|is (?:there|around|in|free|available)|can|reacts))?|(?:nobody|no one) (?:picks up|answers|replies|responds)',
      '(?:hes|shes|theyre|persons) (?:all )?(?:away|off|out|sick|ill|poorly|on leave|on holiday|not there|not in)',
      `${STANDIN}(?: person| owner| contact)?`,
      '(?:in|during) (?:his|her|their|the owners?) absence|absence|absent|holiday cover|vacation cover|sick cover|leave cover',
      '(?:stands?|standing|steps?|stepping|fills?|filling|jumps?|jumping|sits?|sitting) in|takes? over(?: from| for)?|deputi[sz](?:e|es|ing)(?: for)?|covers? (?:for|while|when|if)|covering for|next in line|whos next|who is next|backs? (?:them|him|her|it|that) up|replac(?:e|es|ing) (?:them|him|her)|else can|anyone else|anybody else|somebody else (?:i|who|there)|someone else (?:i|who|there)|holds? the fort|who else|who then|alternatives?|no (?:reply|answer|response)|nobody (?:there )?(?:ever )?(?:answers|replies|responds|picks up)|vanish(?:es)?|instead of (?:them|him|her)|as a (?:fall ?back|reserve|replacement)|(?:can|could|will|would|to|able to|ready to) (?:cover|help out|take over|fill in|step up|jump in)(?: for)?(?: (?:them|him|her|it))?',
    ),
    names: words(
      `(?:whos|who is|who are|whats|who s)(?: (?:the|a|our|its|their))? ${STANDIN}(?: person| owner| contact)? (?:for|of|on)`,
      `(?:is there|has|have|do we have|does|who would be|name)(?: [a-z0-9]+){0,5} (?:a|an|any) (?:${STANDIN})(?: (?:person|owner|contact))?(?: (?:for|on))?$`,
      `(?:deput(?:y|ies)|stand ?ins?|understud(?:y|ies)|back ?up (?:person|owner|contact)) (?:for|of|on)`,
      '^(?:and |so |ok |what about |how about )+(?:the |its |a )?(?:back ?up|deputy|stand ?in) (?:for|of|on)',
      '^who (?:stands|steps|fills|jumps) in (?:for|on|with)|^who (?:deputi[sz]es|takes over)(?: (?:for|on))?',
      `(?:if|when|while) (?:the |our )?(?:[a-z]+ )?(?:owner|person|team|guy|admin|contact|lead) (?:of |for )?(?:[a-z]+ ){0,3}(?:is |are |s )?${AWAY}$`,
    ),
  },
  {
    facet: 'contact',
    points: words(
      'how (?:do|can|could|should|would|might|to|best) ?(?:i|we|you|one|people)? ?(?:best )?(?:reach(?: out)?|contact|call|get|send|forward|submit|raise|report|phone|ring|email|e mail|mail|message|ping|talk|speak|write|find|text)(?: (?:hold of|in touch|through|a hold of|on to|onto))?(?: (?:to|with))?',
      '(?:phone|telephone|mobile|cell|contact|email|e mail|mail|desk|hotline|direct|number|extension|teams)? ?(?:numbers?|details?|info(?:rmation)?|data|address(?:es)?|hotline|extension|portal|ext|channel|handle)',
      '(?:take|accept|answer) (?:phone )?calls|calls|which number|poke|chats?|mailbox|inbox|queue|web form|form|slack|(?:drop|walk|stop|pop|go|come) (?:over|by|in|round|past)(?: to)?|(?:mail|email|write|ticket|chat) or (?:call|ring|phone|walk over|ticket|chat|mail)|(?:call|ring|phone) or (?:mail|email|write|chat)|(?:open|raise|log|file|submit|create|send) (?:an? |the )?(?:ticket|request|case|mail|email|message)|tickets?|ping|dial|call|ring|(?:the )?(?:quickest|fastest|best|easiest|right) (?:way|channel|route) to(?: (?:get|reach|contact))?|get(?: a)? hold of|email|e mail|phone|telephone|mail|ext|extn|hotline|portal|opening hours|office hours|contact|contacts|reach|reachable|get (?:hold of|in touch|through)',
      '(?:can|could|may|should) (?:i|we) (?:call|ring|phone|email|mail|message|ping|contact|reach|write|text)|(?:call|ring|phone|ping|message|write to|email) (?:them|him|her|that)|where (?:do|can|should) (?:i|we) (?:call|write|reach|find|raise|report|log|send|open|submit|file)(?: (?:an? |the )?(?:ticket|request|case|issue|problem))?|who (?:do|can|should) (?:i|we) (?:call|ring|phone|email|mail|message|ping|contact|write to|talk to|speak to|ask|text)|when are they (?:open|there|in)|(?:what |which |their |business |working |support )?hours|whom? (?:do|can|should|could|would|must|shall|am|are) (?:i|we) (?:(?:actually|really|best|even|then|now|exactly|supposed to|meant to|to) )*(?:call|ring|phone|email|mail|message|ping|contact|write(?: to)?|talk to|speak to|ask|text|turn to|escalate to)|escalate(?: (?:that|this|it))? to(?: whom?)?|which (?:person|guy) exactly',
    ),
    names: words(
      '^(?:and |so |ok )?whom? (?:do|can|could|should|would) (?:i|we) (?:call|ring|phone|email|message) (?:about|for|regarding)',
      'how (?:do|can|could|should|would|to) ?(?:i|we|you|one|people)? ?(?:reach(?: out to)?|contact|call|phone|ring|get (?:hold of|in touch with|through to)|email|mail)(?: (?:the )?(?:owners?|person|people|team|whoever)(?: (?:for|of|behind|who (?:owns|runs|does|handles|looks after)|owns|runs|does))?)?',
      '(?:whats |what is |need |give me )?(?:the )?(?:phone|telephone|contact|mobile|hotline|email|mail)? ?(?:numbers?|details|address(?:es)?|hotline|info) (?:for|of(?= the (?:owner|person|team) ))(?: the (?:owner|person|team) (?:of|for))?',
    ),
  },
  {
    facet: 'after_hours',
    points: words(
      NIGHT,
      '(?:in|during|over|at)? ?(?:the )?small hours|(?:working |work )?late(?: (?:tonight|today|at night|evenings?))?|(?:on|over|at|during)? ?(?:new year|new years(?: eve| day)?|boxing day|good friday|thanksgiving)|9 to 5|nine to five|(?:mon|monday) to (?:fri|friday)|office hours only|nights?|tonight|weekends?|saturdays?|sundays?|holidays|christmas|easter|new year|(?:bank|public) holidays?|evenings?|midnight|(?:24|24 hours|24 ?x) ?7|24x7|round the clock|on call|out of hours|ooh|after ?hours|off hours|late|early|\\d{1,2} ?(?:am|a m|pm|p m|in the (?:morning|night))|(?:two|three|four|five) (?:am|in the morning)|(?:after|past) (?:five|six|seven|eight|nine|ten|\\d{1,2})(?: ?pm| ?o ?clock| in the evening)?|awake|(?:if|when|while|once|after) (?:the (?:office|building|place|shop|desk) (?:is|has|s)|everyone (?:is|has)|everybodys|they are|they have|theyre|hes|shes|its|it is|we are|we have|weve|were)(?: (?:all|already))? (?:closed|asleep|gone(?: home)?|dark|late|shut(?: down)?|home|in bed)|in the (?:morning|evening|night)|small hours',
    ),
    names: words(
      `(?=${NIGHT})(?<=^(?:and |so |ok |but )?(?:who|whos|which team|who is|is anyone|is anybody|is someone|does anyone|does anybody|anyone|anybody|whom)(?: [a-z0-9]+){1,9} )${NIGHT}(?=$| (?:for|on|with|regarding) )`,
      `(?=${NIGHT})(?<=^(?:and |so |ok |but )?(?:who|whos) )${NIGHT}`,
      `(?=${NIGHT})(?<=^(?:and|what about|how about|also|same|and what about)(?: for| with| on)?(?: [a-z0-9]+){1,5} )${NIGHT}$`,
      `^${NIGHT} (?=who )`,
    ),
  },
  {
    facet: 'history',
    points: words(
      '^(?:and |ok |so )?since$|who signed(?: off)?(?: on)?|happened|(?:in|from) the past|(?:for )?how many (?:years|months|weeks|days)|(?:any |the |some )?(?:recent|latest|last|earlier|previous) (?:changes?|owners?|hands|updates?)|who (?:made|took) (?:that|this|the) (?:choice|decision|call)|(?:a|the|this|that) (?:choice|decision)|over time|over the years|(?:all|any) along|from the (?:start|beginning)|the first time|how did (?:they|he|she|we) (?:get|come by)|when did (?:they|he|she|it|that|we)(?: [a-z]+)?|who (?:had|did|owned|ran|used to (?:have|do|own|run)|was) (?:it|that|this|them|there|the owner) (?:before|previously|earlier|until|back then)|signed (?:that|it|this|them|the [a-z]+) off|(?:last|latest|most recent) (?:change|edit|update)s?|(?:last|previous) (?:year|month|owner|time)(?: ago)?|the (?:year|month|time) (?:before|ago)|years? ago|who (?:was|is|has been) (?:it|that|this)(?: (?:last|in|until|back|before).*)?(?<= last [a-z]+)|since when|how long|for how long|history|change ?log|audit trail|previous(?:ly)?|before(?: that| them| then)?|former(?:ly)?|used to|always|earlier|changed?(?: hands)?|changes|moved|reassigned|recently|lately',
      'who (?:decided|changed|assigned|handed|passed|transferred|set|moved|edited|chose|picked|agreed|said|put|made|gave|approved|signed|wrote|recorded|entered|says)|by whom|says who|whose (?:decision|idea|call)|(?:when|how) (?:did|was|were|has|have)(?: [a-z]+){0,4} (?:chang|chang(?:e|ed)|assign(?:ed)?|start(?:ed)?|mov(?:e|ed)|taken?|took|decid(?:e|ed)|agree(?:d)?|set|hand(?:ed)?|become|became|begin|get|got|given|recorded|accept(?:ed)?|happen(?:ed)?|made)(?: over| up| that| it| this)?|when was that|when did that|from when|(?:from|since) (?:what|which) (?:date|day|year|month|time)|what date|how (?:recent|old)|what day',
    ),
    names: words(
      'since when (?:does|do|has|have|did)|since when (?:is|are)(?= (?:[a-z0-9]+ ){1,8}(?:with|owned|run|handled|done|looked|responsible|in charge))|(?:show (?:me )?)?(?:the )?(?:history|change ?log|changes|audit trail) (?:of|for|on|behind)|what (?:has |have )?changed (?:on|for|about|with)',
      '^(?:and )?(?:how|for how) long (?:has|have|is|are)(?= (?:[a-z0-9]+ ){1,8}(?:with|owned|own|had|doing|done|looked after|looking after|responsible|run|running|in charge))',
      '^who (?:changed|set|moved) (?:the )?owner(?:ship)? (?:of|for)|^who assigned(?= [a-z0-9 ]+ to )|^who (?:had|owned|used to (?:own|do|run|handle)|previously (?:owned|did|ran))|who was (?:it )?before|^who decided (?:who (?:owns|does|runs)|on the owner of)',
      '^when (?:did|was|were)(?= (?:[a-z0-9]+ ){1,8}(?:assigned|handed over|reassigned|taken over|take over|took over|become the owner|change hands|changed hands|move to|moved to|accepted|accept))',
    ),
  },
  {
    facet: 'next_review',
    points: words(
      'how long (?:is|are|does|will)(?: (?:that|this|it|they|the))*(?: [a-z]+)? (?:ok|okay|valid|good|accepted|agreed|fine|last|hold)(?: for)?|last (?:done|tested|verified|confirmed|touched|updated|tried)|(?:next |the next )?(?:re ?)?(?:reviews?|reviewed|checks?|checked|checking|visit(?:ed)?|re ?confirm(?:ed)?|revisit(?:ed)?|reassess(?:ed)?|reconsider(?:ed)?|renewal)(?: (?:date|due|again|next))?',
      '(?:by|on|at) (?:what|which) (?:date|day|time)|confirm(?:ed)? again|(?:up|due|coming up|comes? up|in line) for (?:a |an |another )?(?:review|discussion|renewal|check|re ?confirmation|debate)(?: again| soon| next)?|(?:look(?:s|ing)?|talk(?:s|ing)?|think(?:s|ing)?|goes|go(?:ing)?) (?:at|about|over) (?:this|that|it|the)(?: arrangement| setup| matter| question)? (?:again|next|anew)|over ?due|late for review|last (?:looked at|reviewed|checked|review|check)|whens?(?: is| s)?(?: (?:that|it|this|they|its|one|thing))* (?:up|due|over|next|again)(?: (?:for (?:review|renewal)|again|next))?|look(?:ed|ing)? at (?:that|it|this|them|again|next)+|whens?(?: is| will| do| does| are| s| should)?(?: [a-z]+){0,4} (?:due|again|next|up)|due(?: (?:date|for|when|again|soon|already|now|next))?|check ?ups?|expir(?:y|es|e)|how often|next date|come up again|comes up again|valid until|(?:until|till|til|by) when|up again|expiry date|end date|deadline|(?:how long|how much (?:time|longer)) (?:until|till|before)(?: (?:someone|somebody|anyone|we|they|you))?(?: [a-z]+)?|temporary|for good|permanent(?:ly)?',
    ),
    names: words(
      '(?:next|upcoming) (?:review|check)(?: date)? (?:of|for|on|due for)|when is the (?:next )?(?:review|check) (?:of|for|on)|how often (?:is|are|do we) (?:review(?:ed)? |check(?:ed)? )?',
      '^(?:and )?(?:when|by when)(?: is| are| will| do| does| s| should)?(?= (?:[a-z0-9]+ ){1,8}(?:reviewed|review|re ?checked|up for review|due|looked at|revisited|revisit))|(?:next )?(?:reviewed|re ?checked|up for (?:a )?review|due for (?:a )?(?:review|check)|revisited)(?: next| again)?$',
    ),
  },
  {
    facet: 'reason',
    points: words(
      '(?:is |was )?(?:that |it |this )?(?:written|laid|set) down(?: (?:anywhere|somewhere))?|written|in writing|(?:in|under|part of|according to) (?:the|our|their|a|which|any) (?:contract|agreement|sla|policy)|(?:in|on|put (?:it |that )?in) (?:writing|paper)|(?:the |an? |any )?(?:argument|case|point|sense|idea|excuse|merit) (?:for|in|of|behind|against)(?: (?:leaving|having|keeping|giving|doing|putting|letting))?|(?:what )?(?:speaks|spoke) (?:for|against|in favou?r of)|in favou?r(?: of)?|advantages?|benefits?|pros|(?:should|could|shouldnt|couldnt) (?:we|i) (?:not )?(?:do|run|handle|have|keep)(?: (?:it|that|this))? (?:ourselves|myself|in house|internally)|(?:is there|do we have|have we(?: got)?) (?:an? |any )?(?:document|paper|contract|record|proof|agreement)(?: (?:that|which) (?:says|proves|shows)(?: so| that| it)?)?|contract(?:ual|ually)?|documented|why(?: on earth| in the world| the hell)?|reasons?|how come|rationale|reasoning|thinking|logic|justification|justify|on what grounds|grounds|basis|based on what|what for|wherefore|how did (?:that|this|it|they|we) (?:end up|come about|happen|get)|explain|background|motivation|whats behind|what is behind|what made',
    ),
    names: words(
      `^(?:and |but |so )?(?:why|how come)(?: (?:is|are|does|do|did|was|were|has|have|s))?(?= (?:[a-z0-9]+ ){1,9}${OWNING})|(?:whats|what is|what was) the (?:reason|rationale|thinking) (?:for|behind|that)|^why(?= .{1,60} (?:and not|instead of|rather than))`,
    ),
  },
  {
    facet: 'status',
    points: words(
      '(?:status|state|health|condition|shape|progress)|(?:do|does|did) (?:[a-z]+ ){1,3}(?:know|realise|realize|understand|see)(?: (?:it|that|this))*(?: (?:is|its|s))? (?:theirs|its|his|hers|job|job is theirs)|(?:set|carved|written) in stone|(?:manag|cop|struggl|keep)ing(?: up)?(?: (?:alright|ok|okay|fine|well))?|on top of|in (?:a )?(?:good|bad|poor|fine) (?:state|shape|condition|health)|work(?:s|ed)?(?: (?:well|ok|fine))?|wrong|(?:green|red|amber)(?: or (?:green|red|amber|yellow))?|(?:a )?mess(?:y|ed up)?|disaster|any good|happy|complain(?:ts?|ed|s|ing)?|performance|quality|satisfied|reliable|reliably|assumption|just assumed|assumed|certain|any (?:concerns?|worries|trouble)|accept(?:ed|s)?|agree(?:d|s)?|confirm(?:ed|s)?|acknowledg(?:ed?|es)|official|settled|signed(?: off)?|sign off|approved|certain|final|firm|pencilled|disputed|contested|on track|still (?:good|ok|okay|fine|the case|with|doing|has|have|own|owns|theirs|there|here|in charge)|(?:has|have|hasnt|havent|did|didnt) (?:[a-z]+ ){0,2}(?:left|gone|quit)|up to date|current|valid|still (?:right|true|correct|current|valid)|(?:is|are|was)(?: [a-z]+){0,2} (?:sure|right|correct|true)|do they know|said yes|say yes|said ok|agreed to|sure(?: about)?|really|seriously|positive|resolved|sorted(?: out)?|cleared up|up in the air|pending|everything (?:ok|okay|fine|good|alright)|fine|left|leave|allowed|permitted|are they aware|aware of|happy with',
      'how(?: is|s| are| does| do|re)?(?: [a-z]+){0,3} (?:going|doing|working|running|look|looking|performing|coping|perform|getting on|do|fare)|hows (?:it|that|this)|(?:going|doing|working|running) (?:well|ok|okay|fine|badly|wrong|smoothly|alright)|going|behind|healthy|failing|broken|in good|any (?:problems|issues|trouble|good)|problems|issues|good at it|working|(?<!as )well|ok or|trouble',
    ),
    names: words(
      '(?:whats |what is |show (?:me )?)?(?:the )?(?:status|health|state) (?:of|for|on)',
      '^(?:and )?(?:is|are|has|have|did|was|were|does)(?= (?:[a-z0-9]+ ){1,8}(?:accepted|agreed|confirmed|acknowledged|disputed|overdue|settled|healthy|accept|confirm|signed off|going|running smoothly|working well|in good shape|on track))',
      '(?:going|doing|working|running|done|handled) (?:well|ok|okay|fine|badly|smoothly|alright|or not)$|in good shape$|on track$|^(?:and )?how(?: is|s| are) (?=(?:[a-z0-9]+ ){1,6}(?:going|doing|coming along|getting on)$)',
    ),
  },
];

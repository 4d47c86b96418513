// Words that are not about any task: grammar, the frame of a question, and everyday English.
import { stemOf } from './words.ts';

const FRAME_MARK = '·';

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Grammar: means nothing in a question or in a task's name. */
export const GRAMMAR = list('a an and of or our the this these those to for my your their');

/**
 * What questions are wrapped in: "who do I ask about …", "… is broken, please help". Such a word may still
 * meet a task's name ("on call", "help desk", "make me admin"), but left over it does not count against a task.
 */
export const FRAME = list(`
  who whos whom whose what whats which where wheres when whens how hows why whichever whoever
  i im ive id ill me mine myself we us were weve ours you youre yours he she they them theyre it its his her
  that thats there theres here heres
  am is are was be been being do does did done doing dont doesnt didnt has have had having hasnt havent
  can could cant cannot couldnt will would wont wouldnt shall should shouldnt may might must ought
  not no yes nope ok okay never
  in on at by with without about from into onto up out off over under after before during around between
  as than then so but if because while since until per via re regarding concerning
  hi hello hey hiya dear morning afternoon evening good day thanks thank thx ta cheers please pls plz kindly
  regards sincerely sorry excuse folks guys all everyone everybody team anyone anybody someone somebody
  any some just also too very really quite only even still again already yet ever always usually exactly actually
  now today tonight tomorrow yesterday currently moment nowadays
  know knows tell say says think guess wonder wondering find figure idea clue see
  own owns owner owners owned owning ownership responsible responsibility responsibilities accountable
  accountability charge incharge handle handles handled handling manage manages managed managing
  look looks looking looked take takes taking took taken care cares caring deal deals dealing dealt
  cover covers covering lead leads leading run runs running ran maintain maintains maintaining
  decide decides deciding write writes writing prepare prepares preparing provide provides providing
  perform performs tell tells told says gave gives keeps arrange arranges allow allowed able carry carries
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august
  september october november december pm
  job jobs duty duties role person people guy bloke somewhere department dept side belong belongs
  ask asks asking talk talking speak speaking contact contacting reach turn go goes going get gets getting got
  need needs needed needing want wants wanted wanting wish like would let lets give gives use uses using used
  make makes making made put puts keep keeps keeping
  come comes happen happens happened happening supposed meant
  help helps helping question questions query problem problems issue issues trouble matter matters
  stuff thing things something anything everything topic subject area task tasks regard
  work works working worked broken broke fix fixes fixed fixing sort sorts sorted sorting
  slow down stuck error errors fail fails failed failing wrong weird urgent urgently asap immediate quickly
  company companys organisation organization firm business
  担当 当者 責任 任者 誰 です でしょ しょう ですか でしょうか おしえて 教 えて ください 教えて
  wer wen wem wessen was welche welcher welches betreut kuemmert kummert zustandig zustaendig verantwortlich verantwortet
  fur fuer die der das den dem des ein eine einen sich um bei uns unsere unser unseren ist sind gehort macht bitte ich
  wir wo
  quien quienes lleva llevan encarga ocupa ocupan gestiona atiende responsable cual el la los las un una del nuestro
  nuestra nuestros es son para por se que donde
  qui quoi quel quelle occupe gere charge responsables le les du des au aux un une notre nos chez nous est sont pour
  sur ou soccupe couvre cubre gerent soccupent
`);

/**
 * Ordinary English that may sound or look like a task. Such a word is never "corrected" into a task's word
 * (leave → leaver), and one alone is no proof when it is only a part of a name (pool → pool laptop).
 */
export const EVERYDAY = list(`
  accident account actor address adult advice agree air airport alarm album animal answer apartment apple
  appointment article arm art aunt author autumn average baby babysitter back bad bag bake ball band bank bar
  bath battery beach bean bear beat beautiful bed bedroom beef beer best better bicycle big bike bill bills bird
  birth birthday bite black blood blue board boat body bone book books boss bottle bottom bowl box boy branch
  bread break breakfast bridge bright bring brother brown brush build building bus butter button buy cake call
  calls camera cameras camp capital car card cards carpet carrier cars case cash cat catch catering cats cell
  center chair chance change chart cheap check cheese chicken chief child children choose christmas church city
  class classes clean cleaner cleaning clear climate clock close closed closest clothes club coach coast coat
  coffee coin cold college color colour cook cooking cooler cost count country couple course court cousin
  coverage cow cream credit cross crowd cup customer cut dance dark data date daughter dead dear death deep
  dentist design desk dinner dish dishwasher district doctor dog dogs door doors dress drink drive driver
  driving dry duck each ear early earth east easy eat egg eggs eight eleven emergency energy engine english
  enjoy enough event expense expenses eye face fair fall family famous far farm fast father feel feet field
  fight film fine finger fire first fish fit five flag flat flight floor flower flowers fly food foot football
  forest fork forget forward four fox free freezer fresh fridge friend friends front fruit fuel full fun
  funny furniture game games garden gas generator gift girl glass glasses glove gloves goal gold golf grand
  grass gray great green ground group grow guest guests guitar gun gym hair half hall hand hands happy hard hat
  head health hear heart heat heating heavy height hero high hill history hobby hold hole holiday holidays home
  honey horse hospital hot hotel hour hours house hungry hurt husband ice immediately inch insurance iron island
  jacket jam join joke juice jump keep key keys kick kid kids kill kind king kiss kitchen knee knife lake lamp
  land language large late laugh law leaf learn lease leave left leg legal lemon lens lesson letter level library
  lid life lift light lights line lion lip list lists live load loan local lock long lose lost lot love low luck
  lunch machine magazine mail main male mall man many map mark market marriage match meal mean meat media
  medicine meet meeting meetings member menu message metal microwave middle milk mind minute mirror miss model
  money month moon more mortgage mother motivation mountain mouse mouth move movers movie much museum music nail
  name narrow nature near neck neighbor new news newspaper next nice night nights nine noise noon normal north
  nose note notice number numbers nurse ocean offer office officer old one onion open orange order other oven
  overtime page pain paint paper parent parental parents park parking part partner parts party pass past path
  pay payment payroll payslip pen pencil pension pepper performance permit pet phone phones photo piano pick
  picture piece pig pilot pin pink pizza place plan plane planet plans plant plants plate play player plenty
  plumber point police pool poor popular port post potato pound power present president press pretty price prince
  print prize product program promotion puppy purple push quarter queen quiet quote quotes race radio rain
  rank rate read ready real recipe recruit recruiting red refund remember rent repair report reports restaurant
  rice rich ride right ring river road rock roof room rooms rose round route row rule rules sad safe safety salary
  salad sale sales salt same sand save school science score scores screen sea seat second secret seed send
  sensor seven shade shape share sharp sheep sheet ship shirt shoe shoes shop shore short shot show shower sick
  sign silver sing singer sister site sites sit size skill skin skirt sky sleep small smart smell smoke snack
  snow soap social sock sofa soft soil song soon sound soup south space spare spoon sport sports spring staff
  stage stair stairs stamp stand star start state stationery station stay step stone stop store storm story
  street stress strong student style sugar suit summer sun supply supplies support sure swim table tail talk tall
  tax taxi tea teach teacher ten tennis test text thick thin three throw ticket tie tight time tip tips tire title
  toast toilet tomato tool tooth top touch towel tower town toy track trade traffic train training transport
  travel tree trees trip truck true trust try two type uncle uniform university upgrade vacation van vegetable
  video view village visit visitor voice wait walk wall wallet war warm warranty wash watch water way weak wear
  weather web wedding week weekend weight west wet wheel white wide wife wild win wind window windows wine wing
  winner winter wire wise woman wood word words world worry write yard year years yellow young zero zoo
`);

/** What people do to a thing. In a question the thing says more: "who orders toner" is about toner. */
export const DEEDS = list(`
  add adds adding administer administers allocate approve approves approving assign assigns book books build
  builds buy buys buying call calls change changes changing chase chases check checks checking clean cleans
  close closes configure configures coordinate coordinates create creates creating delete
  deletes deliver delivers design designs edit edits enable enables give hand hands increase install installed
  installs invite invites issue keep move moves moving open opens order orders ordering organise organises
  organize organizes own pay pays perform pick picks place places plan plans print prints receive remove
  removes renew renews repair repairs replace replaces request requests reset resets review reviews send sends
  sent set sets setting sign signs start starts stop stops switch track tracks turn update updates updating
  upgrade upgrades wash washes watch watches watching
`);

/** What a word is compared by. A frame word only meets itself: "team" is not Teams, "manage" no "management". */
export function termOf(word: string): string {
  return FRAME.has(word) ? `${FRAME_MARK}${stemOf(word)}` : stemOf(word);
}

/** The term of two words written as one. Its own short way to drop endings: names have many pairs, and stemming is slow. */
export function joinedTerm(joined: string): string {
  return `+${joined.replace(/(?:ings?|ers?|e?s|ed?)$/, '')}`;
}

export function isFrameTerm(term: string): boolean {
  return term.startsWith(FRAME_MARK);
}

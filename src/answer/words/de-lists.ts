// German words of list questions.
import { every, type ListWords, type SinceWords, words } from './shape.ts';

const NO = '(?:niemand(?:en|em)?|keine[rnsm]?|kein|nicht|ohne|nie|fehlt|fehlende?)';
const NIGHT =
  '(?:nachts|(?:in der|bei|uber) nacht|am (?:wochenende|abend|samstag|sonntag)|samstags|sonntags|an wochenenden|wochenends|abends|ausserhalb der (?:arbeits|buro|geschafts)zeit(?:en)?|(?:an |am )?feiertage?n?|nach feierabend)';

export const deLists: ListWords = {
  cues: words(
    'liste|listen|wofur|worum|alles|alle|jede[rsn]?|was|welche[rsnm]?|wie ?viele?|aufgaben?|sachen|themen|lucken?|locher|mein[es]?|meine[rnsm]?|zeig|zeige|zeigen|wo|uberfallig(?:e)?|projekte|zustandigkeiten|gib|gibt|bin ich',
  ),
  many: /^(?:(?:und|bitte|zeig|zeige|liste|gib|mir|uns|alle) )*(?:wie ?viele|(?:(?:welche[rn]?|alle|unsere|meine|die) )*(?:aufgaben|lucken|themen))(?![^ ])/u,
  count: words('wie ?viele?|anzahl'),
  overview: words(
    'wer (?:hat|macht) (?:die |am )?(?:meisten?|wenigsten)(?: (?:aufgaben|zu tun|arbeit))?|wer (?:macht|betreut|hat) was|(?:alle|liste aller|wie viele) (?:aufgaben|zustandigkeiten)(?: gibt es)?|die (?:ganze|komplette|gesamte) (?:matrix|liste)',
  ),
  asksOwner: words('wer|wem|wen|wessen'),
  complaint: words(
    '^(?:alles|nichts|mein|meine|der|die|das|unser|unsere) (?:[a-z]+ ){0,4}(?:ist|sind|geht|gehen|lauft|funktioniert|hangt|streikt)',
    'ich kann|ich habe?|geht nicht|gehen nicht|was (?:mache|tun|tue)',
  ),
  absence: every(
    'passiert|hangt|hangen|steht|stehen|fallt|wenn|falls|ohne|ausfallt|fehlt|weg|krank|geht|ist|liegen|bleibt|urlaub|abwesend',
  ),
  polite: words(
    '(?:kannst|konnen|konntest) (?:du|sie)(?: mir)?(?: (?:zeigen|sagen))?|ich (?:brauche|mochte|will|hatte gern)(?: (?:sehen|wissen))?|(?:zeig|zeige|sag|gib|liste)(?: (?:mir|uns))?|fur uns|haben wir',
  ),
  without: words(
    'nicht (?:bei|beim|von|vom|im|in|zu|zum|zur)|ausser(?! ?halb)|bis auf|abgesehen von|mit ausnahme (?:von|der|des)|ohne die|statt|anstatt',
  ),
  not: words('nicht'),
  lacks: words('nicht(?: (?:macht|hat|betreut|verantwortet|ubernimmt|abdeckt|machen|haben))?$'),
  orders: {
    oldest: words('(?:die |der |das )?altest(?:e|en|er|es)(?: zuerst)?|am langsten(?: offen)?'),
    newest: words('(?:die |der |das )?neu(?:e)?st(?:e|en|er|es)(?: zuerst)?'),
  },
  standsIn: words(
    '(?:als )?(?:stell)?vertret(?:ung|er|erin)(?: (?:fur|von|bei))?|vertrete|vertritt|springe? ein',
  ),
  filters: [
    {
      words: words(
        '(?:akzeptierte[rn]?|hingenommene[rn]?) (?:lucken?|risiken)|(?:lucken?|risiken)(?: (?:haben|die|wir|sind|wurden|bewusst))* (?:akzeptiert|hingenommen|in kauf genommen)|bewusste[rn]? lucken?',
      ),
      gives: { status: 'accepted gap' },
    },
    {
      words: words(
        `${NO}(?: (?!zustandig|verantwortlich|besitzer)[a-z]+){0,4} ${NIGHT}`,
        `${NIGHT}(?: [a-z]+){0,3} ${NO}(?: (?:abgedeckt|besetzt|betreut|zustandig|da))?`,
        `ohne (?:nacht|wochenend)(?:abdeckung|bereitschaft|dienst)`,
      ),
      gives: { nights: 'uncovered' },
    },
    {
      words: words(
        `${NIGHT} (?:abgedeckt|besetzt|betreut)|mit (?:nacht|wochenend)(?:abdeckung|bereitschaft|dienst)`,
      ),
      gives: { nights: 'covered' },
    },
    {
      words: words(
        '(?:(?:nur )?(?:an|bei|von) )?(?:nur )?eine[rm]? (?:einzigen |einzelnen )?person(?: (?:hangt|hangen|abhangig))?|ohne (?:vertretung|stellvertretung|stellvertreter|vertreter|backup)|keine[n]? (?:stell)?vertret(?:ung|er)|kopfmonopole?|single points? of failure',
      ),
      gives: { single: true },
    },
    {
      words: words(
        '(?:noch )?(?:keiner|niemand|keine[rs]?)(?: [a-z]+){0,2} (?:angenommen|akzeptiert|bestatigt|zugesagt)|(?:noch )?(?:anzunehmen|zu bestatigen)|warte[nt]? auf (?:annahme|bestatigung)|(?:noch )?(?:nicht|un) ?(?:akzeptierte?|angenommene?|bestatigte?n?|akzeptiert|angenommen|bestatigt)|unbestatigte?',
      ),
      gives: { status: 'assigned' },
    },
    {
      words: words(
        'uberfallige?[nrs]?(?: (?:prufungen|uberprufungen|reviews))?|(?:prufung|uberprufung|review)(?:en)? (?:ist |sind )?uberfallig',
      ),
      gives: { overdue: true },
    },
    {
      words: words('nicht (?:zutreffend|anwendbar|relevant)'),
      gives: { status: 'not applicable' },
    },
    {
      words: words(
        'verwaiste?[nrs]?|(?:verantwortliche[rn]? )?(?:ist )?(?:weg|gegangen|ausgeschieden)(?: ist| sind)?',
      ),
      gives: { status: 'orphaned' },
    },
    {
      words: words(
        '(?:gibts|gibt es|haben wir|ist)? ?(?:streit|uneinigkeit)(?: (?:daruber|daran))?(?: wer (?:zustandig|verantwortlich)(?: ist)?)?|uneinig|strittige?[nrs]?|umstrittene?[nrs]?|umstritten|im streit',
      ),
      gives: { status: 'disputed' },
    },
    {
      words: words('unbekannte?[nrs]?|nicht erfasste?|nicht erfasst'),
      gives: { status: 'unknown' },
    },
    {
      words: words(
        '(?:lauft|laufen|geht|gehen)? ?(?:schlecht|nicht gut|schief|kaputt|nicht rund)(?: (?:lauft|laufen))?|problematische?',
      ),
      gives: { health: 'failing' },
    },
    {
      words: words('(?:lauft|laufen) (?:gut|rund)|gut (?:lauft|laufen)'),
      gives: { health: 'well' },
    },
    {
      words: words(
        'unwichtige?[nrs]?|(?:mit )?(?:niedrige[rn]?|geringe[rn]?) (?:prioritat|wichtigkeit)',
      ),
      gives: { importance: 'low' },
    },
    {
      words: words(
        'kritische?[nrs]?|(?:sehr )?wichtige?[nrs]?|wichtigsten|(?:mit )?hohe[rn]? (?:prioritat|wichtigkeit)',
      ),
      gives: { importance: 'high' },
    },
    {
      words: words(
        '(?:niemand(?:en|em)?|keiner)(?: (?:ist|hat|macht|zustandig|gehoren|gehort|betreut|verantwortlich|kummert|sich|verantwortet|ubernimmt|fuhlt))*|(?:ohne|keine[nr]?|fehlende[rn]?) (?:verantwortliche[nr]?|zustandige[nr]?|besitzer|eigentumer|zustandigkeit|owner|namen)|lucken?|locher|herrenlose?|nicht zugeordnete?|nicht zugewiesen|unbesetzte?',
      ),
      gives: { status: 'nobody' },
    },
    { words: words('bestatigte?n?'), gives: { status: 'confirmed' } },
    { words: words('geteilte?[nrs]?|geteilt|gemeinsame?[nrs]?|teilen'), gives: { shared: true } },
    { words: words('strategische?[nrs]?'), gives: { kind: 'strategic' } },
    {
      words: words('operative?[nrs]?|laufende[nr]?|regelmassige?'),
      gives: { kind: 'operation' },
    },
    { words: words('projekte?n?|projektaufgaben'), gives: { kind: 'project' } },
  ],
  sides: {
    msp: words(
      '(?:der |dem |den |unser |unserem )?(?:(?:it )?dienstleisters?|msp|provider|systemhaus(?:es)?|anbieter)',
    ),
    internal: words(
      'intern(?:e[nrs]?)?(?: it)?|inhouse|in house|im haus|wir(?: selbst)?|selbst|selber|bei uns|unsere (?:eigene )?it|eigene[ns]? (?:it|team|leute)',
    ),
    vendor: words(
      '(?:externe[nr]? )?(?:lieferanten?|hersteller[n]?|drittanbieter[n]?|vendors?)|dritte[nr]?',
    ),
  },
  mine: words('mein|meine[nrsm]?|meins|ich|mir|mich'),
  narrows: words('^(?:und|nur|jetzt|davon|was ist mit|und was ist mit)'),
  areas: {
    security: 'sicherheit|it sicherheit',
    cloud: 'cloud',
    devices: 'gerate[n]?',
    support: 'support',
    administration: 'administration|verwaltung|admin',
    vendors: 'lieferanten?|hersteller',
    projects: 'projekte?n?',
    strategic: 'strategie|strategische?[nrs]?',
  },
  areaBefore: '(?:in|im|fur|beim|bei)(?: der| dem| den| die| das)?(?: bereich)?',
  areaAfter: '(?:bereich|teil|seite|themen)',
  areaTasks: '(?:aufgaben|themen)',
  areaIs: '(?:bereich|thema|rubrik)',
  joins: ' (?:und|oder|sowie) (?:in |im |bei |beim )?(?:der |dem |den |die |das )?',
  unknownName: [
    /(?:^| )was (?:macht|hat|betreut|verantwortet) (?<name>[a-z0-9]+(?: [a-z0-9]+)?)$/u,
  ],
};

export const deSince: SinceWords = {
  changed: words(
    '(?:hat sich |haben sich |wurde |wurden )?(?:alles )?(?:geandert(?:e|en)?|gewechselt|anderungen|neu)',
  ),
  relative: [
    { words: words('(?:seit )?heute'), back: 0 },
    { words: words('(?:seit )?gestern'), back: 1 },
    { words: words('(?:seit |in der )?(?:letzte[rn]? woche|vergangene[rn]? woche)'), back: 7 },
    {
      words: words('(?:seit |im )?(?:letzte[nm] monat)|kurzlich|neulich|in letzter zeit'),
      back: 30,
    },
    { words: words('diese woche'), back: 'week' },
    { words: words('diesen monat'), back: 'month' },
    { words: words('(?:dieses|diesem) quartal'), back: 'quarter' },
    { words: words('dieses jahr'), back: 'year' },
  ],
  last: /(?:(?:in|seit|vor) )?(?:den |der )?(?:letzten )?(?<count>\d{1,3}) (?:(?<days>tagen?)|(?<weeks>wochen?)|(?<months>monaten?))/u,
  since: words('seit(?: dem)?|ab(?: dem)?|nach(?: dem)?'),
};

// German; umlauts are plain vowels in plain text.
import { deLists, deSince } from './de-lists.ts';
import { every, exactly, type Words, words } from './shape.ts';

const NIGHT =
  '(?:nachts|(?:in der|bei|uber) nacht|am (?:wochenende|abend|samstag|sonntag)|samstags|sonntags|an wochenenden|wochenends|abends|ausserhalb der (?:arbeits|buro|geschafts)zeit(?:en)?|(?:an |am )?feiertage?n?|nach feierabend)';

export const de: Words = {
  language: 'de',
  spaces: true,
  common:
    /(?<![\p{L}\p{N}])(?:wer|was|welche[rsnm]?|wie|wieviele|wem|wen|der|die|das|den|dem|des|und|ist|sind|nicht|ein|eine|einen|mein|meine|meinen|unser|unsere|bei|beim|mit|von|vom|fur|fuer|auf|im|zu|zum|hat|haben|gibt|es|alles|alle|seit|warum|wann|wo|niemand|kein|keine|keinen|ohne|ich|wir|er|sie|dienstleister|aufgaben?|zeig|zeige|nachts|danke|hallo|auch|an|am)(?![\p{L}\p{N}])/gu,
  talk: [
    {
      says: 'hello',
      words: exactly(
        '(?:hallo|hallochen|moin(?: moin)?|servus|gruss gott|guten (?:morgen|tag|abend)|tag|hey|hi|gruezi|morgen)(?: (?:remit|bot|zusammen|alle|du|nochmal))*',
      ),
    },
    {
      says: 'well',
      words: exactly(
        '(?:hallo |hi |na )?(?:wie gehts(?: dir)?|wie geht es dir|alles (?:klar|gut)|was geht|na)',
      ),
    },
    {
      says: 'friday',
      words: exactly(
        '(?:schones wochenende|schonen (?:tag|feierabend|abend)|frohe (?:weihnachten|ostern)|mahlzeit)(?: .{1,20})?',
      ),
    },
    {
      says: 'thanks',
      words: exactly(
        '(?:(?:ok|super|alles klar|perfekt|prima|gut) )?(?:(?:vielen|herzlichen|besten|tausend|lieben) )?dank(?:e|eschon)?(?: (?:schon|dir|sehr|fur (?:die|deine) (?:hilfe|antwort|info)|remit))*',
        'perfekt|super|prima|toll|klasse|verstanden|alles klar|sehr (?:gut|hilfreich)|passt',
      ),
    },
    {
      says: 'bye',
      words: exactly(
        'tschuss|tschau|ciao|auf wiedersehen|bis (?:bald|morgen|spater|dann)|gute nacht|schonen feierabend|ade|servus',
      ),
    },
    {
      says: 'bot',
      words: exactly(
        'bist du (?:ein |eine |ein echter |echt )?(?:bot|roboter|mensch|maschine|ki|person|echt)(?: oder .{1,30})?|ist da (?:jemand|wer)|wie heisst du',
      ),
    },
    {
      says: 'useless',
      words: exactly(
        '(?:du bist|das ist|der bot ist|so ein|wie)? ?(?:echt |total |vollig |ein |so )*(?:nutzlos|dumm|doof|blod|schlecht|mist|unbrauchbar|quatsch|scheisse)(?:er bot)?|du (?:nervst|verstehst nichts|kannst nichts|hilfst (?:mir )?nicht)|so ein mist',
      ),
    },
    {
      says: 'laugh',
      words: exactly('(?:ha ?){2,20}|(?:hi ?){2,20}|lol|witzig|erzahl(?: mir)? (?:einen|nen) witz'),
    },
    {
      says: 'test',
      words: exactly('test|testing|ein test|nur ein test|geht das|funktioniert das'),
    },
    {
      says: 'never mind',
      words: exactly(
        'egal|vergiss es|schon gut|nicht so wichtig|hat sich erledigt|erledigt|nichts|sorry|entschuldigung|lass gut sein',
      ),
    },
    {
      says: 'okay',
      words: exactly(
        'ok|okay|gut|ja|nein|nee|klar|aha|ach so|achso|stimmt|genau|na gut|in ordnung',
      ),
    },
  ],
  help: exactly(
    'hilfe|hilf mir|was kannst du(?: (?:alles|so|fur mich tun))?|was kann ich (?:dich )?fragen|wie (?:funktioniert (?:das|dies|der bot)|geht das)|wer bist du|was bist du|was ist das(?: hier)?|was machst du',
  ),
  frame: every(
    'wofur worum aber aktuell alle allem allen aller alles als also an auch auf aufgabe aufgaben aus bei beim bereich bereiche bereichs bis bitte da das dass dazu de dem den denen denn der deren des die dies diese dieser dieses ding dinge doch du durch ein eine einem einen einer einige er es etwas fallen fallt fur fuer ganz ganze gehoren gehort gerade gerne gib gibt haben hat haut her hier ich ihr im immer in insgesamt ist ja jede jeden jeder jedes jetzt kann kannst komplette konnen kummern kummert laufen lauft liegen liegt liste listen mach machen macht mal man mehr mir mit momentan nach noch nun nur ob oder offen offene per punkte sache sachen sag sehen sein seit sich sie sind so sonst stehen steht themen thema uber ubernimmt um und uns unser unsere unserem unseren unserer verantwortet verantwortlich verantwortlichkeit verantwortlichkeiten verantwortung vom von vor wann war was weiss welche welchem welchen welcher welches werden wie wieviel wieviele wird wir wo zeig zeige zeigen zu zum zur zustandig zustandigkeit zustandigkeiten erledigt erledigen betreut betreuen derzeit gesamte wissen will mochte brauche bekommen hatte viele listet auflisten auf teil gar hallo danke eigentlich unter seite allein',
  ),
  spelled:
    'zustandig zustandigen niemand uberfallig verwaist strittig sicherheit projekte dienstleister gerate telefon nummer vertretung wochenende nachts aufgaben lucken prufung'.split(
      ' ',
    ),
  pointing: every(
    'wann seit wieder nachste nachstes aber an auch auf aus bei bin bist da damit dann das dass dafur dazu dem den denn der des die dies diese diesem diesen dieser dieses doch du ein eine einen einer er es etwas fur fuer gerade geht gibt haben hat hier ich ihm ihn ihnen ihr ihre ihren im in ist ja jemand jetzt kann kannst konnen machen macht mal man mein mich mir mit nach nicht noch nun ob oder ok person sache schon sein seine seinen sich sie sind so sonst steht tun um und uns von vom war waren warum was wem wen wenn wer werden wie wieso wird wir wo wohl zu zum zur zustandig verantwortlich macht ubernimmt kummert aufgabe team dienstleister eigentlich denen derjenige nur bitte danke selbe gleiche gut genau uhr tag tage mehr mich dich sollte soll sollen muss mussen will wollen wolltest wurde wurden gewesen immer mal eben halt ganz sehr schon mir dir irgend irgendwer irgendwo irgendwie irgendeiner jemanden jemandem niemand keiner dort dahin drauf dran dazu daran darum darauf damals jetzt bald eher anders sowas solche welche welcher welches uberhaupt denn damit hatte hatten gab gebe gehabt worden bleibt bleiben kommt kommen lassen lasst sagt sagen sag meinst meine meinen glaube denke frage fragen antwort danke okay alles klar super leute firma kollege kollegen person personen situation fall regelung',
  ),
  pronouns: words('das|dies|es|er|sie|ihn|ihm|ihnen|ihr|ihre|ihren|die|der|denen|dafur|da|davon'),
  facets: [
    {
      facet: 'backup',
      points: words(
        '(?:wer )?(?:springt|spring|springen|einspring(?:en|t))(?: [a-z]+){0,2}(?: ein)?|einspringt?|aushilfe|aushelfen|(?:jemand|wer) ander(?:s|er|em|en|es)|(?:sind|ist) (?:die|der|er|sie|das) (?:gerade |mal )?(?:nicht da|weg|krank|im urlaub|ausgelastet)|(?:geht|rangeht|abhebt|antwortet|meldet|reagiert) (?:da )?(?:keiner|niemand)(?: ran)?|(?:keiner|niemand) (?:ran ?geht|abhebt|antwortet|reagiert|rangeht|sich meldet)|vertret(?:ung|er|erin|en)|stellvertret(?:er|erin|ung)|vertritt|ersatz|back ?up|springt(?: .{1,10})? ein|(?:wenn|falls|wahrend) (?:[a-z]+ ){0,3}(?:nicht da|weg|krank|im urlaub|urlaub(?: hat)?|abwesend|ausfallt|fehlt|nicht erreichbar)(?: (?:ist|sind|hat|haben))?|abwesenheit|urlaubsvertretung|(?:und )?(?:im|bei) urlaub|im urlaub|krank|wenn (?:niemand|keiner)(?: .{1,15})?|wer (?:noch|sonst)|zweite[rn]?',
      ),
      names: words(
        '(?:wer ist (?:die |der )?|gibt es (?:eine |einen )?)?(?:stell)?vertret(?:ung|er|erin) (?:fur|von|bei|des|der)|wer vertritt',
      ),
    },
    {
      facet: 'contact',
      points: words(
        '(?:haben|gibt|hat) (?:die|der|es|er|sie) (?:da )?(?:eine |ein )?(?:nummer|telefon|mail|chat|postfach)|(?:ticket|chat|postfach|briefkasten)(?: (?:aufmachen|schreiben|eroffnen))?|wohin (?:schreibe|wende|muss|kann|soll)(?: (?:ich|wir|man))?(?: mich)?|wende ich mich|(?:an )?wen (?:frage|spreche|rufe|schreibe|kontaktiere)(?: (?:ich|wir))?(?: (?:da|an))?|sprechzeiten|nummer|sprechen|melden|(?:wie )?(?:erreiche?|kontaktiere?|erreicht|erreichbar|anrufen|schreiben|kontakt|kontaktdaten)|(?:rufe?|ruft|rufen) (?:ich|wir|man)(?: (?:da|dort|dann|denn|hier))?(?: an)?|(?:telefon|handy|durchwahl|ruf)?nummer|telefon|durchwahl|mail(?:adresse)?|e ?mail(?: ?adresse)?|hotline|adresse|ansprechpartner|kontaktieren|offnungszeiten',
      ),
      names: words(
        'wie (?:erreiche|kontaktiere) ich(?: den| die| das)?|(?:was ist )?(?:die |welche )?(?:telefon|handy)?nummer (?:fur|von|vom)|(?:mailadresse|kontakt) (?:fur|von|vom)',
      ),
    },
    {
      facet: 'after_hours',
      points: words(
        NIGHT,
        '(?:am |an )?(?:samstag|sonntag|feiertag)(?:e|en|s)?|(?:an |uber )?(?:weihnachten|silvester|ostern|neujahr)|(?:um|nach) (?:drei|vier|funf|sechs|sieben|acht) uhr(?: (?:morgens|fruh|nachts|abends))?|wenn (?:das buro|alle|die) (?:zu|geschlossen|schon|weg)(?: (?:ist|hat|sind|haben))?|mitten in der nacht|fruhmorgens|(?:am )?fruhen? morgen|nacht|nachte|wochenenden?|samstags?|sonntags?|feiertage?n?|bereitschaft|rufbereitschaft|abends?|rund um die uhr|spat|(?:nach|ab) \\d{1,2}(?: uhr)?|um \\d{1,2} uhr(?: (?:nachts|morgens))?',
      ),
      names: words(
        `(?=${NIGHT})(?<=^(?:und )?(?:an |mit |bei )?we[rmn] (?:[a-z0-9]+ ){1,8})${NIGHT}(?! (?:wenn|falls|weil))`,
        `(?=${NIGHT})(?<=^(?:und|auch)(?: fur| bei)?(?: [a-z0-9]+){1,5} )${NIGHT}$`,
      ),
    },
    {
      facet: 'history',
      points: words(
        'wer (?:hat|hatte) (?:das |es |die )?(?:so )?(?:entschieden|geandert|festgelegt|zugewiesen|bestimmt|beschlossen|vergeben|gesagt|gemacht|unterschrieben)|(?:entschieden|festgelegt|beschlossen|zugewiesen|bestimmt|vergeben|unterschrieben)|(?:war|waren) (?:das|es|die) (?:schon )?(?:immer|vorher|fruher)(?: (?:die|so))?|davor|letzte[ns]? (?:anderung(?:en)?|jahr)|seit (?:wie vielen )?(?:jahren|monaten)|seit wann|wie lange|verlauf|historie|geschichte|vorher|fruher|geandert|anderung(?:en)?|gewechselt|wer hat (?:das |es )?(?:entschieden|geandert|festgelegt|zugewiesen|bestimmt|beschlossen)|wann (?:wurde|war|hat)(?: .{1,20})?(?: (?:entschieden|geandert|festgelegt|beschlossen))?|von wem|immer schon|schon immer',
      ),
      names: words(
        'seit wann(?: (?:macht|betreut|hat|ist|liegt|lauft))?|(?:verlauf|historie) (?:von|fur|der|des)|wer hat (?:den )?(?:verantwortlichen|zustandigen) (?:von|fur) .{1,40} geandert',
      ),
    },
    {
      facet: 'next_review',
      points: words(
        '(?:bis|zum|ab) wann|gilt(?: (?:das|es|die))?(?: (?:noch|bis))?|(?:lauft|endet)(?: (?:das|es))? (?:ab|aus)|wieder (?:angesehen|besprochen|geschaut|gecheckt|bestatigt)|wann (?:reden|sprechen|sehen|schaut|sieht|kommt|steht)(?: [a-z]+){0,3}(?: wieder)?|(?:nachste[rsn]? )?(?:uberprufung|prufung|review|kontrolle)|(?:uber)?pruft|gepruft|wieder (?:angeschaut|dran|fallig)|fallig|wann (?:schauen|prufen) wir',
      ),
      names: words(
        '(?:wann ist )?(?:die |der )?nachste[rn]? (?:uberprufung|prufung|review)(?: (?:von|fur|der|des))?|wann wird(?= .{1,40} (?:gepruft|uberpruft))|(?:wieder |das nachste mal )?(?:uberpruft|gepruft)$',
      ),
    },
    {
      facet: 'reason',
      points: words(
        '(?:was )?spricht (?:fur|gegen)|vorteile?|vertrag(?:lich)?|schriftlich|steht (?:das|es) (?:irgendwo|im vertrag)(?: geschrieben)?|(?:nicht )?wir selbst|selbst machen|warum|wieso|weshalb|grund|begrundung|aus welchem grund|wie kommt(?:s| es| das)|hintergrund',
      ),
      names: words(
        '^(?:und )?(?:warum|wieso|weshalb)(?= (?:[a-z0-9]+ ){1,9}(?:zustandig|verantwortlich|macht|betreut|liegt|bei))',
      ),
    },
    {
      facet: 'status',
      points: words(
        '(?:lauft|laufen|klappt|funktioniert|geht|gehen|kommen)(?: (?:das|es|die|er|sie|damit))*(?: (?:uberhaupt|noch|gut|schlecht|rund|zurecht|klar|denn|eigentlich|ordentlich|vernunftig))*|(?:ist|sind) (?:das|es|die) (?:sicher|fix|fest|klar|so richtig|richtig|aktuell|offiziell)|(?:wissen|weiss) (?:die|der|er|sie)(?: das)?|(?:haben|hat) (?:die|der|er|sie) (?:das|dem|es)?(?: schon)? ?(?:zugesagt|zugestimmt|unterschrieben)|zufrieden|beschwerden|uberfordert|fest|endgultig|status|zustand|stand|akzeptiert|angenommen|bestatigt|vereinbart|abgesprochen|offiziell|lauft(?: (?:das|es))?(?: (?:gut|schlecht|rund))?|klappt|funktioniert|probleme|sicher|wie gehts|uberfallig|aktuell|wissen die',
      ),
      names: words(
        '(?:wie ist )?(?:der )?(?:status|stand|zustand) (?:von|der|des|bei|beim)|^(?:und )?(?:ist|hat|wurde)(?= .{1,50} (?:bestatigt|akzeptiert|angenommen))|(?:bestatigt|akzeptiert|angenommen)$|^(?:und )?(?:wie )?lauft(?= .{1,40}(?:gut|rund)?$)|(?:gut|rund)$',
      ),
    },
  ],
  denies:
    /^(?:und )?wer (?:ist|sind|macht|betreut|kummert sich|verantwortet|hat) (?:[a-z0-9]+ ){0,4}nicht(?: (?:zustandig|verantwortlich|um|fur)|$)/u,
  sameFor: [
    /^(?:und|und was ist mit|was ist mit|wie ist es mit|wie siehts mit|und fur|auch fur|ebenso|und bei|und wie ist es mit)(?: (?:mit|bei|fur|der|die|das|den|dem))? (?<subject>.+?)(?: aus)?$/u,
    /^(?<subject>.+) auch$/u,
  ],
  takesBack: exactly('(?:nein )?nicht(?: .{1,60})?', 'nein|falsch'),
  picks: {
    ordinals: [
      words('erste[rsn]?|1te'),
      words('zweite[rsn]?|2te'),
      words('dritte[rsn]?'),
      words('vierte[rsn]?'),
    ],
    last: words('letzte[rsn]?'),
    around: every('nummer option punkt'),
    other: exactly('(?:nein )?(?:(?:das|der|die|den) )?andere[rsn]?'),
    all: exactly('(?:alle|beide[sn]?|alle (?:zwei|drei|vier)|die beiden)(?: bitte)?'),
    none: exactly(
      '(?:nein )?keine[rsnm]?(?: (?:davon|von (?:denen|beiden|diesen)|der beiden))?|was anderes|nichts davon',
    ),
    about: [
      /^(?:nein )?(?:das|der|die|den) (?:mit|uber|von|zu|fur)(?: (?:der|die|das|den|dem))? (?<subject>.+)$/u,
      /^(?:ich meine|gemeint ist)(?: (?:der|die|das|den))? (?<subject>.+)$/u,
    ],
  },
  assign: [
    {
      sure: false,
      words:
        /^(?:bitte )?(?:weise|ubergib|gib|ubertrag(?:e)?|ordne) (?<task>.+?) (?:an )?(?<to>[a-z]+(?: [a-z]+)?) (?:zu|weiter|ab)$/u,
    },
    {
      sure: false,
      words: /^(?:bitte )?(?:ubergib|gib|ubertrag(?:e)?) (?<task>.+?) an (?<to>.+)$/u,
    },
    {
      sure: false,
      words:
        /^(?:kannst du |konnen wir |bitte )?(?<task>.+?) an (?<to>.+?) (?:ubergeben|geben|ubertragen|abgeben)$/u,
    },
    {
      sure: false,
      words: /^(?<to>.+?) (?:soll|sollte|muss) (?<task>.+?) (?:ubernehmen|machen|betreuen)$/u,
    },
  ],
  anybody: exactly(
    '(?:jemand(?:en|em)?(?: ander(?:s|en|em|es))?|uns|mich|mir|niemand|(?:den|dem) dienstleister)',
  ),
  lists: deLists,
  since: deSince,
};

// French words of list questions.
import { every, type ListWords, type SinceWords, words } from './shape.ts';

const NO = '(?:personne|aucune?|sans|pas|jamais|manque)';
const NIGHT =
  '(?:(?:la|de|en pleine|pendant la) nuit|nuits|le soir|les soirs|(?:le |les |du |en )?week ?ends?|hors (?:des )?(?:heures|horaires)(?: (?:ouvrees|de bureau|ouvres))?|les jours feries)';

export const frLists: ListWords = {
  cues: words(
    'taches|qui a le (?:plus|moins)|(?:y a t il|il y a|quelque chose)|listes?|lister|tout|tous|toutes|toute|que|qu|quoi|quel|quelle|quels|quelles|combien|taches?|choses|trous?|lacunes?|mes|mien|miens|miennes|montre|donne|affiche|ou|en retard|projets|responsabilites|suis je|c est quoi|lesquel(?:le)?s',
  ),
  many: /^(?:(?:et|montre|donne|liste|moi|nous|les|toutes|de) )*(?:combien|(?:(?:quelles|quels|toutes|les|mes|nos) )*(?:taches|responsabilites|lacunes))(?![^ ])/u,
  count: words('combien|nombre'),
  overview: words(
    'qui a (?:le|la) (?:plus|moins)(?: (?:de |d )?(?:taches|travail|choses))?|qui (?:fait|gere|s occupe de) quoi|(?:toutes les|liste des|combien de) (?:taches|responsabilites)(?: (?:y a t il|il y a))?|(?:la|toute la) (?:matrice|liste)(?: complete)?',
  ),
  asksOwner: words('qui|a qui|chez qui|de qui'),
  complaint: words(
    '^(?:tout|rien|mon|ma|mes|le|la|les|notre|nos) (?:(?!que |qui |ce |dont )[a-z]+ ){0,4}(?:est|sont|marche|marchent|plante|ne|n)',
    'je (?:ne|n)|j ai (?:perdu|oublie)|impossible',
  ),
  absence: every(
    'passe|arrive|si|sans|absente?|part|malade|conges?|vacances|n est pas la|tombe|bloque|repose|depend',
  ),
  polite: words(
    '(?:qu est )?ce (?:qui|que|qu)|(?:peux tu|pouvez vous|tu peux)(?: (?:me|nous))?(?: (?:montrer|donner|dire|lister))?|je (?:voudrais|veux|aimerais)(?: (?:voir|savoir))?|(?:montre|donne|dis|affiche|liste)(?: (?:moi|nous))?|(?:y a t il|il y a|on a) quelque chose|pour nous|(?:il )?y a t il|il y a|avons nous|on a',
  ),
  without: words(
    '(?:qui )?(?:ne )?(?:n est|sont|n sont) pas (?:chez|au|du|de|dans)|pas (?:chez|au|du)|(?:que )?(?:ne |n )(?:fait|gere|a|couvre) pas(?= (?!de )[a-z])|sauf(?: ce (?:que|qui))?|a part|hors(?! (?:des|horaires|heures))|excepte|plutot que|au lieu (?:de|du)',
  ),
  not: words('(?:(?:ne|n) (?:sont |est )?)?pas|non'),
  lacks: words('(?:ne |n )(?:fait|gere|a|couvre|s occupe) pas$'),
  orders: {
    oldest: words('(?:les |la |le )?plus (?:ancien(?:ne)?s?|vieux|vieilles?)(?: d abord)?'),
    newest: words('(?:les |la |le )?plus recente?s?(?: d abord)?'),
  },
  standsIn: words(
    '(?:le |la |comme )?(?:remplacante?|suppleante?)(?: (?:de|du|pour|sur))?|remplace',
  ),
  filters: [
    {
      words: words('(?:trous?|lacunes?|risques?) (?:que nous avons |qu on a )?acceptee?s?'),
      gives: { status: 'accepted gap' },
    },
    {
      words: words(
        `${NO}(?: (?!responsable|proprietaire)[a-z]+){0,4} ${NIGHT}`,
        `(?:pas|non) couvert(?:e|es|s)? ${NIGHT}`,
        `sans astreinte`,
      ),
      gives: { nights: 'uncovered' },
    },
    { words: words(`couvert(?:e|es|s)? ${NIGHT}|avec astreinte`), gives: { nights: 'covered' } },
    {
      words: words(
        '(?:(?:d |sur |depend(?:ent|ons)? )*)?une seule personne|point unique de defaillance|points uniques de defaillance|(?:sans|pas de|aucun) (?:remplacant|suppleant|backup|doublure|second)',
      ),
      gives: { single: true },
    },
    {
      words: words(
        '(?:pas|non) (?:encore )?(?:acceptee?s?|confirmee?s?|validee?s?)|(?:en attente|attend(?:ent)?) (?:d acceptation|de confirmation|d etre (?:acceptee?s?|confirmee?s?))|(?:reste(?:nt)?|encore) a (?:accepter|confirmer)',
      ),
      gives: { status: 'assigned' },
    },
    {
      words: words(
        '(?:revues?|revisions?|verifications?|controles?) (?:sont |est )?(?:en retard|depassee?s?|echues?)|en retard(?: de (?:revue|verification))?|echeance depassee',
      ),
      gives: { overdue: true },
    },
    {
      words: words('(?:ne )?s applique(?:nt)? pas|non applicables?|sans objet'),
      gives: { status: 'not applicable' },
    },
    {
      words: words(
        'orphelin(?:e|es|s)?|(?:le )?responsable (?:est |a )?(?:parti|quitte)(?: l entreprise)?',
      ),
      gives: { status: 'orphaned' },
    },
    {
      words: words('en litige|contestee?s?|disputee?s?|litigieu(?:x|ses)'),
      gives: { status: 'disputed' },
    },
    {
      words: words('inconnue?s?|non renseignee?s?|pas renseignee?s?'),
      gives: { status: 'unknown' },
    },
    {
      words: words(
        '(?:qui )?(?:(?:va|vont|marche|marchent|fonctionne|fonctionnent|se passe|se passent) (?:mal|pas)|ne (?:marche|marchent|fonctionne|fonctionnent)(?: pas)?|en (?:panne|echec|difficulte))',
      ),
      gives: { health: 'failing' },
    },
    {
      words: words('(?:qui )?(?:va|vont|marche|marchent|fonctionne|fonctionnent) bien'),
      gives: { health: 'well' },
    },
    {
      words: words(
        '(?:peu|pas) importante?s?|(?:de )?(?:faible|basse) (?:importance|priorite)|mineure?s?',
      ),
      gives: { importance: 'low' },
    },
    {
      words: words(
        'critiques?|(?:plus |tres )?importante?s?|(?:de )?haute (?:importance|priorite)|prioritaires?|vitale?s?|essentiel(?:s|les)?',
      ),
      gives: { importance: 'high' },
    },
    {
      words: words(
        '(?:(?:que|dont) )?personne(?: (?:ne|n|s|en|occupe|gere|a|fait|veut|prend|charge|responsable|est))*|(?:sans|pas de|aucun|n ont pas de|n a pas de) (?:responsables?|proprietaires?|titulaires?|nom)|trous?|lacunes?|non attribuee?s?|pas attribuee?s?|orphelines',
      ),
      gives: { status: 'nobody' },
    },
    { words: words('confirmee?s?'), gives: { status: 'confirmed' } },
    {
      words: words('partagee?s?|partage(?:ons)?|en commun|conjointe?s?|a deux'),
      gives: { shared: true },
    },
    { words: words('strategiques?'), gives: { kind: 'strategic' } },
    {
      words: words('operationnel(?:le)?s?|recurrente?s?|courante?s?'),
      gives: { kind: 'operation' },
    },
    { words: words('projets?'), gives: { kind: 'project' } },
  ],
  sides: {
    msp: words(
      '(?:le |du |au |notre )?(?:prestataires?|infogerant|infogerance|msp|sous traitant|prestataire de services?)',
    ),
    internal: words(
      '(?:en |l )?(?:interne|internes|equipe interne|dsi|equipe it|equipe informatique)|nous(?: memes)?|chez nous|notre (?:propre )?equipe|faisons(?: nous memes)?',
    ),
    vendor: words(
      '(?:les |des |aux |un )?(?:fournisseurs?|editeurs?|vendors?|tiers)(?: externes?)?',
    ),
  },
  mine: words('mes|mon|ma|mien|miens|mienne|miennes|moi|je|j|m'),
  narrows: words('^(?:et|seulement|uniquement|juste|maintenant|parmi)'),
  areas: {
    security: '(?:la )?securite',
    cloud: '(?:le )?cloud|nuage',
    devices: '(?:les )?(?:appareils|postes|equipements|terminaux)',
    support: '(?:le )?support|assistance',
    administration: '(?:l )?administration',
    vendors: '(?:les )?fournisseurs',
    projects: '(?:les )?projets',
    strategic: '(?:la )?strategie|strategiques?',
  },
  areaBefore: '(?:dans|pour|sur|en|concernant|cote)(?: le| la| les| l)?(?: domaine| partie)?',
  areaAfter: '(?:domaine)',
  areaTasks: '(?:taches)',
  areaIs: '(?:domaine|partie|section|rubrique|volet)(?: (?:de|du|des))?(?: l| la| les)?',
  joins: ' (?:et|ou) (?:dans |sur )?(?:le |la |les |l )?',
  unknownName: [/(?:^| )que (?:fait|gere) (?<name>[a-z0-9]+(?: [a-z0-9]+)?)$/u],
};

export const frSince: SinceWords = {
  changed: words(
    '(?:a |ont |ete )*(?:change(?:e?s)?|modifie(?:e?s)?|bouge|changements?|nouveau|nouvelles)',
  ),
  relative: [
    { words: words('(?:depuis )?aujourd hui'), back: 0 },
    { words: words('(?:depuis )?hier'), back: 1 },
    { words: words('(?:depuis )?la semaine (?:derniere|passee)'), back: 7 },
    { words: words('(?:depuis )?le mois (?:dernier|passe)|recemment|dernierement'), back: 30 },
    { words: words('cette semaine'), back: 'week' },
    { words: words('ce mois(?: ci)?'), back: 'month' },
    { words: words('ce trimestre'), back: 'quarter' },
    { words: words('cette annee'), back: 'year' },
  ],
  last: /(?:(?:depuis|ces|les|il y a) )*(?<count>\d{1,3}) (?:derniers |dernieres )?(?:(?<days>jours?)|(?<weeks>semaines?)|(?<months>mois))/u,
  since: words('depuis(?: le)?|a partir du'),
};

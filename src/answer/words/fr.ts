// French; accents are gone from plain text, and an elided word stands alone (`l`, `d`, `qu`).
import { frLists, frSince } from './fr-lists.ts';
import { every, exactly, type Words, words } from './shape.ts';

const NIGHT =
  '(?:(?:la|de|en pleine|pendant la) nuit|nuits|le soir|les soirs|(?:le |les |du |en )?week ?ends?|les? (?:dimanches?|samedis?)|hors (?:des )?(?:heures|horaires)(?: (?:ouvrees|de bureau|ouvres))?|les jours feries)';

export const fr: Words = {
  language: 'fr',
  spaces: true,
  common:
    /(?<![\p{L}\p{N}])(?:qui|que|quoi|quel|quelle|quels|quelles|combien|le|la|les|des|du|de|un|une|est|sont|ce|cette|ces|c|l|d|qu|j|s|et|ou|pas|ne|n|mon|ma|mes|nos|notre|pour|par|avec|sans|dans|chez|sur|il|elle|ils|on|nous|je|tout|tous|toutes|quand|pourquoi|comment|depuis|bonjour|merci|prestataire|taches?|liste|montre|au|aux|a|en|eux|leur|nuit)(?![\p{L}\p{N}])/gu,
  talk: [
    {
      says: 'hello',
      words: exactly(
        '(?:bonjour|bonsoir|salut|coucou|hello|re)(?: (?:remit|bot|a tous|tout le monde|a toi|l equipe))*',
      ),
    },
    {
      says: 'well',
      words: exactly(
        '(?:salut |bonjour )?(?:ca va|comment (?:ca va|vas tu|allez vous)|tu vas bien|quoi de neuf)(?: bien)?',
      ),
    },
    {
      says: 'friday',
      words: exactly(
        '(?:bon(?:ne)?|joyeux) (?:week ?end|journee|soiree|noel|appetit|vacances|vendredi)(?: a tous)?',
      ),
    },
    {
      says: 'thanks',
      words: exactly(
        '(?:(?:ok|super|parfait|genial) )?(?:(?:un )?grand )?merci(?: (?:beaucoup|bien|a toi|a vous|encore|pour (?:ton|votre|l) (?:aide|info|reponse)|infiniment|mille fois))*',
        'parfait|super|genial|compris|nickel|top|c est (?:bon|parfait|note)|tres utile',
      ),
    },
    {
      says: 'bye',
      words: exactly(
        'au revoir|a (?:bientot|demain|plus(?: tard)?|plus|la prochaine)|bonne (?:nuit|soiree|journee)|ciao|adieu',
      ),
    },
    {
      says: 'bot',
      words: exactly(
        '(?:tu es|es tu|t es|vous etes|etes vous) (?:un |une )?(?:vrai |vraie )?(?:bot|robot|humain|personne|machine|ia)(?: ou .{1,30})?|il y a quelqu un|comment (?:tu t appelles|t appelles tu)',
      ),
    },
    {
      says: 'useless',
      words: exactly(
        '(?:tu es|t es|c est|ce bot est)? ?(?:vraiment |completement )?(?:nul(?:le)?|inutile|bete|stupide|pourri|n importe quoi|debile)|tu (?:ne )?(?:sers a rien|comprends rien|m aides pas)',
      ),
    },
    {
      says: 'laugh',
      words: exactly(
        '(?:ha ?){2,20}|(?:hi ?){2,20}|lol|mdr|ptdr|raconte(?: moi)? une blague|tres drole',
      ),
    },
    { says: 'test', words: exactly('test|essai|ceci est un test|ca marche') },
    {
      says: 'never mind',
      words: exactly(
        'laisse tomber|tant pis|oublie|pas grave|rien|peu importe|pardon|desole|annule',
      ),
    },
    { says: 'okay', words: exactly('ok|d accord|bien|oui|non|ah|je vois|entendu|ca marche|bon') },
  ],
  help: exactly(
    'aide(?: moi)?|au secours|a l aide|que (?:peux tu|sais tu|pouvez vous) faire|qu est ce que tu (?:peux|sais) faire|que puis je (?:te )?demander|comment (?:ca marche|tu marches|ca fonctionne)|qui es tu|tu es qui|c est quoi(?: ce bot)?|tu sers a quoi',
  ),
  frame: every(
    'a actuellement affiche ai au aucun aussi autour aux avec avons bien c ce cela ces cet cette ceux chacun chaque chez choses chose celles combien complete concernant concerne d dans de del des dis domaine donc donne doit du elle elles en encore ensemble entre est et eu faire fait font gere gerent gerees geree il ils inventaire je l la le les leur leurs lesquelles lesquels liste listes lister maintenant m me moi moment montre mon n ne nos notre nous occupe occupent on ont ou par partie peux plait pour points puis quel quelle quelles quels que quoi qu relevent responsabilite responsabilites responsable reste restent s sa savoir se sert ses si sont sous stp suis sujet sujets sur svp t tache taches te toujours tous tout toute toutes travaux tu un une unes va voir voudrais vous y actuelle assure assurent a revient reviennent incombe existe encore confiees confie attribuees cote bonjour merci charge aujourd hui exactement',
  ),
  spelled:
    'responsable personne retard orphelines securite projets prestataire telephone contact remplacant revue historique taches nuit weekend'.split(
      ' ',
    ),
  pointing: every(
    'a ai alors au aussi aux avec bien c ca ce cela celui ces cet cette chez comment d dans de des dit donc du elle elles en encore est et etre eu eux fait faire font il ils j je l la le les leur leurs lui m me meme moi mon n ne non nous on ont ou oui par pas personne peut peux plait plus pour puis qu quand que quel quelle qui quoi s sa se si soit son sont sur svp stp t tache te toi toujours tout tres tu un une va vous y responsable occupe gere charge fournisseur prestataire equipe jour jours vraiment merci quelqu un ok puis avez avons etes ont as dit je peut on pourrait devrait doit dois faut fallait veut veux voudrais sait sais savez disent dire crois pense vraiment donc alors mais rien personne celle ceux cela etait etaient avaient aurait sera seront quels quelles combien depuis pendant chaque autre autres juste assez trop peu beaucoup maintenant la bas ici deja jamais cote chose choses gens question cas moment facon decision',
  ),
  pronouns: words('ca|c|ce|cela|eux|elle|il|ils|lui|leur|leurs|l|les|la|le'),
  facets: [
    {
      facet: 'backup',
      points: words(
        '(?:si|s|quand|lorsqu?e?) (?:[a-z]+ ){0,3}(?:ne )?(?:repond(?:ent)?|decroche(?:nt)?|tombe(?:nt)? malades?|deborde(?:s|e|es)?|indisponibles?|injoignables?|pas (?:la|dispo|disponible))(?: pas)?|(?:personne|aucun) (?:ne )?(?:repond|decroche)|quelqu un d autre|une autre personne|plan b|releve|remplac(?:ant|ante|e|ent|er)|suppleant|adjoint|back ?up|doublure|second|(?:si|s|quand|lorsqu?e?) (?:[a-z]+ ){0,3}(?:absent|absente|n est pas la|est (?:absent|malade|en conges?|en vacances)|malade|en conges?|en vacances)|(?:en|pendant) (?:son|leur) absence|absence|(?:en|pendant (?:les|ses|leurs)|de) (?:conges?|vacances)|malade|prend le relais|qui d autre',
      ),
      names: words(
        '(?:qui est )?(?:le |la )?(?:remplacant|remplacante|suppleant|backup|adjoint) (?:de|du|des|pour)|qui remplace',
      ),
    },
    {
      facet: 'contact',
      points: words(
        '(?:ou|a quel numero) (?:est ce que )?(?:je |on )?(?:les |le |la )?(?:appelle|appeler|ecris|ecrire|joins|joindre|contacte|contacter)|(?:appelle|ecris|joins|contacte)(?: ou| comment)?|(?:ouvrir|ouvre|creer|cree|faire|fais)(?: un)? ticket|ticket|chat|messagerie|parler|parle|(?:comment )?(?:(?:les|le|la|puis je|je peux|je) )*(?:contacter|joindre|appeler|joins|contacte|appelle|ecrire)|numero(?: de telephone)?|telephone|mail|e ?mail|adresse(?: (?:mail|e mail))?|courriel|coordonnees|contact|poste|horaires|tel',
      ),
      names: words(
        'comment (?:joindre|contacter|appeler)(?: (?:le|la|les))?|(?:le )?(?:numero|telephone|mail|contact|coordonnees) (?:de|du|des|pour)',
      ),
    },
    {
      facet: 'after_hours',
      points: words(
        NIGHT,
        '(?:le |les )?(?:dimanches?|samedis?|jours? feries?)|(?:a )?(?:noel|paques)|(?:au )?nouvel an|(?:tard|tot)(?: le (?:soir|matin))?|quand (?:c est|le bureau est|tout est) ferme|(?:24 ?h|24 heures)(?: sur)?(?: 24)?|nuit|week ?end|samedi|dimanche|jours? feries?|astreinte|soir|24 24|7 7|apres \\d{1,2} ?h(?:eures)?|a \\d{1,2} ?h(?:eures)?(?: du matin)?',
      ),
      names: words(
        `(?=${NIGHT})(?<=^(?:et )?qui (?:[a-z0-9]+ ){1,9})${NIGHT}(?! (?:si|quand|lorsque))`,
      ),
    },
    {
      facet: 'history',
      points: words(
        '(?:c etait|c est|etait ce) (?:qui|eux|deja eux|toujours eux)(?: avant)?|qui (?:l |en )?a (?:signe|valide|fait|pris|dit|mis|confie)(?: (?:ca|cette decision|la decision))?|dans le passe|dernier changement|derniers changements|depuis (?:longtemps|combien)|annees|mois|depuis quand|depuis combien de temps|historique|avant|auparavant|change|changement(?:s)?|modifie|qui (?:l )?a (?:decide|change|choisi|modifie|attribue)|quand (?:est ce que )?(?:ca )?(?:a|c est|etait|ont).{0,20}(?:decide|change|ete)?|par qui',
      ),
      names: words(
        'depuis quand(?: (?:est ce que|c est))?|(?:l )?historique (?:de|du|des)|qui a change le responsable (?:de|du|des)',
      ),
    },
    {
      facet: 'next_review',
      points: words(
        'jusqu a quand|jusque quand|(?:quand|c est quand|c est) (?:est ce que )?(?:on )?(?:c est )?(?:le |la )?(?:revu|reverra|en reparle|reparle|revoie|controle|reverifie)(?:e|es)?|revue?s?|valable(?: jusqu a quand)?|expire|date limite|a nouveau|(?:prochaine? )?(?:revue|revision|verification|controle)|(?:re)?verifie|revoit|revoir|echeance|quand (?:est ce qu )?on (?:revoit|verifie)',
      ),
      names: words(
        '(?:quand (?:est|a lieu) |c est quand )?(?:la )?prochaine (?:revue|revision|verification) (?:de|du|des)',
      ),
    },
    {
      facet: 'reason',
      points: words(
        '(?:c est )?(?:ecrit|par ecrit|dans le contrat|contrat)(?: quelque part)?|avantages?|nous memes?|en interne|(?:pour )?quelles? raisons?(?: (?:eux|lui|elle))?|pourquoi|raison|motif|justification|comment ca se fait|pour quelle raison',
      ),
      names: words(
        '^(?:et )?pourquoi(?= (?:[a-z0-9]+ ){1,9}(?:responsable|charge|gere|chez|confie))|(?:quelle est )?la raison (?:de|du|pour)',
      ),
    },
    {
      facet: 'status',
      points: words(
        '(?:ca |cela |elle |il )?(?:tourne|roule|marche|fonctionne|va)(?: (?:bien|mal|comment))?|(?:ils|elles|il|elle) (?:le )?(?:sait|savent)|plaintes?|(?:c est )?(?:definitif|certain|sur|fixe|correct|vrai|exact)|satisfaits?|debordes?|(?:a |ont )?dit oui|ont (?:ils|elles) (?:accepte|dit oui|confirme)|statut|etat|accepte|confirme|valide|convenu|officiel|se passe(?: (?:bien|mal))?|marche(?: bien)?|fonctionne(?: bien)?|en bonne sante|probleme(?:s)?|a jour|d accord|sur',
      ),
      names: words(
        '(?:quel est )?(?:le statut|l etat|statut) (?:de|du|des)|^(?:et )?(?:est ce que )?(?=.{1,50} (?:est|a ete|sont) (?:accepte|confirme|valide))|(?:est|a ete) (?:accepte|confirme|valide)e?$|(?:se passe|marche|fonctionne) bien$',
      ),
    },
  ],
  denies: /^(?:et )?qui (?:ne |n |s )*(?:[a-z]+ ){1,2}pas(?![^ ])/u,
  sameFor: [
    /^(?:et|et pour|et concernant|qu en est il (?:de|du|des)|et qu en est il (?:de|du|des)|pareil pour|meme question pour|idem pour|quid (?:de|du|des))(?: (?:le|la|les|l|de|du|des|pour|d))* (?<subject>.+)$/u,
    /^(?<subject>.+) aussi$/u,
  ],
  takesBack: exactly('(?:non )?pas(?: .{1,60})?', 'non'),
  picks: {
    ordinals: [
      words('premi(?:er|ere)|1er|1ere'),
      words('deuxieme|second|seconde|2e'),
      words('troisieme|3e'),
      words('quatrieme|4e'),
    ],
    last: words('derni(?:er|ere)'),
    around: every('numero option choix'),
    other: exactly('(?:non )?(?:l )?autre'),
    all: exactly(
      '(?:les )?(?:deux|trois|tous|toutes|tous les (?:deux|trois)|toutes les (?:deux|trois))',
    ),
    none: exactly(
      '(?:non )?(?:aucun|aucune)(?: (?:d entre eux|d entre elles|des deux|d eux))?|rien de tout ca|autre chose',
    ),
    about: [
      /^(?:non )?(?:celui|celle|la|le) (?:sur|de|du|des|pour|avec|concernant|a propos de)(?: (?:le|la|les|l))? (?<subject>.+)$/u,
    ],
  },
  assign: [
    {
      sure: false,
      words:
        /^(?:merci de |peux tu |pouvez vous |il faut |on peut )?(?:attribue[rz]?|assigne[rz]?|confie[rz]?|donne[rz]?|transfere[rz]?|passe[rz]?) (?<task>.+?) (?:a|au|aux) (?<to>.+)$/u,
    },
    {
      sure: true,
      words:
        /^(?:merci de |peux tu )?change[rz]? le responsable (?:de|du|des|d) (?<task>.+?)(?: (?:pour|en) (?<to>.+))?$/u,
    },
    {
      sure: false,
      words: /^(?<to>.+?) (?:doit|devrait) (?:reprendre|gerer|s occuper de) (?<task>.+)$/u,
    },
  ],
  anybody: exactly('(?:quelqu un(?: d autre)?|un autre|moi|nous|personne|(?:le |au )?prestataire)'),
  lists: frLists,
  since: frSince,
};

// "Who owned mail flow on 1 October?", "the matrix on 1 October": questions about a day that has gone, in each language.

/** Patterns meet a whole plain text; `when` is the day, `subject` what names the task. The matrix is asked for first. */
export type ThenWords = { matrix: readonly RegExp[]; owner: readonly RegExp[] };

const EN_OWNED =
  '(?:owned|had|(?:was|were) (?:the )?owners? (?:of|for)|(?:was|were) (?:responsible|accountable|answerable) for|(?:was|were) in charge of)';
const EN_ON = '(?:back )?(?:on|as of|as at|at|by)(?: the)?';
const EN_AGO =
  '(?:yesterday|(?:the )?last (?:week|month|quarter|year)|\\d{1,3} (?:days?|weeks?|months?) ago)';
const en: ThenWords = {
  matrix: [
    new RegExp(
      `^(?:please )?(?:(?:show|give)(?: me)? )?(?:the |our )?(?:(?:state|status|version) of (?:the |our )?)?matrix (?:as it (?:was|stood) )?(?:${EN_ON}|of|from) (?<when>.+)$`,
      'u',
    ),
    new RegExp(
      `^(?:what did|how did) (?:the |our )?matrix (?:look|look like|stand) ${EN_ON} (?<when>.+)$`,
      'u',
    ),
    new RegExp(
      `^who owned (?:what|everything|which tasks?) (?:${EN_ON} (?<on>.+)|(?<ago>${EN_AGO}))$`,
      'u',
    ),
  ],
  owner: [
    new RegExp(`^(?:and )?who ${EN_OWNED} (?<subject>.+?) ${EN_ON} (?<when>.+)$`, 'u'),
    new RegExp(`^(?:and )?who ${EN_OWNED} (?<subject>.+?) (?<when>${EN_AGO})$`, 'u'),
    new RegExp(`^${EN_ON} (?<when>.+?) who ${EN_OWNED} (?<subject>.+)$`, 'u'),
  ],
};

const de: ThenWords = {
  matrix: [
    /^(?:zeige?(?: mir)? )?(?:(?:den )?stand der |die )?matrix (?:vom|am|zum|per) (?<when>.+)$/u,
    /^wie (?:sah|war|stand) die matrix (?:am|zum) (?<when>.+?)(?: aus)?$/u,
    /^wer war (?:am|zum) (?<when>.+?) (?:fur|fuer) (?:was|alles) (?:zustandig|verantwortlich)$/u,
  ],
  owner: [
    /^(?:und )?wer war (?:am|zum) (?<when>.+?) (?:fur|fuer) (?<subject>.+?) (?:zustandig|verantwortlich)$/u,
    /^(?:und )?wer war (?:fur|fuer) (?<subject>.+?) (?:am|zum) (?<when>.+?) (?:zustandig|verantwortlich)$/u,
    /^(?:und )?wer war (?:fur|fuer) (?<subject>.+?) (?:zustandig|verantwortlich) (?:am|zum) (?<when>.+)$/u,
  ],
};

const es: ThenWords = {
  matrix: [
    /^(?:muestra(?:me)? )?(?:(?:el )?estado de )?(?:la )?matriz (?:al?|el|del|a fecha del?)(?: dia)? (?<when>.+)$/u,
    /^como (?:era|estaba) la matriz (?:al?|el)(?: dia)? (?<when>.+)$/u,
  ],
  owner: [
    /^(?:y )?quien (?:era (?:el |la )?(?:responsable|duen[oa]|encargad[oa]) del?|llevaba|tenia) (?<subject>.+?) (?:al?|el|a fecha del?)(?: dia)? (?<when>.+)$/u,
  ],
};

const fr: ThenWords = {
  matrix: [
    /^(?:montre(?: moi)? )?(?:(?:l )?etat de )?(?:la )?matrice (?:au|le|du|en date du) (?<when>.+)$/u,
    /^comment etait la matrice (?:au|le) (?<when>.+)$/u,
  ],
  owner: [
    /^(?:et )?qui (?:etait (?:le |la )?(?:responsable|en charge|chargee?)|s occupait) (?:de la|de l|des|de|du|d) (?<subject>.+?) (?:au|le|en date du) (?<when>.+)$/u,
  ],
};

const ja: ThenWords = {
  matrix: [
    /^(?<when>\d[\d年月日 ]+?)(?:時点)?の(?:責任)?マトリクス(?:を見せて(?:ください)?|は(?:どう(?:だった|でした)か?)?)?$/u,
  ],
  owner: [
    /^(?<when>\d[\d年月日 ]+?)(?:時点)?(?:の|に|で)(?<subject>.+?)の担当者?は ?誰(?:でした|だった)か?$/u,
    /^(?<when>\d[\d年月日 ]+?)(?:時点)?(?:に|で)(?<subject>.+?)を担当していたのは ?誰(?:です)?か?$/u,
  ],
};

export const THEN: Readonly<Record<string, ThenWords>> = { de, en, es, fr, ja };

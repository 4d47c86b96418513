// Short commands that carry at most a name, in each language: what waits for me, how the views round stands, who left.

/** `left`, `back` and `newMatrix` have the group `name`; whether it is somebody's is for whoever knows the matrix. */
export type ShortWords = {
  asks: RegExp;
  views: RegExp;
  left: RegExp;
  back: RegExp;
  newMatrix: RegExp;
};

const NAME = String.raw`(?<name>[\p{L}\p{M}][\p{L}\p{M} .'’-]{1,80}?)`;

/** What a matrix may be called; quotes around it are not part of it. */
const TITLE = String.raw`["“„«「]?(?<name>[^\s"“„«「][^"”“»」]{0,79}?)["”“»」]?[.!。！\s]*$`;

const en: ShortWords = {
  asks: /^(?:(?:my )?asks|what(?: is|['’]s)? wait(?:s|ing) for (?:me|my word)|what (?:do|should) i (?:have to )?accept)[?.!\s]*$/iu,
  views: /^(?:(?:the )?views?(?: rounds?)?|how is the views round(?: going)?)[?.!\s]*$/iu,
  left: new RegExp(
    String.raw`^${NAME} (?:has |have )?left(?: us| the (?:company|organi[sz]ation|team))?[.!\s]*$`,
    'iu',
  ),
  back: new RegExp(String.raw`^${NAME} is back[.!\s]*$`, 'iu'),
  newMatrix: new RegExp(
    `^(?:please )?(?:new|(?:create|make|add|start)(?: an?| another)?(?: new)?) matrix:?(?: (?:called|named|for))? ${TITLE}`,
    'iu',
  ),
};

const es: ShortWords = {
  asks: /^[¿\s]*(?:mis pendientes|qué espera mi respuesta|qué tengo que aceptar)[?.!\s]*$/iu,
  views: /^[¿\s]*(?:opiniones|cómo va la ronda(?: de opiniones)?)[?.!\s]*$/iu,
  left: new RegExp(
    String.raw`^${NAME} (?:se (?:ha ido|fue|marchó)|ha dejado la (?:empresa|organización))[.!\s]*$`,
    'iu',
  ),
  back: new RegExp(String.raw`^${NAME} ha vuelto[.!\s]*$`, 'iu'),
  newMatrix: new RegExp(
    `^(?:nueva matriz|crear? (?:una |otra )?(?:nueva )?matriz):?(?: (?:llamada|para))? ${TITLE}`,
    'iu',
  ),
};

const de: ShortWords = {
  asks: /^(?:meine anfragen|was wartet auf mich|was muss ich annehmen)[?.!\s]*$/iu,
  views: /^(?:sichten(?:runde)?|wie steht die sichtenrunde)[?.!\s]*$/iu,
  left: new RegExp(
    String.raw`^${NAME} (?:ist (?:weg|gegangen|ausgeschieden|nicht mehr da)|hat (?:uns|die firma|das unternehmen) verlassen)[.!\s]*$`,
    'iu',
  ),
  back: new RegExp(String.raw`^${NAME} ist (?:wieder da|zurück)[.!\s]*$`, 'iu'),
  newMatrix: new RegExp(
    `^(?:neue matrix|erstelle (?:eine )?(?:neue )?matrix):?(?: (?:namens|für))? ${TITLE}`,
    'iu',
  ),
};

const fr: ShortWords = {
  asks: /^(?:mes demandes|qu['’]est-ce qui m['’]attend|que dois-je accepter)[?.!\s]*$/iu,
  views: /^(?:avis|où en est le tour d['’]avis)[?.!\s]*$/iu,
  left: new RegExp(
    String.raw`^${NAME} (?:est partie?|nous a quittés|a quitté l['’](?:entreprise|organisation))[.!\s]*$`,
    'iu',
  ),
  back: new RegExp(String.raw`^${NAME} est (?:de retour|revenue?)[.!\s]*$`, 'iu'),
  newMatrix: new RegExp(
    `^(?:nouvelle matrice|crée[rz]? (?:une )?(?:nouvelle )?matrice):?(?: (?:appelée|pour))? ${TITLE}`,
    'iu',
  ),
};

const ja: ShortWords = {
  asks: /^(?:私への依頼|返事待ち(?:のもの)?(?:は)?|何を引き受ければいい(?:です)?(?:か)?)[？?。\s]*$/iu,
  views: /^意見聴取(?:の状況)?(?:は)?[？?。\s]*$/iu,
  left: new RegExp(
    String.raw`^${NAME}(?:さん)?(?:は|が)(?:退職(?:した|しました)|辞め(?:た|ました)|いなくな(?:った|りました))[。！\s]*$`,
    'iu',
  ),
  back: new RegExp(
    String.raw`^${NAME}(?:さん)?(?:は|が)(?:復帰(?:した|しました)|戻(?:った|りました))[。！\s]*$`,
    'iu',
  ),
  newMatrix: new RegExp(
    String.raw`^(?:新しいマトリクス|マトリクスを新規作成)[:：\s]*${TITLE}`,
    'iu',
  ),
};

const LANGUAGES: Readonly<Record<string, ShortWords>> = { de, en, es, fr, ja };

/** The reader's language, then English. */
export function shortWordsFor(locale: string): readonly ShortWords[] {
  const own = LANGUAGES[locale.slice(0, 2).toLowerCase()];
  return own === undefined || own === en ? [en] : [own, en];
}

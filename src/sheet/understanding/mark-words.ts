// The words people write into a cell of a matrix, in the languages they write them in, and what each stands for.

/** What a mark says about its party. `part` is owning together with others; `no` is having nothing to do with it. */
export const DUTIES = [
  'responsible',
  'accountable',
  'consulted',
  'informed',
  'support',
  'verifies',
  'owner',
  'part',
  'backup',
  'no',
  'nobody',
] as const;
export type Duty = (typeof DUTIES)[number];

/** Letters as RACI, RASCI and RACI-VS use them, in the order they are written. */
export const LETTERS: Readonly<Record<string, Duty>> = {
  R: 'responsible',
  A: 'accountable',
  C: 'consulted',
  I: 'informed',
  S: 'support',
  V: 'verifies',
};

/** One sign or word for the whole cell. */
export const SIGNS: Readonly<Record<string, { code: string; duty: Duty }>> = {
  X: { code: 'X', duty: 'owner' },
  '✓': { code: 'X', duty: 'owner' },
  '✔': { code: 'X', duty: 'owner' },
  '✅': { code: 'X', duty: 'owner' },
  '☑': { code: 'X', duty: 'owner' },
  '●': { code: 'X', duty: 'owner' },
  '•': { code: 'X', duty: 'owner' },
  '○': { code: 'X', duty: 'owner' },
  〇: { code: 'X', duty: 'owner' },
  '◯': { code: 'X', duty: 'owner' },
  '⬤': { code: 'X', duty: 'owner' },
  '◉': { code: 'A', duty: 'accountable' },
  '◐': { code: 'PARTIAL', duty: 'part' },
  '◑': { code: 'PARTIAL', duty: 'part' },
  '◒': { code: 'PARTIAL', duty: 'part' },
  '◓': { code: 'PARTIAL', duty: 'part' },
  '◔': { code: 'PARTIAL', duty: 'part' },
  '◕': { code: 'PARTIAL', duty: 'part' },
  '◎': { code: 'A', duty: 'accountable' },
  '△': { code: 'PARTIAL', duty: 'part' },
  '🤝': { code: 'SHARED', duty: 'part' },
  '×': { code: 'NO', duty: 'no' },
  '✗': { code: 'NO', duty: 'no' },
  '✘': { code: 'NO', duty: 'no' },
  '❌': { code: 'NO', duty: 'no' },
};

const words = (code: string, duty: Duty, text: string) =>
  text.split('|').map((word): [string, { code: string; duty: Duty }] => [word, { code, duty }]);

/** In small letters, without accents' encoding differences; "responsable" is Spanish and French alike. */
export const WORDS: ReadonlyMap<string, { code: string; duty: Duty }> = new Map([
  ...words(
    'R',
    'responsible',
    'responsible|does|doer|performs|performer|execute|executes|executor|responsable|realisateur|réalisateur|réalise|ejecuta|ejecutor|verantwortlich|zuständig|durchführend|durchführung|führt aus|実行責任|実行責任者|実行|担当|実施|responsabile|verantwoordelijk|uitvoerend|voert uit|responsável|executa|executor|perform|driver|drives|do|deliver|delivers|実施者|作業',
  ),
  ...words(
    'A',
    'accountable',
    'accountable|approver|approves|lead|leads|primary|main|rechenschaftspflichtig|gesamtverantwortlich|federführend|haupt|autorité|approbateur|approuve|pilote|aprobador|aprueba|rinde cuentas|quien rinde cuentas|principal|líder|説明責任|説明責任者|責任者|最終責任|主担当|主|承認|primär|eindverantwoordelijk|aprova|aprovador|presta contas|decide|decides|decider|decision|approve|entscheidet|entscheider|décide|décideur',
  ),
  ...words(
    'C',
    'consulted',
    'consulted|consult|consults|advises|advisor|konsultiert|beratend|berät|einbezogen|consulté|consultée|consultado|consultada|geraadpleegd|raadplegen|agree|agrees|recommend|recommends|input|advise|相談|協議|相談先|助言',
  ),
  ...words(
    'I',
    'informed',
    'informed|inform|notified|informiert|zu informieren|informé|informée|informado|informada|geïnformeerd|informeren|inform|notify|報告|報告先|通知|情報共有|共有先',
  ),
  ...words(
    'S',
    'support',
    'support|supports|supporting|assist|assists|assisting|helps|secondary|contributor|contributes|unterstützt|unterstützend|mitwirkend|mitwirkung|soutien|assiste|contribue|apoyo|apoya|apoio|apoia|ondersteunt|ondersteunend|ondersteuning|help|contribute|支援|補助|副担当|副|サポート',
  ),
  ...words('V', 'verifies', 'verifies|verify|verifier|reviews|reviewer|signs off|sign-off'),
  ...words(
    'BACKUP',
    'backup',
    'backup|back-up|deputy|substitute|stand-in|standby|stand-by|vertretung|stellvertretung|suppléant|remplaçant|suplente|substituto|vervanger|plaatsvervanger|respaldo|代理|バックアップ',
  ),
  ...words('YES', 'owner', 'yes|y|true|ja|oui|sí|si|sim|はい|有|vol|full|fully|vollständig|対象'),
  ...words(
    'OWN',
    'owner',
    'own|owns|owner|owned|eigner|propriétaire|propietario|proprietário|dono|eigenaar|所有',
  ),
  ...words(
    'NO',
    'no',
    'no|none|false|nein|non|não|nee|nenhum|geen|いいえ|無|kein|keine|aucun|ninguno|対象外',
  ),
  ...words(
    'PARTIAL',
    'part',
    'partial|partially|partly|some|teilweise|teils|partiel|partiellement|parcial|parcialmente|gedeeltelijk|deels|一部|部分的',
  ),
  ...words(
    'SHARED',
    'part',
    'shared|share|shares|joint|jointly|both|co-owner|co-owned|co-managed|together|gemeinsam|geteilt|beide|partagé|partagée|conjoint|les deux|compartido|compartida|conjunto|ambos|compartilhado|compartilhada|partilhado|partilhada|gedeeld|gezamenlijk|beiden|共同|共有|双方|両方',
  ),
  ...words(
    'NA',
    'no',
    'n/a|na|not applicable|out of scope|nicht zutreffend|entfällt|sans objet|no aplica|não aplicável|não se aplica|n.v.t.|nvt|niet van toepassing|該当なし',
  ),
  ...words(
    'NOBODY',
    'nobody',
    'nobody|no one|noone|no-one|unassigned|not assigned|unowned|no owner|gap|niemand|nicht zugewiesen|nicht zugeordnet|personne|non attribué|non assigné|vacant|vakant|vacante|vago|vacature|niet toegewezen|ninguém|não atribuído|sem responsável|nadie|sin asignar|sin responsable|なし|担当なし|担当者なし|未割当|未割り当て',
  ),
]);

/** People write these where they do not know: as good as an empty cell. */
export const UNKNOWN: ReadonlySet<string> = new Set(
  '-|–|—|?|??|???|tbd|tbc|tba|to be defined|to be decided|to be determined|to be confirmed|unknown|unclear|open|offen|unbekannt|unklar|zu klären|à définir|inconnu|por definir|desconocido|pendiente|未定|不明|検討中|要確認|要検討|調整中|tbd.|to be agreed|not decided|undecided|undefined|not defined|not known|noch offen|noch zu klären|ungeklärt|zu definieren|zu bestimmen|nicht definiert|nicht festgelegt|à déterminer|à préciser|à confirmer|à décider|non défini|por determinar|por confirmar|por decidir|sin definir|no definido|nog te bepalen|onbekend|onduidelijk|a definir|desconhecido|ー|－|？|❓|❔|⁇'.split(
    '|',
  ),
);

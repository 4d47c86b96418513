// Japanese words of list questions.
import { type ListWords, NEVER, type SinceWords, within } from './shape.ts';

const NIGHT = '(?:夜間|深夜|夜|週末|土日|休日|祝日|時間外|営業時間外)';
const OWNER = '(?:担当者?|責任者|オーナー|持ち主)';
const NONE =
  '(?:がいない|いない|がない|のない|なし|無し|不在|未定|がいません|がついていない|が決まっていない)';

export const jaLists: ListWords = {
  cues: within(
    '一覧|リスト|全部|すべて|全て|何|どの|どれ|いくつ|件数|タスク|もの|業務|担当分|見せて|漏れ|穴|ギャップ|変わった|変更|自分の|私の|範囲|[a-z]の担当|以外の担当',
  ),
  many: /(?:タスク|業務)(?:は|を)?(?:いくつ|一覧|リスト)|何件/u,
  count: within('いくつ|何件|件数|何個'),
  overview: within(
    '誰が何を(?:担当)?|(?:すべて|全て|全部)の(?:タスク|業務)|全(?:タスク|業務)|一覧(?:全体)',
  ),
  asksOwner: within('誰(?!も)|どなた|だれ(?!も)|どの(?:人|チーム|部署)|担当は(?!何|$)'),
  complaint: within('できない|できません|動かない|動きません|壊れ|つながら|届かない|困って'),
  absence: /いないと|いなくなると|休むと|困る|困|止まる|止ま/gu,
  polite: within('(?:教えて|見せて|ください|下さい)'),
  without: NEVER,
  not: NEVER,
  lacks: within(
    '(?:の担当|の)?(?:以外|を除く|を除いた)|(?:の|が)?担当(?:では|じゃ|して)(?:ない|いない)|(?:が|は)(?:やって|担当して)いない|のものではない',
  ),
  orders: {
    oldest: within('(?:一番|最も)?古い(?:順)?'),
    newest: within('(?:一番|最も)?新しい(?:順)?'),
  },
  standsIn: within('(?:が|の)?(?:代理|副担当)(?:を)?'),
  filters: [
    {
      words: within('(?:承認|合意|了承|受容|容認)(?:した|された|済みの?)(?:穴|ギャップ|空白)'),
      gives: { status: 'accepted gap' },
    },
    {
      words: within(
        `${NIGHT}(?:の|に|は|も)?(?:${OWNER}|対応|カバー|体制)?(?:が|は|の|する人が|者が)?(?:いない|ない|なし|誰もいない|手薄|されていない)`,
      ),
      gives: { nights: 'uncovered' },
    },
    {
      words: within(`${NIGHT}(?:の)?(?:対応|カバー)(?:が)?(?:ある|あり)`),
      gives: { nights: 'covered' },
    },
    {
      words: within(
        '(?:一人|1人|ひとり)(?:だけ|しか)?(?:に|で|が)?(?:依存|頼|担当|しかいない)?(?:している|って)?|属人化|単一障害点|(?:代理|バックアップ|予備|副担当|代わり)(?:者|の人)?(?:が|の)?(?:いない|ない|なし)',
      ),
      gives: { single: true },
    },
    {
      words: within(
        '(?:まだ)?(?:承諾|承認|確認|受諾)(?:が)?(?:されて|して|まだ)?(?:いない|ない|未)|未(?:承諾|承認|確認|受諾)',
      ),
      gives: { status: 'assigned' },
    },
    {
      words: within(
        '(?:確認|レビュー|見直し)?(?:の)?(?:期限|期日)(?:が|の|を)?(?:切れ|過ぎ|超過|超え)(?:ている|て|た)?(?:の?(?:確認|レビュー|見直し))?|遅れて|(?:確認|レビュー|見直し)(?:が)?(?:遅れ|滞)',
      ),
      gives: { overdue: true },
    },
    { words: within('対象外|該当しない'), gives: { status: 'not applicable' } },
    {
      words: within(`${OWNER}(?:が)?(?:退職|辞め|いなくなっ)(?:した|た)?|退職者`),
      gives: { status: 'orphaned' },
    },
    {
      words: within('(?:意見|見解)(?:が)?(?:対立|食い違|割れ)|争(?:い|って)|もめて|揉めて|係争'),
      gives: { status: 'disputed' },
    },
    { words: within('未記録|不明|未登録|記録されていない'), gives: { status: 'unknown' } },
    {
      words: within(
        'うまくいっていない|うまく行っていない|失敗して|問題のある|問題がある|機能していない|不調',
      ),
      gives: { health: 'failing' },
    },
    { words: within('うまくいっている|順調'), gives: { health: 'well' } },
    {
      words: within(`${NIGHT}(?:に|でも|も)?(?:重要|必要|大事)(?:な)?`),
      gives: { nights: 'matter' },
    },
    {
      words: within('重要(?:度|性)?(?:が)?(?:の)?低い|重要でない'),
      gives: { importance: 'low' },
    },
    {
      words: within('重要(?:度|性)?(?:が)?(?:の)?(?:高い|高)|最重要|重要な|重要'),
      gives: { importance: 'high' },
    },
    {
      words: within(
        `${OWNER}${NONE}`,
        '誰(?:も|にも)(?:担当|責任|持|や|見|割り当て|所有|管理)?(?:して|って|て|を|も|られ|を持って|ら)*(?:いない|ない|いません)?|だれも.{0,6}いない|未割り当て|未割当|抜け漏れ|漏れ|穴|ギャップ|空白',
      ),
      gives: { status: 'nobody' },
    },
    { words: within('共同|共有している|分担'), gives: { shared: true } },
    { words: within('戦略的?'), gives: { kind: 'strategic' } },
    { words: within('定常|日常|運用'), gives: { kind: 'operation' } },
    { words: within('プロジェクト'), gives: { kind: 'project' } },
  ],
  sides: {
    msp: within('プロバイダー?|委託先|業務委託|外注先?|MSP|msp|運用会社'),
    internal: within('社内|自社|内部|情シス|うちの(?:チーム|it)'),
    vendor: within('ベンダー|仕入先|サプライヤー|外部業者|業者'),
  },
  mine: within('私|自分|僕|俺|わたし'),
  narrows: within('^(?:その中|そのうち|じゃあ|では|それで)'),
  areas: {
    security: 'セキュリティー?',
    cloud: 'クラウド',
    devices: 'デバイス|端末|機器',
    support: 'サポート',
    administration: '管理者業務|システム管理',
    vendors: 'ベンダー',
    projects: 'プロジェクト',
    strategic: '戦略',
  },
  areaBefore: '',
  areaAfter: '(?:分野|領域|エリア|関連|関係|面)',
  areaTasks: '(?:分野)',
  areaIs: '',
  joins: '(?:と|や|または)',
  unknownName: [/^(?<name>[a-z]+)(?:が|の)(?:担当|やって)/u],
};

export const jaSince: SinceWords = {
  changed: within('変わった|変更され?た?|変更があった|変更点'),
  relative: [
    { words: within('今日(?:から)?'), back: 0 },
    { words: within('昨日(?:から)?'), back: 1 },
    { words: within('先週(?:から)?'), back: 7 },
    { words: within('先月(?:から)?|最近'), back: 30 },
    { words: within('今週'), back: 'week' },
    { words: within('今月'), back: 'month' },
    { words: within('今四半期'), back: 'quarter' },
    { words: within('今年'), back: 'year' },
  ],
  last: /(?:過去|この|ここ)?(?<![月\d])(?<count>\d{1,3})(?:(?<days>日)|(?<weeks>週間)|(?<months>か月|ヶ月|カ月))(?:間)?(?:で|に)?/u,
  since: within('(?=\\d{4} \\d{2} \\d{2})|(?=.曜日)|(?=\\d{1,2}月)'),
};

// Japanese: words run together, so patterns match inside a run of letters.
import { exactly, NEVER, type Words, within } from './shape.ts';

const NIGHT = '(?:夜間|深夜|夜|週末|土日|休日|祝日|時間外|営業時間外)';
const OWNER = '(?:担当者?|責任者|オーナー|持ち主)';
const NONE =
  '(?:がいない|いない|がない|のない|なし|無し|不在|未定|がいません|がついていない|が決まっていない)';

export const ja: Words = {
  language: 'ja',
  spaces: false,
  common: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
  talk: [
    {
      says: 'hello',
      words: exactly(
        '(?:こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|どうも|やあ|お疲れ様(?:です)?|おつかれさまです)',
      ),
    },
    { says: 'well', words: exactly('(?:元気(?:ですか)?|お元気ですか|調子はどう(?:ですか)?)') },
    {
      says: 'thanks',
      words: exactly(
        '(?:どうも)? ?(?:ありがとう(?:ございます|ございました)?|感謝します|助かりました|助かります|サンキュー|了解(?:です|しました)?|わかりました|分かりました|承知しました|すごい|完璧)(?: ?(?:助かりました|ありがとうございます))?',
      ),
    },
    {
      says: 'bye',
      words: exactly(
        'さようなら|さよなら|またね|じゃあね|おやすみ(?:なさい)?|失礼します|お先に失礼します',
      ),
    },
    {
      says: 'bot',
      words: exactly(
        '(?:あなたは)?(?:ボット|ロボット|人間|人|AI|ai)(?:ですか|なの|か)?(?: ?.{0,12})?|名前は(?:何ですか)?',
      ),
    },
    {
      says: 'useless',
      words: exactly(
        '(?:役に立たない|使えない|ダメだな|だめだ|バカ|ばか|つかえない)(?:な|ね|です)?',
      ),
    },
    { says: 'laugh', words: exactly('(?:笑|www+|ウケる|w+|草)') },
    { says: 'test', words: exactly('テスト(?:です|中)?') },
    {
      says: 'never mind',
      words: exactly(
        '(?:何でもない|なんでもない|大丈夫|もういい|結構)(?:です)?|すみません|間違えました',
      ),
    },
    { says: 'okay', words: exactly('はい|いいえ|うん|なるほど|そうですか|オーケー|OK|ok') },
  ],
  help: exactly(
    'ヘルプ|助けて(?:ください)?|使い方(?:は|を教えて(?:ください)?)?|何ができ(?:ますか|る(?:の)?)|あなたは誰(?:ですか)?|これは何(?:ですか)?',
  ),
  frame:
    /タスク|業務|仕事|作業|項目|もの|一覧|リスト|全部|すべて|全て|全体|見せ|表示|教え|責任範囲|責任|担当者|担当|分野|領域|エリア|関連|関係|現在|今|件数|件|何|誰|持っ|管理|分|側|中|部分|[\p{Script=Hiragana}]+/gu,
  spelled: [],
  pointing:
    /これ|それ|あれ|その|この|人|担当者|担当|責任者|場合|時|同じ|方|誰|何|彼女|彼|業者|会社|今|本当|[\p{Script=Hiragana}]+/gu,
  pronouns: within('それ|これ|その|この|彼|そちら|そこ'),
  facets: [
    {
      facet: 'backup',
      points: within(
        '代わり|代理|バックアップ担当|控え|副担当|(?:不在|休み|休暇|いない|病気|欠席)(?:の|だっ|なら|時|とき|場合)?(?:時|とき|場合|たら)?|予備',
      ),
      names: within('の?(?:代理|副担当|代わり)(?:は|の人)?(?:誰)?'),
    },
    {
      facet: 'contact',
      points: within(
        '連絡先|電話番号|メールアドレス|内線|番号|連絡(?:方法|したい|する|するには)?|問い合わせ先',
      ),
      names: within('の(?:連絡先|電話番号|内線)'),
    },
    {
      facet: 'after_hours',
      points: within(NIGHT, '夜中|土曜日?|日曜日?|年末年始|当番'),
      names: within('(?:の)?(?:夜間|週末|休日|時間外)(?:の)?(?:担当|対応)'),
    },
    {
      facet: 'history',
      points: within('いつから|履歴|変更|以前|前は|誰が決め|いつ決ま|変わっ'),
      names: within('はいつから|の(?:変更)?履歴'),
    },
    {
      facet: 'next_review',
      points: within('次回|次の(?:確認|見直し|レビュー)|見直し|レビュー|いつ確認|期限'),
      names: within('の次(?:回)?の?(?:確認|見直し|レビュー)'),
    },
    { facet: 'reason', points: within('なぜ|どうして|理由|何故|なんで'), names: NEVER },
    {
      facet: 'status',
      points: within('状態|状況|ステータス|承認|承諾|確認済み|確定|順調|うまくいって|問題'),
      names: within('の(?:状態|状況|ステータス)|は(?:承認|承諾|確定)(?:済み|されて)|は順調'),
    },
  ],
  sameFor: [
    /^(?:じゃあ|では|それと|あと|それから)?(?<subject>.{1,20}?)(?:は|についても|についてはどう|も|の場合は)(?:どう|同じ|どうですか|同じですか)?$/u,
  ],
  picks: {
    ordinals: [
      within('最初|一番目|1番目?|一つ目|1つ目'),
      within('二番目|2番目?|二つ目|2つ目'),
      within('三番目|3番目?|三つ目|3つ目'),
      within('四番目|4番目?|四つ目|4つ目'),
    ],
    last: within('最後'),
    around: /番|選択肢/gu,
    other: exactly('(?:いや)?(?:もう一つ|もう一方|他の方|別の方)(?:の方)?(?:です)?'),
    all: exactly('(?:両方|全部|すべて|どちらも|二つとも|三つとも)(?:です|お願いします)?'),
    none: exactly(
      '(?:どれも|いずれも|どちらも)(?:違う|違います|ない|ちがいます|でもない)|該当なし|どれでもない',
    ),
    about: [/^(?<subject>.+?)(?:の方|のほう|のやつ|についての方)(?:です)?$/u],
  },
  assign: [
    {
      sure: false,
      words: /^(?<task>.+?)を(?<to>.+?)に(?:割り当て|任せ|変更|渡し|移し|引き継).*$/u,
    },
    { sure: false, words: /^(?<task>.+?)の担当(?:者)?を(?<to>.+?)に.*$/u },
  ],
  anybody: exactly('(?:他の人|別の人|誰か|私|プロバイダー)'),
  lists: {
    cues: within(
      '一覧|リスト|全部|すべて|全て|何|どの|どれ|いくつ|件数|タスク|もの|業務|担当分|見せて|漏れ|穴|ギャップ|変わった|変更|自分の|私の|範囲',
    ),
    count: within('いくつ|何件|件数|何個'),
    overview: within(
      '誰が何を(?:担当)?|(?:すべて|全て|全部)の(?:タスク|業務)|全(?:タスク|業務)|一覧(?:全体)',
    ),
    asksOwner: within('誰(?!も)|どなた|だれ(?!も)|どの(?:人|チーム|部署)|担当は(?!何)'),
    complaint: within('できない|できません|動かない|動きません|壊れ|つながら|届かない|困って'),
    absence: /いないと|いなくなると|休むと|困る|困|止まる|止ま/gu,
    polite: within('(?:教えて|見せて|ください|下さい)'),
    without: within('以外|ではない|じゃない'),
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
          '(?:一人|1人|ひとり)(?:だけ|しか)?(?:に|で|が)?(?:依存|頼|担当|しかいない)?(?:している|って)?|属人化|単一障害点|(?:代理|バックアップ|予備|副担当)(?:者)?(?:が|の)?(?:いない|ない|なし)',
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
    unknownName: [/^(?<name>[a-z]+)(?:が|の)(?:担当|やって)/u],
  },
  since: {
    changed: within('変わった|変更され?た?|変更があった|変更点'),
    relative: [
      { words: within('今日(?:から)?'), back: 0 },
      { words: within('昨日(?:から)?'), back: 1 },
      { words: within('先週(?:から)?'), back: 7 },
      { words: within('先月(?:から)?|最近'), back: 30 },
      { words: within('今週'), back: 'week' },
      { words: within('今月'), back: 'month' },
      { words: within('今年'), back: 'year' },
    ],
    last: /(?:過去|この|ここ)?(?<count>\d{1,3})(?:(?<days>日)|(?<weeks>週間)|(?<months>か月|ヶ月|カ月))(?:間)?(?:で|に)?/u,
    since: within('(?=\\d{4} \\d{2} \\d{2})|(?=.曜日)'),
  },
};

// Japanese: words run together, so patterns match inside a run of letters.
import { jaLists, jaSince } from './ja-lists.ts';
import { exactly, NEVER, type Words, within } from './shape.ts';

const NIGHT = '(?:夜間|深夜|夜|週末|土日|休日|祝日|時間外|営業時間外)';

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
        '(?:あなたは)?(?:ボット|ロボット|人間|人|ai)(?:ですか|なの|か)(?: ?.{0,12})?|あなたは(?:ボット|ロボット|人間|人|ai)|名前は(?:何ですか)?',
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
        '連絡先|電話(?:番号)?|メール(?:アドレス)?|内線|番号|連絡(?:方法|したい|する|するには)?|問い合わせ先',
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
  takesBack: exactly('いや|違う|違います|いいえ', '.{1,30}(?:じゃなくて|ではなく(?:て)?)'),
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
  lists: jaLists,
  since: jaSince,
};

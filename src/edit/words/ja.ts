// Edits in Japanese.
import type { EditWords } from './shape.ts';

const why = String.raw`(?:[、。\s]*(?:理由は|理由：)(?<why>.+?))?`;
const please = String.raw`^\s*`;
const end = String.raw`(?:(?:して)?(?:ください|下さい)|(?:を)?お願いします|です|ます)?[。！!\s]*$`;
const form = (text: string) => new RegExp(`${please}${text}${why}${end}`, 'iu');

export const ja: EditWords = {
  forms: [
    {
      wish: 'nobody',
      sure: true,
      words: form(
        '(?<task>.+?)(?:の担当(?:者)?)?は(?:誰もいない|誰も担当していない|担当なし|いません|誰もいません)',
      ),
    },
    {
      wish: 'backup',
      sure: true,
      words: form(
        String.raw`(?<task>.+?)の(?:代理|バックアップ)(?:担当)?(?:は|を)\s*(?<whom>.+?)(?:に(?:する|変更|設定)?)?`,
      ),
    },
    {
      wish: 'no backup',
      sure: true,
      words: form('(?<task>.+?)の(?:代理|バックアップ)を(?:削除|外)(?:す|して)?'),
    },
    {
      wish: 'assign',
      sure: true,
      words: form(
        String.raw`(?<task>.+?)(?:の担当(?:者)?)?を\s*(?<whom>.+?)に(?:割り当て(?:て|る)?|変更|引き継(?:ぐ|いで|ぎ)|任せ(?:て|る)?)`,
      ),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(String.raw`(?<task>.+?)の(?:新しい)?担当(?:者)?は(?:今後)?\s*(?<whom>.+?)`),
    },
    {
      wish: 'gap',
      sure: true,
      words: form(
        '(?<task>.+?)の(?:空白|ギャップ|リスク)を(?:(?<until>.+?)まで)?(?:容認|許容|受け入れ)(?:する|て)?',
      ),
    },
    {
      wish: 'not applicable',
      sure: true,
      words: form('(?<task>.+?)は(?:該当しない|該当なし|該当しません|対象外)'),
    },
    {
      wish: 'failing',
      sure: true,
      words: form('(?<task>.+?)を(?:不調|障害中|問題あり)(?:に(?:する|設定)?|として)?'),
    },
    {
      wish: 'well',
      sure: true,
      words: form('(?<task>.+?)を(?:正常|良好|問題なし)(?:に(?:する|設定)?|として)?'),
    },
    {
      wish: 'mine',
      sure: true,
      words: form('(?<task>.+?)は(?:私|自分)が(?:担当し|引き受け)(?:ます|る)?'),
    },
    { wish: 'accept', sure: true, words: form('(?<task>.+?)を(?:承諾|引き受け|受諾)(?:し|する)?') },
    { wish: 'decline', sure: true, words: form('(?<task>.+?)を(?:辞退|断り|お断り)(?:し|する)?') },
    {
      wish: 'decline',
      sure: true,
      words: form('(?<task>.+?)は(?:私|うち|当社)の(?:担当)?では(?:ない|ありません)'),
    },
  ],
  request: /(?:くれますか|もらえますか|いただけますか|できますか)[？?。\s]*$/u,
  pointing: /^(?:それ|これ|このタスク|そのタスク|この件)$/iu,
  undo: /^(?:元に戻(?:す|して(?:ください)?)|取り消(?:す|して(?:ください)?)|取り消し)[。！\s]*$/iu,
  roles: /^(?:役割|権限|管理者|誰が変更できる(?:の|か)?)[？?。\s]*$/iu,
  matrices: /^(?:マトリクス(?:一覧|を切り替え(?:る|て)?)?)[？?。\s]*$/iu,
  useMatrix:
    /^(?<name>.+?)(?:のマトリクス)?(?:を使う|を使って(?:ください)?|に切り替え(?:る|て(?:ください)?)?)[。！\s]*$/iu,
  views:
    /^(?:(?<area>.+?)の)?(?:意見聴取|見解確認)(?:を)?(?:始め(?:る|て(?:ください)?)|開始(?:する|して(?:ください)?)?)[。！\s]*$/iu,
};

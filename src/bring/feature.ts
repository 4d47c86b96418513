// JOB 5: bringing a matrix in from a file or a pasted table, and taking it away as a file.
import { action, type Feature, told } from '../chat.ts';
import { sayIn } from '../strings/strings.ts';
import { handed, pasted } from './hand.ts';
import { Apply, apply, Drop, drop, Go, go } from './press.ts';
import { As, accepted, chooseForm, offer } from './take.ts';

const IMPORT =
  /^(?:import|importieren|einlesen|importar|importer|取り込み|取り込む|インポート)[?!.。！？\s]*$/iu;
const EXPORT =
  /^(?:export|exportieren|ausgeben|exportar|exporter|書き出し|書き出す|エクスポート)[?!.。！？\s]*$/iu;

export const bringFeature: Feature = {
  commands: [
    {
      title: 'import',
      description: 'Bring in the matrix you have: send a file, or paste the table',
      words: IMPORT,
      handle: ({ where, locale }) =>
        told(sayIn(locale)(where === 'personal' ? 'bring.how' : 'bring.elsewhere')),
    },
    {
      title: 'export',
      description: 'Take the matrix away: Excel, CSV, Markdown or a contract appendix',
      words: EXPORT,
      handle: chooseForm,
    },
  ],
  actions: [
    action('bring-go', Go, go),
    action('bring-apply', Apply, apply),
    action('bring-drop', Drop, drop),
    action('export-as', As, offer),
  ],
  file: handed,
  consent: accepted,
  text: pasted,
};

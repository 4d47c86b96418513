// Edits in German.
import type { EditWords } from './shape.ts';

const why = String.raw`(?:[,;.]?\s+(?:weil|wegen|denn|da|grund:?)\s+(?<why>.+?))?`;
const please = String.raw`^(?:bitte\s+|kannst du\s+|können sie\s+)?`;
const end = String.raw`(?:\s+bitte)?[.!\s]*$`;
const form = (text: string) => new RegExp(`${please}${text}${why}${end}`, 'iu');

export const de: EditWords = {
  forms: [
    {
      wish: 'nobody',
      sure: true,
      words: form(
        String.raw`(?:niemand|keiner)\s+(?:ist\s+(?:für\s+)?(?:zuständig\s+für\s+)?|kümmert\s+sich\s+um\s+)(?<task>.+?)(?:\s+(?:zuständig|verantwortlich|mehr))*`,
      ),
    },
    {
      wish: 'backup',
      sure: true,
      words: form(
        String.raw`(?:die\s+)?(?:vertretung|stellvertretung|backup)\s+(?:für|von|bei)\s+(?<task>.+?)\s+(?:ist(?:\s+(?:jetzt|nun))?|=|→)\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'backup',
      sure: true,
      words: form(
        String.raw`(?<whom>.+?)\s+(?:vertritt|ist\s+(?:die\s+)?vertretung\s+(?:für|bei|von))\s+(?<task>.+?)`,
      ),
    },
    {
      wish: 'no backup',
      sure: true,
      words: form(
        String.raw`(?:entferne|lösche|streiche)\s+die\s+(?:vertretung|stellvertretung)\s+(?:für|von|bei)\s+(?<task>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: true,
      words: form(
        String.raw`(?:weise|teile)\s+(?<task>.+?)\s+(?:an\s+)?(?<whom>\S+(?:\s+\S+){0,3}?)\s+zu`,
      ),
    },
    {
      wish: 'assign',
      sure: true,
      words: form(String.raw`(?:ordne)\s+(?<task>.+?)\s+(?<whom>\S+(?:\s+\S+){0,3}?)\s+zu`),
    },
    {
      wish: 'assign',
      sure: true,
      words: form(
        String.raw`(?:übergib|übertrage|gib)\s+(?<task>.+?)\s+an\s+(?<whom>.+?)(?:\s+(?:ab|weiter))?`,
      ),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(
        String.raw`(?:der\s+|die\s+)?(?:neue[rn]?\s+)?(?:zuständige[r]?|verantwortliche[r]?)\s+(?:für|von)\s+(?<task>.+?)\s+ist(?:\s+(?:jetzt|nun))?\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(
        String.raw`(?<whom>.+?)\s+(?:übernimmt|ist\s+(?:jetzt|nun|ab\s+jetzt)\s+(?:zuständig|verantwortlich)\s+für)\s+(?<task>.+?)`,
      ),
    },
    {
      wish: 'gap',
      sure: true,
      words: form(
        String.raw`(?:akzeptiere|akzeptieren\s+(?:sie|wir))\s+(?:die|eine)\s+lücke\s+(?:bei|für|in)\s+(?<task>.+?)(?:\s+bis(?:\s+zum)?\s+(?<until>.+?))?`,
      ),
    },
    {
      wish: 'not applicable',
      sure: true,
      words: form(
        String.raw`(?<task>.+?)\s+(?:trifft\s+(?:hier|bei\s+uns|für\s+uns)\s+nicht\s+zu|gibt\s+es\s+(?:hier|bei\s+uns)\s+nicht|betrifft\s+uns\s+nicht)`,
      ),
    },
    {
      wish: 'failing',
      sure: true,
      words: form(
        String.raw`(?:markiere|setze|melde)\s+(?<task>.+?)\s+(?:als|auf)\s+(?:gestört|kaputt|fehlerhaft|problematisch)`,
      ),
    },
    {
      wish: 'well',
      sure: true,
      words: form(
        String.raw`(?:markiere|setze|melde)\s+(?<task>.+?)\s+(?:als|auf)\s+(?:gut|in\s+ordnung|funktionierend|ok(?:ay)?)`,
      ),
    },
    { wish: 'mine', sure: true, words: form(String.raw`ich\s+übernehme\s+(?<task>.+?)`) },
    {
      wish: 'accept',
      sure: true,
      words: form(String.raw`(?:ich|wir)\s+(?:nehme|nehmen)\s+(?<task>.+?)\s+an`),
    },
    {
      wish: 'accept',
      sure: true,
      words: form(
        String.raw`(?:ich|wir)\s+(?:akzeptiere|akzeptieren|bestätige|bestätigen)\s+(?<task>.+?)`,
      ),
    },
    {
      wish: 'decline',
      sure: true,
      words: form(String.raw`(?:ich|wir)\s+lehnen?\s+(?<task>.+?)\s+ab`),
    },
    {
      wish: 'decline',
      sure: true,
      words: form(String.raw`(?<task>.+?)\s+(?:ist|sind)\s+nicht\s+(?:meins?|meine|unsere?s?)`),
    },
  ],
  request: /^(?:bitte\s+)?(?:kannst\s+du|können\s+sie|könntest\s+du|könnten\s+sie)\b/iu,
  pointing: /^(?:es|das|dies|dieses?|diese|sie|ihn|die aufgabe|diese aufgabe)$/iu,
  undo: /^(?:bitte\s+)?(?:(?:mach(?:e)?|nimm)\s+(?:das|es|die letzte änderung|meine letzte änderung)\s+(?:rückgängig|zurück)|rückgängig(?:\s+machen)?)[.!\s]*$/iu,
  roles:
    /^(?:rollen|rechte|admins|berechtigungen|wer darf (?:hier\s+)?(?:was\s+)?ändern)[?.!\s]*$/iu,
  matrices: /^(?:matrizen|matrix wechseln|welche matri(?:x|zen)(?: gibt es)?)[?.!\s]*$/iu,
  useMatrix:
    /^(?:nutze|verwende|nimm|wechsle zu)\s+(?:die\s+)?(?:matrix\s+)?(?<name>.+?)[.!\s]*$/iu,
  views:
    /^(?:starte|beginne)\s+(?:eine\s+)?(?:sichten|ansichten|abfrage)runde(?:\s+(?:für|zu|in)\s+(?<area>.+?))?[.!\s]*$/iu,
};

// Edits in English.
import type { EditWords } from './shape.ts';

const why = String.raw`(?:[,;.]?\s+(?:because(?: of)?|as|since|reason:?|why:)\s+(?<why>.+?))?`;
const please = String.raw`^(?:please\s+|pls\s+|could you\s+|can you\s+|let['’]?s\s+)?`;
const end = String.raw`(?:\s+please)?[.!\s]*$`;
/** "Takes four days" and "takes ages" say how long, not who. */
const howLong = String.raw`(?:\d+|an?|about|up|so|too|ages|forever|long|hours|days|weeks|one|two|three|four|five|six|ten)\b`;
const form = (text: string) => new RegExp(`${please}${text}${why}${end}`, 'iu');

export const en: EditWords = {
  forms: [
    {
      wish: 'nobody',
      sure: true,
      words: form(
        String.raw`(?:nobody|no[\s-]?one)\s+(?:owns|looks\s+after)\s+(?<task>.+?)(?:\s+(?:any\s?more|now))?`,
      ),
    },
    {
      wish: 'nobody',
      sure: true,
      words: form(
        String.raw`(?:mark|set)\s+(?<task>.+?)\s+(?:as\s+|to\s+)?(?:unowned|owned\s+by\s+nobody|nobody|a\s+gap|not\s+owned)`,
      ),
    },
    {
      wish: 'nobody',
      sure: true,
      words: form(String.raw`(?:remove|clear)\s+the\s+owner\s+(?:of|from|for)\s+(?<task>.+?)`),
    },
    {
      wish: 'backup',
      sure: true,
      words: form(
        String.raw`(?:the\s+)?backup\s+(?:for|of|on)\s+(?<task>.+?)\s+(?:is(?:\s+now)?|=|→|to)\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'backup',
      sure: true,
      words: form(
        String.raw`(?:make|set|name|put)\s+(?!the\s+backup)(?<whom>.+?)\s+(?:as\s+)?(?:the\s+)?(?:backup|stand-?in)\s+(?:for|of|on)\s+(?<task>.+?)`,
      ),
    },
    {
      wish: 'backup',
      sure: true,
      words: form(
        String.raw`(?:set|change)\s+(?:the\s+)?backup\s+(?:for|of|on)\s+(?<task>.+?)\s+to\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'no backup',
      sure: true,
      words: form(
        String.raw`(?:remove|drop|clear)\s+the\s+backup\s+(?:for|of|from|on)\s+(?<task>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: true,
      words: form(String.raw`(?:re)?assign\s+(?<task>.+?)\s+to\s+(?<whom>.+?)`),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(
        String.raw`(?:give|hand(?:\s+over)?|transfer|move|pass)\s+(?:(?:the\s+)?ownership\s+of\s+)?(?<task>.+?)\s+(?:over\s+)?to\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: true,
      words: form(
        String.raw`(?:make|set|name)\s+(?!the\s+(?:new\s+)?owner)(?<whom>.+?)\s+(?:as\s+)?(?:the\s+)?(?:new\s+)?owner\s+(?:of|for)\s+(?<task>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: true,
      words: form(
        String.raw`(?:set|change|switch)\s+(?:the\s+)?owner\s+(?:of|for)\s+(?<task>.+?)\s+to\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(
        String.raw`(?:the\s+)?(?:new\s+)?owner\s+(?:of|for)\s+(?<task>.+?)\s+is(?:\s+now)?\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(
        String.raw`(?<whom>.+?)\s+(?:now\s+owns|owns|takes\s+over|takes(?!\s+${howLong})|took\s+over|will\s+own|is\s+the\s+(?:new\s+)?owner\s+of)\s+(?<task>.+?)(?:\s+(?:now|from\s+now\s+on))?`,
      ),
    },
    {
      wish: 'gap',
      sure: true,
      words: form(
        String.raw`accept(?:\s+the|\s+a)?\s+(?:gap|risk)\s+(?:on|for|in|of|with)\s+(?<task>.+?)(?:\s+(?:until|till|to|for)\s+(?<until>.+?))?`,
      ),
    },
    {
      wish: 'not applicable',
      sure: true,
      words: form(
        String.raw`(?<task>.+?)\s+(?:does\s+not|doesn['’]t)\s+(?:apply|concern\s+us)(?:\s+(?:here|to\s+us))?`,
      ),
    },
    {
      wish: 'not applicable',
      sure: true,
      words: form(String.raw`(?:mark|set)\s+(?<task>.+?)\s+(?:as\s+)?not\s+applicable`),
    },
    {
      wish: 'failing',
      sure: true,
      words: form(
        String.raw`(?:mark|set|flag)\s+(?<task>.+?)\s+(?:as\s+)?(?:failing|broken|in\s+trouble|not\s+(?:working|well|healthy|fine|ok(?:ay)?|good))`,
      ),
    },
    {
      wish: 'well',
      sure: true,
      words: form(
        String.raw`(?:mark|set|flag)\s+(?<task>.+?)\s+(?:as\s+)?(?<!\bnot\s)(?:working(?:\s+well)?|well|healthy|fine|ok(?:ay)?|fixed)`,
      ),
    },
    {
      wish: 'mine',
      sure: true,
      words: form(
        String.raw`(?:i['’]?ll\s+take|i\s+take(?:\s+over)?|i\s+will\s+take|i\s+claim|claim)\s+(?<task>.+?)`,
      ),
    },
    {
      wish: 'accept',
      sure: true,
      words: form(
        String.raw`(?:i\s+|we\s+)?(?:accept|confirm)\s+(?!(?:who|what|if|whether|the\s+owner)\b)(?:that\s+(?:i|we)\s+own\s+|ownership\s+of\s+)?(?<task>.+?)`,
      ),
    },
    {
      wish: 'decline',
      sure: true,
      words: form(
        String.raw`(?:i\s+|we\s+)?(?:decline|refuse|reject)\s+(?:ownership\s+of\s+)?(?<task>.+?)`,
      ),
    },
    {
      wish: 'decline',
      sure: true,
      words: form(
        String.raw`(?<task>.+?)\s+(?:is\s+not|isn['’]t|are\s+not|aren['’]t)\s+(?:mine|ours)`,
      ),
    },
  ],
  request: /^(?:please\s+)?(?:can|could|would|will)\s+you\b/iu,
  pointing: /^(?:it|this|that|this one|that one|this task|the task|them)$/iu,
  undo: /^(?:please\s+)?undo(?:\s+(?:it|that|this|the last (?:change|edit|one)|my last (?:change|edit)))?[.!\s]*$/iu,
  roles:
    /^(?:roles|rights|admins|permissions|who (?:are|is) (?:the |an )?admins?|who may (?:change|edit)(?: what| things)?)[?.!\s]*$/iu,
  matrices:
    /^(?:matrices|(?:switch|change|choose|list)(?: the)? matri(?:x|ces)|which matri(?:x|ces)(?: is this| are there)?)[?.!\s]*$/iu,
  useMatrix:
    /^(?:use|switch to|bind(?: this (?:chat|channel))? to)\s+(?:the\s+)?(?:matrix\s+)?(?<name>.+?)(?:\s+matrix)?[.!\s]*$/iu,
  views:
    /^(?:start|run|begin)\s+(?:a\s+|the\s+)?views?\s+round(?:\s+(?:for|on|in)\s+(?:the\s+)?(?<area>.+?)(?:\s+area)?)?[.!\s]*$/iu,
};

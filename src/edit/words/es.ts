// Edits in Spanish.
import type { EditWords } from './shape.ts';

const why = String.raw`(?:[,;.]?\s+(?:porque|por|ya que|motivo:?)\s+(?<why>.+?))?`;
const please = String.raw`^(?:por favor,?\s+|puedes\s+)?`;
const end = String.raw`(?:,?\s+por favor)?[.!\s]*$`;
const form = (text: string) => new RegExp(`${please}${text}${why}${end}`, 'iu');

export const es: EditWords = {
  forms: [
    {
      wish: 'nobody',
      sure: true,
      words: form(
        String.raw`nadie\s+(?:se\s+encarga\s+de|es\s+responsable\s+de|lleva)\s+(?<task>.+?)(?:\s+ya)?`,
      ),
    },
    {
      wish: 'backup',
      sure: true,
      words: form(
        String.raw`(?:el\s+|la\s+)?(?:suplente|respaldo|sustitut[oa])\s+(?:de|del|para)\s+(?<task>.+?)\s+es(?:\s+ahora)?\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'no backup',
      sure: true,
      words: form(
        String.raw`(?:quita|elimina|borra)\s+(?:el\s+|la\s+)?(?:suplente|respaldo)\s+(?:de|del)\s+(?<task>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: true,
      words: form(String.raw`asigna(?:r)?\s+(?<task>.+?)\s+a\s+(?<whom>.+?)`),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(
        String.raw`(?:pasa|da|entrega|transfiere)(?:r|le)?\s+(?<task>.+?)\s+a\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(
        String.raw`(?:el\s+|la\s+)?(?:nuev[oa]\s+)?responsable\s+(?:de|del)\s+(?<task>.+?)\s+es(?:\s+ahora)?\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(String.raw`(?<whom>.+?)\s+(?:se\s+encarga\s+ahora\s+de|asume)\s+(?<task>.+?)`),
    },
    {
      wish: 'gap',
      sure: true,
      words: form(
        String.raw`acepta(?:r|mos)?\s+(?:el|un)\s+(?:hueco|riesgo)\s+(?:en|de|para)\s+(?<task>.+?)(?:\s+hasta(?:\s+el)?\s+(?<until>.+?))?`,
      ),
    },
    {
      wish: 'not applicable',
      sure: true,
      words: form(String.raw`(?<task>.+?)\s+no\s+(?:(?:se\s+)?aplica|nos\s+afecta)(?:\s+aquí)?`),
    },
    {
      wish: 'failing',
      sure: true,
      words: form(
        String.raw`marca(?:r)?\s+(?<task>.+?)\s+como\s+(?:fallando|averiad[oa]|rot[oa]|problemátic[oa])`,
      ),
    },
    {
      wish: 'well',
      sure: true,
      words: form(
        String.raw`marca(?:r)?\s+(?<task>.+?)\s+como\s+(?:bien|funcionando|correct[oa]|resuelt[oa])`,
      ),
    },
    {
      wish: 'mine',
      sure: true,
      words: form(String.raw`(?:yo\s+)?me\s+encargo\s+de\s+(?<task>.+?)`),
    },
    {
      wish: 'accept',
      sure: true,
      words: form(String.raw`(?:yo\s+)?(?:acepto|aceptamos|confirmo|confirmamos)\s+(?<task>.+?)`),
    },
    {
      wish: 'decline',
      sure: true,
      words: form(String.raw`(?:yo\s+)?(?:rechazo|rechazamos)\s+(?<task>.+?)`),
    },
    {
      wish: 'decline',
      sure: true,
      words: form(String.raw`(?<task>.+?)\s+no\s+(?:es|son)\s+(?:mí[oa]s?|nuestr[oa]s?)`),
    },
  ],
  request: /^(?:por favor,?\s+)?(?:puedes|podrías|puede|podría)\b/iu,
  pointing: /^(?:l[oa]s?|est[oea]|es[oea]|esta tarea|la tarea)$/iu,
  undo: /^(?:por favor,?\s+)?deshaz(?:lo)?(?:\s+(?:eso|el último cambio|mi último cambio))?[.!\s]*$/iu,
  roles: /^[¿\s]*(?:roles|permisos|administradores|quién puede cambiar(?: qué| cosas)?)[?.!\s]*$/iu,
  matrices: /^[¿\s]*(?:matrices|cambiar(?: de)? matriz|qué matrices hay)[?.!\s]*$/iu,
  useMatrix: /^(?:usa|utiliza|cambia a)\s+(?:la\s+)?(?:matriz\s+)?(?<name>.+?)[.!\s]*$/iu,
  views:
    /^(?:inicia|empieza)\s+(?:una\s+)?ronda\s+de\s+(?:opiniones|consultas)(?:\s+(?:de|para|sobre)\s+(?<area>.+?))?[.!\s]*$/iu,
};

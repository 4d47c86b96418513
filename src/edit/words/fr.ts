// Edits in French.
import type { EditWords } from './shape.ts';

const why = String.raw`(?:[,;.]?\s+(?:parce que?|parce qu’|car|à cause de|raison\s*:?)\s*(?<why>.+?))?`;
const please = String.raw`^(?:merci de\s+|s['’]il (?:te|vous) plaît,?\s+|peux-tu\s+|pouvez-vous\s+)?`;
const end = String.raw`(?:,?\s+s['’]il (?:te|vous) plaît)?[.!\s]*$`;
const form = (text: string) => new RegExp(`${please}${text}${why}${end}`, 'iu');

export const fr: EditWords = {
  forms: [
    {
      wish: 'nobody',
      sure: true,
      words: form(
        String.raw`personne\s+(?:ne\s+|n['’])(?:s['’]occupe\s+(?:plus\s+)?d[eu]s?\s+|est\s+responsable\s+d[eu]s?\s+)(?<task>.+?)`,
      ),
    },
    {
      wish: 'backup',
      sure: true,
      words: form(
        String.raw`(?:le\s+|la\s+)?(?:suppléante?|remplaçante?)\s+(?:de\s+|du\s+|pour\s+|d['’])(?<task>.+?)\s+est(?:\s+désormais)?\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'no backup',
      sure: true,
      words: form(
        String.raw`(?:retire|supprime|enlève)[rz]?\s+(?:le\s+|la\s+)?(?:suppléante?|remplaçante?)\s+(?:de\s+|du\s+|pour\s+|d['’])(?<task>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: true,
      words: form(
        String.raw`(?:attribue|assigne|affecte)[rz]?\s+(?<task>.+?)\s+(?:à|au)\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(
        String.raw`(?:donne|confie|transfère|transférer|passe)[rz]?\s+(?<task>.+?)\s+(?:à|au)\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(
        String.raw`(?:le\s+|la\s+)?(?:nouve(?:au|lle)\s+)?responsable\s+(?:de\s+|du\s+|des\s+|d['’])(?<task>.+?)\s+est(?:\s+désormais)?\s+(?<whom>.+?)`,
      ),
    },
    {
      wish: 'assign',
      sure: false,
      words: form(
        String.raw`(?<whom>.+?)\s+(?:reprend|prend\s+en\s+charge|s['’]occupe\s+désormais\s+d[eu])\s+(?<task>.+?)`,
      ),
    },
    {
      wish: 'gap',
      sure: true,
      words: form(
        String.raw`accepte[rz]?\s+(?:la\s+lacune|le\s+risque)\s+(?:sur|pour|de|du)\s+(?<task>.+?)(?:\s+jusqu['’](?:au|en|à)\s+(?<until>.+?))?`,
      ),
    },
    {
      wish: 'not applicable',
      sure: true,
      words: form(
        String.raw`(?<task>.+?)\s+(?:ne\s+nous\s+concerne\s+pas|ne\s+s['’]applique\s+pas(?:\s+ici)?|est\s+sans\s+objet)`,
      ),
    },
    {
      wish: 'failing',
      sure: true,
      words: form(
        String.raw`(?:marque|signale)[rz]?\s+(?<task>.+?)\s+comme\s+(?:défaillante?|en\s+panne|cassée?)`,
      ),
    },
    {
      wish: 'well',
      sure: true,
      words: form(
        String.raw`(?:marque|signale)[rz]?\s+(?<task>.+?)\s+comme\s+(?:bon(?:ne)?|fonctionnel(?:le)?|réparée?|ok)`,
      ),
    },
    {
      wish: 'mine',
      sure: true,
      words: form(String.raw`je\s+(?:prends|reprends|m['’]occupe\s+d[eu])\s+(?<task>.+?)`),
    },
    {
      wish: 'accept',
      sure: true,
      words: form(String.raw`(?:j['’]accepte|nous\s+acceptons|je\s+confirme)\s+(?<task>.+?)`),
    },
    {
      wish: 'decline',
      sure: true,
      words: form(String.raw`(?:je\s+refuse|je\s+décline|nous\s+refusons)\s+(?<task>.+?)`),
    },
    {
      wish: 'decline',
      sure: true,
      words: form(String.raw`(?<task>.+?)\s+(?:n['’]est|ne\s+sont)\s+pas\s+à\s+(?:moi|nous)`),
    },
  ],
  request: /^(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|tu\s+peux|vous\s+pouvez)(?=\s)/iu,
  pointing: /^(?:l[ae]s?|ça|cela|ceci|celle-ci|celui-ci|cette tâche|la tâche)$/iu,
  undo: /^(?:annule[rz]?(?:\s+(?:ça|cela|la dernière modification|ma dernière modification))?)[.!\s]*$/iu,
  roles: /^(?:rôles|droits|administrateurs|qui peut modifier(?: quoi)?)[?.!\s]*$/iu,
  matrices: /^(?:matrices|changer de matrice|quelles matrices(?: y a-t-il)?)[?.!\s]*$/iu,
  useMatrix: /^(?:utilise[rz]?|passe[rz]? à)\s+(?:la\s+)?(?:matrice\s+)?(?<name>.+?)[.!\s]*$/iu,
  views:
    /^(?:lance|démarre|commence)[rz]?\s+(?:un\s+)?tour\s+(?:d['’]avis|de\s+vues)(?:\s+(?:sur|pour|dans)\s+(?<area>.+?))?[.!\s]*$/iu,
};

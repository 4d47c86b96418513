// Which side a party is probably on, by what it is called, who else is there and what the matrix knows.
import type { Party, Side } from '../../matrix/party.ts';

/** `sure` where its name says it, or the matrix knows it; otherwise somebody should look. */
export type SideGuess = { side: Side; sure: boolean; why: string };

const words = (text: string) =>
  new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${text})(?:[^\\p{L}\\p{N}]|$)`, 'iu');

const CUSTOMER =
  /(?:^|[^\p{L}])(?:customers?|clients?|internal|in-house|inhouse|we|us|our|tenant|subscriber|agency|kunde|kunden|auftraggeber|intern|interne|cliente|interno|interna|nosotros|nous|klant|opdrachtgever)(?:[^\p{L}]|$)|お客様|顧客|社内|自社|情シス|弊社|当社/iu;
const PROVIDER =
  /(?:^|[^\p{L}])(?:mss?p|csps?|managed (?:it )?services?|(?:managed |cloud )?service providers?|providers?|suppliers?|contractors?|outsourc\p{L}*|dienstleister|anbieter|auftragnehmer|lieferant|prestataire|fournisseur|infogérant|proveedor|prestador\p{L}*|leverancier|dienstverlener|provider|3paos?)(?:[^\p{L}]|$)|事業者|委託先|受託|プロバイダ/iu;
const VENDOR = words(
  'vendors?|manufacturers?|aws|amazon|microsoft|google|azure|oracle|cisco|vmware|sap|isp|carrier|telco|third[- ]part(?:y|ies)|3rd party|partners?|hersteller|fabricante|constructeur|éditeur|fornecedor\\p{L}*',
);
const VENDOR_ASIAN = /ベンダー|メーカー/u;
/** Every organisation has these itself, whoever else is there. */
const DEPARTMENT =
  /^(?:the )?(?:finance|hr|human resources|people (?:ops|operations|team)|legal|purchasing|procurement|payroll|facilities|marketing|sales|board|management|security|information security|security (?:team|office)|works council|c[a-z]o|ciso|dpo|dsi|fachbereich|einkauf|personal(?:abteilung)?|rechtsabteilung|betriebsrat|geschäfts(?:führung|leitung)|achats|rh|juridique|direction(?: générale| financière)?|compras|rrhh|recursos humanos|finanzas|dirección|jurídico|inkoop|financiën|経理部?|人事部?|総務部?|法務部?)$/iu;
const TEAM =
  /(?:^|[^\p{L}])(?:teams?|departments?|owners?|admin\p{L}*|operators?|operations|auditors?|engineers?|managers?|officers?|office|board|committee|councils?|hr|finance|legal|it|noc|soc|cio|ciso|cto|cfo|pmo|users?|staff|ops|squads?|tier \d|abteilung|afdeling|leitung|divisão|direção|equipa|equipe|équipe|direction|equipo|departamento)(?:[^\p{L}]|$)|部|課|チーム|室|担当/iu;

export function guessSides(
  names: readonly { name: string; group: string }[],
  known: readonly Party[],
  sameName: (a: string, b: string) => boolean,
): SideGuess[] {
  const byName = names.map(({ name, group }): SideGuess | null => {
    const party = known.find((each) => sameName(each.name, name));
    if (party) return { side: party.side, sure: true, why: 'as the matrix has it' };
    for (const text of group === '' ? [name] : [name, group]) {
      if (CUSTOMER.test(text))
        return { side: 'internal', sure: true, why: 'its name says customer' };
      if (PROVIDER.test(text)) return { side: 'msp', sure: true, why: 'its name says provider' };
      if (VENDOR.test(text) || VENDOR_ASIAN.test(text))
        return { side: 'vendor', sure: true, why: 'its name says vendor' };
    }
    return null;
  });
  const customer = byName.some((guess) => guess?.why.endsWith('customer'));
  const provider = byName.some((guess) => guess?.side === 'msp');
  const unnamed = byName.filter((guess) => guess === null).length;
  return byName.map((guess, index): SideGuess => {
    if (guess) return guess;
    const { name = '', group = '' } = names[index] ?? {};
    const opposite = otherGroup(names, group);
    if (opposite !== '' && PROVIDER.test(opposite)) {
      return { side: 'internal', sure: true, why: 'the provider is named beside it' };
    }
    if (opposite !== '' && CUSTOMER.test(opposite)) {
      return { side: 'msp', sure: true, why: 'the customer is named beside it' };
    }
    if (DEPARTMENT.test(name))
      return { side: 'internal', sure: true, why: 'it is named like a team' };
    const team = TEAM.test(name);
    // Beside the customer alone, a stranger is the provider; where the provider is named as well, a department.
    if (customer && !provider && (!team || unnamed === 1)) {
      return { side: 'msp', sure: unnamed === 1 && !team, why: 'the customer is named beside it' };
    }
    return {
      side: 'internal',
      sure: team && !customer,
      why: team ? 'it is named like a team' : 'nothing tells',
    };
  });
}

/** Of two groups of columns the other one; empty where there are more, or none. */
function otherGroup(names: readonly { group: string }[], own: string): string {
  const groups = new Set(names.map(({ group }) => group));
  if (own === '' || groups.size !== 2) return '';
  return [...groups].find((group) => group !== own) ?? '';
}

// Words or a card's choice → who is meant: a person, a party, a role in a party, or whoever speaks.
import type { Step } from '../matrix/change.ts';
import { type Day, dayOf } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Holder } from '../matrix/ownership.ts';
import { nameKey, type Party, type Person, sameName } from '../matrix/party.ts';
import { type Caller, mayAdminister } from '../matrix/rights.ts';

/** `steps` add a person whom the matrix did not know. */
export type Whom =
  | { kind: 'holder'; holder: Holder; steps: Step[] }
  | { kind: 'several'; names: string[] }
  | { kind: 'left'; name: string; on: Day }
  | { kind: 'unknown'; name: string };

type Around = { matrix: Matrix; caller: Caller; now: Date };

const ME = /^(?:me|myself|us|mich|mir|uns|m[ií]|nosotros|moi|nous|私|わたし|自分)$/iu;
const NOISE = /^(?:the|our|our own|el|la|los|der|die|das|dem|den|le|les|l['’])\s+/iu;
const SIDES: readonly [Party['side'], RegExp][] = [
  [
    'msp',
    /^(?:msp|(?:managed )?(?:service )?provider|proveedor|dienstleister|prestataire|プロバイダー?)$/iu,
  ],
  [
    'internal',
    /^(?:internal(?: it)?|it|in-?house|(?:interne )?it|ti|interno|intern|interne|社内)$/iu,
  ],
  ['vendor', /^(?:vendor|supplier|fabricante|hersteller|fournisseur|ベンダー)$/iu],
];

/** What people write: "Priya", "Northwind", "the provider", "Northwind service desk", "me". */
export function whomIn(text: string, around: Around): Whom {
  const said = text.replace(/<\/?at[^>]*>/gi, '').trim();
  const name = said.replace(NOISE, '');
  if (ME.test(name)) return myself(around);
  const people = personIn(name, around);
  if (people) return people;
  const party = partyIn(name, around.matrix);
  if (party) return holder({ party: party.id, role: '', person: '' });
  const within = roleIn(name, around.matrix);
  return within ? holder(within) : { kind: 'unknown', name: said };
}

/** Whoever speaks; somebody new belongs to the organisation's own side, known from now on by their id. */
export function myself({ matrix, caller }: Around): Whom {
  const [known] = caller.people;
  if (known) return holder({ party: known.party, role: '', person: known.name });
  const home = matrix.parties.find(({ side }) => side === 'internal');
  if (!home || caller.guest || caller.name === '') return { kind: 'unknown', name: caller.name };
  // Their name is the directory's; whoever left under that name may be somebody else all the same.
  const left = matrix.people.some((one) => sameName(one.name, caller.name) && one.leftOn !== null);
  const me = { name: caller.name, entraId: caller.id.toLowerCase() };
  return newcomer(me, home.id, matrix, mayAdminister(caller) || !left);
}

/**
 * Somebody known by id. `proved`: a namesake without an id is the same person; with their id, whoever comes next owns
 * what they own.
 */
export function newcomer(
  { name, entraId }: Pick<Person, 'name' | 'entraId'>,
  party: string,
  matrix: Matrix,
  proved: boolean,
): Whom {
  const namesake = matrix.people.find((one) => one.party === party && sameName(one.name, name));
  const taken = namesake && (namesake.entraId === '' ? !proved : namesake.entraId !== entraId);
  if (taken) return { kind: 'several', names: [namesake.name, name] };
  const to: Person = namesake
    ? { ...namesake, entraId, leftOn: null }
    : { name, party, entraId, mail: '', leftOn: null };
  return {
    ...{ kind: 'holder', holder: { party, role: '', person: to.name } },
    steps: [{ kind: 'person', to }],
  };
}

function personIn(name: string, { matrix, now }: Around): Whom | null {
  const exact = matrix.people.filter((person) => sameName(person.name, name));
  const parts = nameKey(name).split(' ');
  const partly = matrix.people.filter(({ name: full }) => {
    const own = nameKey(full).split(' ');
    return parts.every((part) => own.some((word) => word === part || isInitial(part, word)));
  });
  const found = exact.length > 0 ? exact : partly;
  const here = found.filter(({ leftOn }) => leftOn === null || leftOn > dayOf(now));
  const [only] = here;
  if (here.length > 1) return { kind: 'several', names: here.map((person) => person.name) };
  if (only) return holder({ party: only.party, role: '', person: only.name });
  const [gone] = found;
  return gone?.leftOn ? { kind: 'left', name: gone.name, on: gone.leftOn } : null;
}

/** "N." for Nair. */
function isInitial(part: string, word: string): boolean {
  return /^\p{L}\.$/u.test(part) && word.startsWith(part.slice(0, 1));
}

function partyIn(name: string, { parties }: Matrix): Party | null {
  const exact = parties.find((party) => sameName(party.name, name));
  if (exact) return exact;
  const side = SIDES.find(([, words]) => words.test(name))?.[0];
  const fitting = side
    ? parties.filter((party) => party.side === side)
    : parties.filter((party) => nameKey(party.name).split(' ')[0] === nameKey(name));
  const [only] = fitting;
  return only && (fitting.length === 1 || side === 'internal') ? only : null;
}

/** "Northwind IT service desk": a party, and a role in it. */
function roleIn(name: string, matrix: Matrix): Holder | null {
  const words = name.replace(/,/g, ' ').split(/\s+/);
  for (let cut = words.length - 1; cut > 0; cut -= 1) {
    const party = partyIn(words.slice(0, cut).join(' '), matrix);
    if (party) return { party: party.id, role: words.slice(cut).join(' '), person: '' };
  }
  return null;
}

function holder(given: Holder): Whom {
  return { kind: 'holder', holder: given, steps: [] };
}

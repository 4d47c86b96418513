// Who may change what: the grants of a matrix on a card, and a new one from it.

import { z } from 'zod';
import type { Option } from '../cards.ts';
import { type Outcome, replied, type Turn, type World } from '../chat.ts';
import type { Grant } from '../matrix/grant.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { isObjectId } from '../matrix/party.ts';
import { mayAdminister } from '../matrix/rights.ts';
import { areaTitle } from '../matrix/task.ts';
import type { Effect } from '../store.ts';
import { type Say, sayIn } from '../strings/strings.ts';

const Many = z
  .string()
  .max(2_000)
  .default('')
  .transform((text) => text.split(',').filter((one) => one !== ''));

/** Choice sets with several choices bring them joined by commas. */
export const SaveRole = z.object({
  person: z.string().max(100).default(''),
  someone: z.string().max(100).default(''),
  name: z.string().max(200).default(''),
  admin: z.string().max(10).default('false'),
  areas: Many,
  speaksFor: Many,
});

export function rolesOutcome(turn: Turn, world: World, note = ''): Outcome {
  const say = sayIn(turn.locale);
  const { matrix, caller } = world;
  const given = matrix.grants.filter(isSomething);
  return replied({
    kind: 'card',
    card: 'roles',
    data: {
      line: say('roles.line', { matrix: matrix.name }),
      note,
      grants: given.map((grant) => ({ name: grant.name, what: whatOf(grant, world, say) })),
      none: given.length === 0 ? say('roles.none') : '',
      may: mayAdminister(caller),
      picker: turn.where === 'personal',
      people: whoMayBeChosen(matrix),
      areas: [...new Set(matrix.tasks.map(({ area }) => area))].map((area) => ({
        title: harmless(areaTitle(area)),
        value: area,
      })),
      parties: matrix.parties.map(({ id, name }) => ({ title: harmless(name), value: id })),
      words: {
        person: say('roles.person'),
        someone: say('edit.someone'),
        name: say('edit.name'),
        admin: say('roles.admin'),
        everything: say('roles.everything'),
        areas: say('roles.areas'),
        speaksFor: say('roles.speaksFor'),
        save: say('edit.save'),
      },
    },
  });
}

/** Nothing ticked takes everything away. */
export function saveRole(data: z.output<typeof SaveRole>, turn: Turn, world: World): Outcome {
  const say = sayIn(turn.locale);
  const { matrix, caller } = world;
  if (!mayAdminister(caller)) return rolesOutcome(turn, world, say('roles.forbidden'));
  const person = (data.someone || data.person).toLowerCase();
  const known =
    matrix.people.find(({ entraId }) => entraId.toLowerCase() === person) ??
    matrix.grants.find((grant) => grant.person === person);
  const name = known?.name ?? data.name.trim();
  if (!isObjectId(person)) return rolesOutcome(turn, world, say('roles.who'));
  if (name === '') return rolesOutcome(turn, world, say('edit.whoIsIt'));
  const areas = new Set(matrix.tasks.map(({ area }) => area));
  const to: Grant = {
    ...{ person, name, admin: data.admin === 'true' },
    areas: data.areas.filter((area) => areas.has(area)),
    speaksFor: data.speaksFor.filter((id) => matrix.parties.some((party) => party.id === id)),
  };
  if (person === caller.id.toLowerCase() && !to.admin) {
    return rolesOutcome(turn, world, say('roles.yourself'));
  }
  const grants = [...matrix.grants.filter((grant) => grant.person !== person), to];
  const effects: Effect[] = [{ kind: 'change', step: { kind: 'grant', to } }];
  const after = { ...world, matrix: { ...matrix, grants } };
  return { ...rolesOutcome(turn, after, say('edit.saved')), effects };
}

/** Also those who have a role and are not in the matrix: it is to be taken away where Teams has no people picker. */
function whoMayBeChosen({ people, grants }: Matrix): Option[] {
  const here = people.filter(({ entraId, leftOn }) => entraId !== '' && leftOn === null);
  const granted = grants.filter(isSomething).map(({ person, name }) => [person, name] as const);
  const named = here.map(({ entraId, name }) => [entraId.toLowerCase(), name] as const);
  return [...new Map([...named, ...granted])].map(([value, title]) => ({ title, value }));
}

/** Choices that can be ticked are drawn with Markdown, where brackets make links. */
function harmless(title: string): string {
  return title.replaceAll('[', '(').replaceAll(']', ')');
}

function isSomething({ admin, areas, speaksFor }: Grant): boolean {
  return admin || areas.length > 0 || speaksFor.length > 0;
}

function whatOf({ admin, areas, speaksFor }: Grant, { matrix }: World, say: Say): string {
  const names = speaksFor.flatMap(
    (id) => matrix.parties.find((party) => party.id === id)?.name ?? [],
  );
  return [
    admin ? say('roles.isAdmin') : '',
    areas.length > 0 ? say('roles.isEditor', { areas: areas.join(', ') }) : '',
    names.length > 0 ? say('roles.isSpeaker', { parties: names.join(', ') }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

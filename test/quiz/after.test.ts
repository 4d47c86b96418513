// After the result: owners accepted one by one or by area, results kept and compared with, exports, and the readers' languages.
import { afterAll, describe, expect, test } from 'vitest';
import type { Draft } from '../../src/matrix/matrix.ts';
import { openStore } from '../../src/sql/open.ts';
import { startEngines } from './engines.ts';
import { draftOf, EXAMPLES } from './examples.ts';
import { bring, buttons, openPlayer, type Player, SCOPE, type Seen } from './player.ts';

const { engines, stop } = await startEngines();
afterAll(stop);

function example(name: string) {
  const found = EXAMPLES.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`no example ${name}`);
  return found;
}

const LEADERSHIP = 'What does leadership want?';
const CONTROL = 'To keep control inside and buy help';

async function toResult(player: Player): Promise<Seen> {
  const seen = await player.say('quiz');
  return player.press(seen, 'Show the result', { [LEADERSHIP]: CONTROL });
}

/** Of two tasks in the vendors area nobody is the owner. */
const KESTREL = draftOf(example('Kestrel'));
const UNOWNED = KESTREL.tasks.filter(({ ownership }) => ownership.kind === 'nobody');

describe.each(engines)('%s', (_engine, place) => {
  async function opened(draft: Draft): Promise<Player> {
    const at = await place();
    return openPlayer(() => openStore(at), draft);
  }
  const owners = async (player: Player) => {
    const matrix = await player.store().read(SCOPE);
    return UNOWNED.map(({ id }) => matrix?.tasks.find((task) => task.id === id)?.ownership.kind);
  };

  test('owners are proposed, and written only as they are accepted', async () => {
    const player = await opened(KESTREL);
    const result = await toResult(player);
    const areas = await player.press(result, 'Propose owners');
    expect(areas.text).toContain('2 tasks without an owner: the usual owners under co-managed');
    expect(areas.text).toContain('Nothing is written until you accept');
    expect(await owners(player)).toEqual(['nobody', 'nobody']);

    const list = await player.press(areas, 'One by one');
    for (const { name } of UNOWNED) expect(list.text).toContain(`${name} → Internal IT`);
    const one = await player.press(list, 'Accept');
    expect(one.text).toContain('1 accepted and written to the matrix.');
    expect((await owners(player)).toSorted()).toEqual(['nobody', 'owned']);

    const late = await player.press(list, 'Accept', {}, { who: 'Ben', conversation: 'a:Ada' });
    expect(late.text).toContain('Nothing was changed: it has an owner by now.');

    const done = await player.press(areas, 'Accept all 2');
    expect(done.text).toContain('1 accepted and written to the matrix.');
    expect(done.text).toContain('Every task that can be proposed for has an owner');
    expect(await owners(player)).toEqual(['owned', 'owned']);
    const [line] = await player.store().lines(SCOPE, { task: UNOWNED[0]?.id ?? '' }, 9);
    expect(line?.why).toBe('usual owner under co-managed, proposed by the quiz');

    const back = await player.press(done, 'Back to the result');
    expect(back.text).toContain('Co-managed IT fits');
    expect(buttons(back)).toContain('Back');
    await player.close();
  });

  test('a later run shows what moved', async () => {
    const player = await opened(draftOf(example('Ridgeway')));
    expect((await toResult(player)).text).not.toContain('Since ');
    player.at(new Date('2027-02-01T09:00:00Z'));
    await bring(player.store(), draftOf(example('Harbour')));
    const later = await toResult(player);
    expect(later.text).toContain('Since 23 Nov 2026');
    expect(later.text).toContain('Result: no clear answer → co-managed');
    expect(later.text).toContain('Administration: assign first → keep inside');
    expect(await player.store().quizResults(SCOPE, 9)).toHaveLength(2);
    await player.close();
  });

  test('a result can be taken along as Markdown, and shown in a channel', async () => {
    const player = await opened(draftOf(example('St Aldhelm')));
    const result = await toResult(player);
    const shown = await player.press(result, 'As Markdown');
    const said = await player.say('quiz export');
    expect(shown.text).toContain('# Co-managed IT or a full MSP?');
    expect(said.card).toBeNull();
    expect(said.text).toContain('**No change of model**');
    expect(said.text).toContain('| Support | keep inside |');
    expect(said.text).toContain(
      'Buy only these gaps: nights for 47 tasks, After-hours and weekend support, Security alert monitoring.',
    );
    const shared = await player.say('quiz result', { conversation: '19:it@thread.tacv2' });
    expect(shared.text).toContain('No change of model');
    expect(buttons(shared)).toEqual(['As Markdown']);
    await player.close();
  });
});

// JOB 4: what editing adds to the conversation, as one list of buttons and one reader of sentences.
import { z } from 'zod';
import {
  type Action,
  action,
  type Feature,
  type Outcome,
  type Turn,
  told,
  type World,
} from '../chat.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { USE_MATRIX } from '../scope.ts';
import { sayIn } from '../strings/strings.ts';
import {
  askAccept,
  askAll,
  askDecline,
  askHandOver,
  askMore,
  askPart,
  PressAsk,
} from './ask-press.ts';
import { dueAsks } from './asks.ts';
import { editCard, gapCard, shareCard } from './cards.ts';
import { goneFromTeam, PersonLeft, pressedLeft, pressedStays } from './departures.ts';
import { answerLink, LinkPerson } from './linking.ts';
import { matrixAsked, useMatrix } from './matrices.ts';
import { MakeMatrix, makeMatrix } from './new-matrix.ts';
import { dueBounces } from './proposals.ts';
import { MOST_WORD, reported } from './report.ts';
import { dueReports } from './reports-due.ts';
import { SaveRole, saveRole } from './roles.ts';
import { SaveEdit, SaveGap, SaveShare, saveEdit, saveGap, saveShare } from './save.ts';
import { claim, saidAbout, saidEdit } from './say.ts';
import { undoOn } from './undo.ts';
import { UndoImport, undoImport } from './undo-import.ts';
import { AskViews, askViews, CloseViews, closeViews } from './views.ts';
import { dueViews } from './views-due.ts';
import { SaveViews, saveViews } from './views-press.ts';

/** Task ids reach 120 characters in sheets; anything longer was not made by a card of ours. */
const Id = z.string().min(1).max(200);
const OfTask = z.object({ task: Id });
const OfVersion = z.object({ task: Id, version: z.coerce.number().int().min(0) });
const OfSentence = OfVersion.extend({ text: z.string().min(1).max(300) });
const OfWord = OfTask.extend({ word: z.string().max(MOST_WORD).default('') });

export const editFeature: Feature = {
  actions: [
    onTask('edit', OfTask, (task, _, turn, world) => editCard(task, '', turn, world)),
    onTask('edit-save', SaveEdit, (task, data, turn, world) => saveEdit(data, task, turn, world)),
    onTask('edit-gap', OfTask, (task, _, turn, world) => gapCard(task, '', turn, world)),
    onTask('gap-save', SaveGap, (task, data, turn, world) => saveGap(data, task, turn, world)),
    onTask('edit-share', OfTask, (task, _, turn, world) => shareCard(task, '', turn, world)),
    onTask('share-save', SaveShare, (task, data, turn, world) =>
      saveShare(data, task, turn, world),
    ),
    onTask('undo', OfVersion, (task, { version }, turn, world) =>
      undoOn(task, version, turn, world),
    ),
    onTask('wish', OfSentence, async (task, { version, text }, turn, world) => {
      const outcome = await saidAbout(task, version, text, turn, world);
      return outcome ?? told(sayIn(turn.locale)('refused.data'));
    }),
    onTask('claim', OfVersion, (task, { version }, turn, world) =>
      claim(task, version, turn, world),
    ),
    onTask('wrong-owner', OfTask, (task, _, turn, world) => reported(task, '', turn, world)),
    onTask('wrong-owner-word', OfWord, (task, { word }, turn, world) =>
      reported(task, word.trim(), turn, world),
    ),
    action('ask-accept', PressAsk, askAccept),
    action('ask-all', PressAsk, askAll),
    action('ask-decline', PressAsk, askDecline),
    action('ask-hand', PressAsk, askHandOver),
    action('ask-part', PressAsk, askPart),
    action('ask-more', PressAsk, askMore),
    action('views-save', SaveViews, saveViews),
    action('views-ask', AskViews, askViews),
    action('undo-import', UndoImport, undoImport),
    action('link-person', LinkPerson, (data, turn, world) => answerLink(data, true, turn, world)),
    action('link-refuse', LinkPerson, (data, turn, world) => answerLink(data, false, turn, world)),
    action('views-close', CloseViews, closeViews),
    action('person-left', PersonLeft, pressedLeft),
    action('person-stays', PersonLeft, (_, turn) => pressedStays(turn)),
    action('role-save', SaveRole, saveRole),
    action('matrix-make', MakeMatrix, makeMatrix),
    action(USE_MATRIX, z.object({ matrix: Id }), ({ matrix }, turn, world) =>
      useMatrix(matrix, turn, world),
    ),
  ],
  text: saidEdit,
  asksFor: matrixAsked,
  due: async (look) => [
    ...(await dueAsks(look)),
    ...(await dueViews(look)),
    ...(await dueBounces(look)),
    ...(await dueReports(look)),
  ],
  gone: goneFromTeam,
};

/** A button that names a task of this matrix; one that is gone is said to be gone. */
function onTask<Schema extends z.ZodType<{ task: string }>>(
  verb: string,
  schema: Schema,
  handle: (
    task: StoredTask,
    data: z.output<Schema>,
    turn: Turn,
    world: World,
  ) => Outcome | Promise<Outcome>,
): Action {
  return action(verb, schema, (data, turn, world) => {
    const task = world.matrix.tasks.find(({ id }) => id === data.task);
    return task ? handle(task, data, turn, world) : told(sayIn(turn.locale)('refused.task'));
  });
}

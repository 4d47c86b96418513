// The thread that reads sheets for an import: names that surely are a starter task's are recognised as it.
import { serveSheets } from './sheet/worker/serve.ts';

/**
 * A name is the same task only where nearly all of it is a starter's name or alias: of 42 common names all that
 * reached this were right, and of 270 in published matrices only "Change management" did.
 */
const SAME = 0.9;

serveSheets(async () => {
  const { createFinder, shippedKnowledge } = await import('./match/finder.ts');
  const { starterTasks } = await import('./matrix/starter/starter.ts');
  const knowledge = shippedKnowledge(false, () => {});
  const finder = createFinder(starterTasks, knowledge);
  return (name) => {
    const found = finder.find(name);
    return found.kind === 'sure' && found.hit.score >= SAME ? found.hit.task : null;
  };
});

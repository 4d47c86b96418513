// The part of a world that files need, for tests in which nobody hands one over.
import type { World } from '../../src/chat.ts';

async function nobody(): Promise<never> {
  throw new Error('nobody handed over a file here');
}

export const NO_FILES: Pick<World, 'importDraft' | 'made' | 'manyLines' | 'sheets'> = {
  importDraft: async () => null,
  made: async () => ({ parties: [], people: [] }),
  manyLines: async () => [],
  sheets: { bring: nobody, write: nobody },
};

// Import and export: what a file would change is shown first, and applied only as it was shown.
import type { ExportFormat, Import, Imported } from '../api.ts';
import type { Call } from './call.ts';
import type { Notice, State, Store } from './state.ts';
import { whyNot } from './trouble.ts';
import type { Words } from './words.ts';

type Around = {
  store: Store;
  call: Call;
  say: Words;
  tell(tone: Notice['tone'], text: string): void;
  /** Shows what was brought in. */
  look(): Promise<void>;
};

/** Moved means that the file is to be looked at again. */
const MOVED = 409;

export function sheetActs({ store, call, say, tell, look }: Around) {
  const bringing = () => store.state.bringing;

  /** One look at the file with the answers so far; with a mark, the agreement to what was shown. */
  async function ask(mark: string): Promise<void> {
    const given = bringing();
    if (!given) return;
    const { name, file, answers } = given;
    store.set({ busy: true, notice: null });
    const body: Import = { matrix: store.state.matrix, name, file, answers, mark };
    const called = await call<Imported>({ path: 'import', query: {}, body });
    store.set({ busy: false });
    if (bringing() !== given) return;
    if (called.kind !== 'ok') {
      tell('attention', whyNot(called, say));
      if (called.kind === 'refused' && called.status === MOVED && mark !== '') await again();
      return;
    }
    const shown = called.value;
    if (shown.kind === 'done') {
      store.set({ bringing: null });
      await look();
      tell('good', shown.line);
      return;
    }
    if (shown.kind === 'unreadable') {
      store.set({ bringing: null });
      tell('attention', shown.line);
      return;
    }
    store.set({ bringing: { ...given, shown } });
  }

  /** The bot's word on why stays to be read. */
  async function again(): Promise<void> {
    const { notice } = store.state;
    await ask('');
    store.set({ notice });
  }

  return {
    async bring(content: Blob, name: string): Promise<void> {
      const file = await base64Of(content);
      store.set({ bringing: { name, file, answers: {}, shown: null } });
      await ask('');
      // What could not be asked is chosen anew.
      if (bringing()?.shown === null) store.set({ bringing: null });
    },
    async answer(id: string, value: string): Promise<void> {
      const given = bringing();
      if (!given) return;
      store.set({ bringing: { ...given, answers: { ...given.answers, [id]: value } } });
      await ask('');
    },
    async apply(): Promise<void> {
      const shown = bringing()?.shown;
      if (shown?.kind === 'preview' && shown.mark !== '') await ask(shown.mark);
    },
    /** Nothing was kept anywhere, so nobody needs to be told. */
    drop: () => store.set({ bringing: null, notice: null }),
    async export(format: ExportFormat): Promise<void> {
      store.set({ busy: true, notice: null });
      const query = { matrix: store.state.matrix, format };
      const file = await call.file({ path: 'export', query });
      store.set({ busy: false });
      if (file.kind !== 'ok') {
        tell('attention', whyNot(file, say));
        return;
      }
      save(file.value);
      tell('good', say('tab.exported', { name: file.value.name }));
    },
  };
}

function save({ name, content }: { name: string; content: Blob }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const [, base64 = ''] = String(reader.result).split(',');
      resolve(base64);
    });
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(content);
  });
}

export type Bringing = NonNullable<State['bringing']>;

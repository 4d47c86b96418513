// A zip's directory, checked before anything is inflated, and its parts as streams that are checked to the last byte.
import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { isRefusal, MAX_INFLATED, type Refusal, refuse } from './workbook.ts';

/** Workbooks with a sheet for each client and their pictures have a few hundred. */
const MAX_ENTRIES = 2_000;

/** 20,000 rows of ours, as full as rows are, need 0.8 million; reading so many takes most of a second. */
const MAX_ELEMENTS = 1_250_000;

export type Archive = {
  names: ReadonlySet<string>;
  /** XML elements that may still be read, over all parts. */
  budget: { elements: number };
  /** Inflates one part; `take` gets it in pieces and may refuse. A part that is not there is a refusal. */
  read(name: string, take: (piece: Buffer) => Refusal | null): Promise<Refusal | null>;
};

const DAMAGED = 'The file is damaged or was cut short. Save it again and send it once more.';

export function damaged(sheet = ''): Refusal {
  return refuse('damaged', DAMAGED, { sheet });
}

/** Every error of the library is one of the file: it reads from memory. */
export async function openArchive(bytes: Uint8Array): Promise<Archive | Refusal> {
  const listed = await directoryOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (isRefusal(listed)) return listed;
  const { zip, entries } = listed;
  let inflated = 0;
  return {
    names: new Set(entries.keys()),
    budget: { elements: MAX_ELEMENTS },
    async read(name, take) {
      const entry = entries.get(name);
      if (!entry) return damaged();
      if (entry.isEncrypted()) {
        return refuse('other format', 'The file is encrypted. Save it without a password.');
      }
      inflated += entry.uncompressedSize;
      if (inflated > MAX_INFLATED) return bomb();
      return inflate(zip, entry, take);
    },
  };
}

export function tooManyElements(): Refusal {
  const says = `The workbook has more than ${MAX_ELEMENTS / 1_000_000} million cells and marks, empty ones with them. Copy the matrix into a new workbook.`;
  return refuse('too large', says);
}

function bomb(): Refusal {
  const says = `Unpacked, the file has more than ${MAX_INFLATED / 1_000_000} MB. Save only the sheet with the matrix.`;
  return refuse('bomb', says);
}

type Listed = { zip: ZipFile; entries: Map<string, Entry> };

function directoryOf(bytes: Buffer): Promise<Listed | Refusal> {
  return new Promise((resolve) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const;
    fromBuffer(bytes, options, (error, zip) => {
      if (error) return resolve(damaged());
      if (zip.entryCount > MAX_ENTRIES) return resolve(bomb());
      const entries = new Map<string, Entry>();
      zip.on('error', () => resolve(damaged()));
      zip.on('end', () => resolve({ zip, entries }));
      zip.on('entry', (entry: Entry) => {
        // Two parts of one name: programs differ in which they show, so what is read may not be what was seen.
        if (entries.has(entry.fileName)) return resolve(damaged());
        entries.set(entry.fileName, entry);
        if (entries.size > MAX_ENTRIES) return resolve(bomb());
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

function inflate(
  zip: ZipFile,
  entry: Entry,
  take: (piece: Buffer) => Refusal | null,
): Promise<Refusal | null> {
  return new Promise((resolve) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return resolve(damaged());
      let crc = 0;
      stream.on('error', () => resolve(damaged()));
      stream.on('end', () => resolve(crc === entry.crc32 ? null : damaged()));
      stream.on('data', (piece: Buffer) => {
        crc = crc32(piece, crc);
        const refused = take(piece);
        if (refused === null) return;
        resolve(refused);
        stream.destroy();
      });
    });
  });
}

// A PNG's size and pixels, for the plain kind that icons are saved as.
import { inflateSync } from 'node:zlib';

/** `rgba` holds four bytes a pixel, row by row. */
export type Picture = { width: number; height: number; rgba: Uint8Array };

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Samples a pixel by PNG colour type; other types are palettes and greys. https://www.w3.org/TR/png-3/#11IHDR */
const SAMPLES: ReadonlyMap<number, number> = new Map([
  [2, 3],
  [6, 4],
]);
/** An icon is 192 pixels wide; a header may claim billions. */
const MAX_SIDE = 1024;

/** Reads 8-bit RGB or RGBA without interlacing; null for anything else. */
export function readPng(file: Uint8Array): Picture | null {
  const bytes = Buffer.from(file);
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(SIGNATURE)) return null;
  const header = bytes.subarray(16, 29);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour = 0, , , interlaced] = header.subarray(8);
  const samples = SAMPLES.get(colour);
  if (depth !== 8 || interlaced !== 0 || !samples) return null;
  if (width === 0 || height === 0 || width > MAX_SIDE || height > MAX_SIDE) return null;
  const lineLength = width * samples + 1;
  const raw = inflated(imageData(bytes), lineLength * height);
  if (!raw) return null;
  return { width, height, rgba: toRgba(unfiltered(raw, lineLength, samples), samples) };
}

function imageData(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  return Buffer.concat(parts);
}

function inflated(data: Buffer, length: number): Buffer | null {
  try {
    const raw = inflateSync(data, { maxOutputLength: length });
    return raw.length === length ? raw : null;
  } catch {
    return null;
  }
}

/** Each line says how its bytes lean on those before and above. https://www.w3.org/TR/png-3/#9Filters */
function unfiltered(raw: Buffer, lineLength: number, samples: number): Uint8Array {
  const width = lineLength - 1;
  const pixels = new Uint8Array((raw.length / lineLength) * width);
  for (let start = 0, out = 0; start < raw.length; start += lineLength, out += width) {
    const filter = raw[start];
    for (let i = 0; i < width; i += 1) {
      const left = i >= samples ? (pixels[out + i - samples] ?? 0) : 0;
      const above = pixels[out + i - width] ?? 0;
      const corner = i >= samples ? (pixels[out + i - width - samples] ?? 0) : 0;
      const lean = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
      pixels[out + i] = (raw[start + 1 + i] ?? 0) + (lean[filter ?? 0] ?? 0);
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one));
  if (a === undefined || b === undefined || c === undefined) return 0;
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function toRgba(pixels: Uint8Array, samples: number): Uint8Array {
  if (samples === 4) return pixels;
  const rgba = new Uint8Array((pixels.length / 3) * 4).fill(255);
  for (let i = 0; i < pixels.length; i += 3) rgba.set(pixels.subarray(i, i + 3), (i / 3) * 4);
  return rgba;
}

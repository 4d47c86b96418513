// What Teams asks of the two icons, which no schema checks.
import { type Picture, readPng } from './png.ts';

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
const COLOR_SIDE = 192;
const OUTLINE_SIDE = 32;

/** What is wrong with the two files, one sentence each. */
export function iconFaults(color: Uint8Array, outline: Uint8Array): string[] {
  return [
    ...faultsOf('color.png', color, COLOR_SIDE, (picture) => [
      anyPixel(picture, (_, alpha) => alpha < 255) &&
        'has transparent pixels. Fill it to the edges: Teams rounds the corners itself.',
    ]),
    ...faultsOf('outline.png', outline, OUTLINE_SIDE, (picture) => [
      !anyPixel(picture, (_, alpha) => alpha === 0) &&
        'has no transparent pixel. Draw white on nothing.',
      !anyPixel(picture, (_, alpha) => alpha === 255) && 'is blank. Draw white on nothing.',
      anyPixel(picture, (white, alpha) => alpha > 0 && !white) &&
        'has a colour besides white. Draw white on nothing.',
    ]),
  ];
}

function faultsOf(
  name: string,
  file: Uint8Array,
  side: number,
  rules: (picture: Picture) => (string | false)[],
): string[] {
  const picture = readPng(file);
  if (!picture)
    return [`${name}: is not a plain PNG. Save it as 8-bit RGB or RGBA, not interlaced.`];
  const { width, height } = picture;
  const size =
    (width !== side || height !== side) && `is ${width} × ${height}, must be ${side} × ${side}.`;
  return [size, ...rules(picture)].flatMap((fault) => (fault ? [`${name}: ${fault}`] : []));
}

function anyPixel({ rgba }: Picture, is: (white: boolean, alpha: number) => boolean): boolean {
  for (let i = 0; i < rgba.length; i += 4) {
    const white = rgba[i] === 255 && rgba[i + 1] === 255 && rgba[i + 2] === 255;
    if (is(white, rgba[i + 3] ?? 0)) return true;
  }
  return false;
}

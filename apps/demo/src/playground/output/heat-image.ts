import { fillDiverging } from "../../marks/diverging";
import type { PlaneSet } from "../sets/plane-set";
import { gridSide } from "../training/look";

/** How a value becomes a colour: `middle` is neither, `middle ± full` have full strength. */
export interface HeatScale {
  readonly middle: number;
  readonly full: number;
}

/** The scale of answers: around the mean of numbers, around one half for groups. */
export function answerScale({ task, target }: PlaneSet): HeatScale {
  if (task === "classes") return { middle: 0.5, full: 0.5 };
  // two standard deviations, where the target was standardised
  return { middle: 0, full: target.before ? 2 : 1 };
}

/** The scale of a neuron's picture: full strength at its largest value, so that its shape is seen. */
export function ownScale(picture: ArrayLike<number>): HeatScale {
  let full = 0.1;
  for (let i = 0; i < picture.length; i++) {
    const size = Math.abs(picture[i] as number);
    if (size > full && Number.isFinite(size)) full = size;
  }
  return { middle: 0, full };
}

/** Red, green, blue and opacity of each place; where there is no number nothing is painted. */
export function heatPixels(
  picture: ArrayLike<number>,
  { middle, full }: HeatScale,
  dark: boolean,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * picture.length);
  for (let i = 0; i < picture.length; i++) {
    const share = ((picture[i] as number) - middle) / full;
    if (!Number.isNaN(share)) fillDiverging(share, dark, pixels, 4 * i);
  }
  return pixels;
}

/** Header, and rows of three bytes a pixel that are filled up to whole words. */
const headerSize = 54;
const rowSize = Math.ceil((3 * gridSide) / 4) * 4;
const size = headerSize + rowSize * gridSide;
const header = bitmapHeader();

/**
 * A picture of the plane as the address of an image of one pixel for each place. It is an uncompressed bitmap, which many times a
 * second costs next to nothing to make and to read, as packing one would.
 */
export function heatImage(picture: ArrayLike<number>, scale: HeatScale, dark: boolean): string {
  const pixels = heatPixels(picture, scale, dark);
  const bytes = new Uint8Array(size).fill(dark ? 0x1d : 0xf5, headerSize);
  bytes.set(header);
  for (let i = 0; i < picture.length; i++) {
    if (pixels[4 * i + 3] === 0) continue;
    // blue comes first, and the bottom row
    const at = headerSize + rowSize * (gridSide - 1 - Math.floor(i / gridSide)) + 3 * (i % gridSide);
    for (let part = 0; part < 3; part++) bytes[at + part] = pixels[4 * i + 2 - part] as number;
  }
  return `data:image/bmp;base64,${btoa(String.fromCharCode(...bytes))}`;
}

function bitmapHeader(): Uint8Array {
  const view = new DataView(new ArrayBuffer(headerSize));
  view.setUint16(0, 0x424d); // "BM"
  view.setUint32(2, size, true);
  view.setUint32(10, headerSize, true);
  view.setUint32(14, 40, true); // so long is the rest
  view.setInt32(18, gridSide, true);
  view.setInt32(22, gridSide, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true); // bits of a pixel
  return new Uint8Array(view.buffer);
}

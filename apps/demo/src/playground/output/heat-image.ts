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

/** A picture of the plane as the address of an image of one pixel for each place. */
export function heatImage(picture: ArrayLike<number>, { middle, full }: HeatScale, dark: boolean): string {
  const canvas = document.createElement("canvas");
  canvas.width = gridSide;
  canvas.height = gridSide;
  const context = canvas.getContext("2d");
  if (!context) return "";
  const pixels = context.createImageData(gridSide, gridSide);
  for (let i = 0; i < picture.length; i++) {
    fillDiverging(((picture[i] as number) - middle) / full, dark, pixels.data, 4 * i);
  }
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL();
}

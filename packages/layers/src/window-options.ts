import { type Config, numberOption } from "@neurite/plugin";
import { NeuriteError, type Shape } from "@neurite/tensor";
import { wholeOption } from "./whole-option";

/** Numbers for the one axis or the two axes that a window moves along: one for all axes, or one for each. */
export type PerAxis = number | readonly number[];

/** How much is added around the input: so much on both sides, nothing ("valid"), or so much that the stride alone decides the size ("same"). */
export type Padding = PerAxis | "same" | "valid";

/** The windows that a layer looks through. */
export interface WindowOptions {
  readonly kernelSize: Shape;
  readonly stride: Shape;
  readonly dilation: Shape;
  readonly padding: Shape | "same" | "valid";
}

/** One whole number above 0 for each axis. */
export function perAxis(kind: string, name: string, given: PerAxis, axes: number): Shape {
  const list = typeof given === "number" ? Array.from({ length: axes }, () => given) : given;
  checkCount(kind, name, list, axes);
  for (const n of list) wholeOption(kind, name, n);
  return list;
}

/** The padding as a word, or as one whole number from 0 up for each axis. */
export function paddingOption(kind: string, given: Padding, axes: number): Shape | "same" | "valid" {
  if (given === "same" || given === "valid") return given;
  if (typeof given === "string") {
    throw new NeuriteError(
      "bad-argument",
      `${kind}: "padding" should be a number, "same" or "valid", got ${JSON.stringify(given)}. Choose one of them.`,
    );
  }
  const list = typeof given === "number" ? Array.from({ length: axes }, () => given) : given;
  checkCount(kind, "padding", list, axes);
  for (const n of list) {
    numberOption(kind, "padding", n, "a whole number from 0 up", (x) => Number.isInteger(x) && x >= 0);
  }
  return list;
}

/** The sizes as a file holds them: for one axis a number, for two a pair. */
export function sizesConfig(sizes: Readonly<Record<string, Shape | "same" | "valid">>): {
  readonly [size: string]: Config;
} {
  const plain = (size: Shape | "same" | "valid") => (size.length === 1 ? (size[0] ?? null) : size);
  return Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, plain(size)]));
}

function checkCount(kind: string, name: string, list: Shape, axes: number): void {
  if (Array.isArray(list) && list.length === axes) return;
  throw new NeuriteError(
    "bad-argument",
    `${kind}: "${name}" should be one number, or one for each of ${axes} ${axes === 1 ? "axis" : "axes"}, got ${JSON.stringify(list)}. Pass as many.`,
  );
}

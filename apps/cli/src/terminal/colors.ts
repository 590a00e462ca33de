import picocolors from "picocolors";
import type { Io, Output } from "../io";

/** Functions that make text bold, dim or coloured, or leave it as it is. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** Colours for a terminal only, and not where `NO_COLOR` is set (https://no-color.org) or the terminal is dumb. */
export function colorsFor(output: Output, io: Io): Colors {
  const wanted = output.isTTY === true && !io.env.NO_COLOR && io.env.TERM !== "dumb";
  return picocolors.createColors(wanted);
}

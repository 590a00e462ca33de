import type { Scale } from "./scale";

/** Where a chart draws: its scales and the edges of the plot, in pixels. */
export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** For `clip-path`: what lies outside of the plot is cut off. */
  readonly clip: string;
}

import { scaleLinear } from "d3-scale";

/** From values to pixels and back. */
export interface Scale {
  (value: number): number;
  invert(pixels: number): number;
  readonly ticks: readonly number[];
  readonly domain: readonly [number, number];
}

/** A scale with about `count` round ticks. */
export function scale(domain: readonly [number, number], range: readonly [number, number], count = 5): Scale {
  const linear = scaleLinear(domain, range);
  return Object.assign((value: number) => linear(value), {
    invert: (pixels: number) => linear.invert(pixels),
    ticks: linear.ticks(count),
    domain,
  });
}

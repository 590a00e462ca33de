import { expect } from "vitest";
import type { Figure } from "./figure";

/** Holds a number against a recorded figure. */
export function expectFigure(value: number | undefined, { is, within }: Figure): void {
  expect(Math.abs((value ?? Number.NaN) - is), `${value} instead of ${is}`).toBeLessThanOrEqual(Math.max(within, 1e-9));
}

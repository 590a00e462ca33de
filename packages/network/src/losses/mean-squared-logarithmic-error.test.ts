import { describe, expect, it } from "vitest";
import { meanSquaredLogarithmicError as loss } from "./mean-squared-logarithmic-error";
import { perRow, rowsOff, wide } from "./per-row";

describe("meanSquaredLogarithmicError", () => {
  it("compares logarithms of 1 and more", () => {
    // mpmath, 80 digits
    const rows = [
      [3, 9.5, 0.9313811359082929, -0.4825404480217935],
      [1e6, 1, 172.19644685335697, 2.6244702510105147e-5],
      [-0.5, 0.25, 0.8395887053184747, -3.6651629274966204],
      [0, 0, 0, 0],
    ] as const;
    expect(rowsOff(loss, rows, 1e-14)).toEqual([]);
  });

  it("gives NaN for predictions below -1, and refuses such targets", () => {
    expect(perRow(loss, wide([-1.5]), wide([0]))[0]).toBeNaN();
    expect(() => loss.apply(wide([0, 0]), wide([3, -1]))).toThrow(
      "meanSquaredLogarithmicError: the targets should be above -1, got -1 in row 1.",
    );
  });
});

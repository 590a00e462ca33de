import { describe, expect, it } from "vitest";
import { doubleDouble, subtract } from "../linear-algebra/double-double";
import { preciseLogGamma } from "./precise-log-gamma";

// mpmath, 60 digits, as the sum of two float64
describe("preciseLogGamma", () => {
  it.each([
    [1e-10, 23.025850929882736, -1.0581740381767271e-15],
    [1e-3, 6.907178885383853, 2.777556825107376e-16],
    [0.5, 0.5723649429247001, 5.132975581353913e-18],
    [1, 0, 0],
    [2.5, 0.2846828704729192, -2.0938630583071727e-17],
    [31.9, 77.74737948528752, 1.620995135976557e-15],
    [1e5, 1051287.7089736569, 2.0750820252745906e-11],
    [1e8, 1742068066.1038346, 8.021737861216419e-8],
    [1e15, 3.3538776394910668e16, 0.9098202075695957],
  ])("has 22 decimals or 29 digits at %d", (x, high, low) => {
    const off = Math.abs(subtract(preciseLogGamma(doubleDouble(x)), { high, low }).high);
    expect(off).toBeLessThan(Math.max(1e-22, 4e-30 * high));
  });
});

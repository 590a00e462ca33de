import { describe, expect, it } from "vitest";
import { gradientErrors } from "../../test/check-gradient";
import { numbersOf } from "../../test/numbers-of";
import { refusal } from "../../test/refusal";
import { gradient } from "../gradient";
import { constant } from "../source";

const row = constant([1, 2, 3], "float64");

describe("softmax and logSoftmax", () => {
  it("have known values", () => {
    // e, e², e³ over e + e² + e³ = 30.19287485057736, by mpmath
    const expected = [0.09003057317038046, 0.24472847105479764, 0.6652409557748218];
    numbersOf(row.softmax()).forEach((p, i) => {
      expect(p).toBeCloseTo(expected[i] as number, 15);
    });
    // minus log(30.19287485057736) = 3.4076059644443806
    const logs = [-2.4076059644443806, -1.4076059644443804, -0.4076059644443804];
    numbersOf(row.logSoftmax()).forEach((p, i) => {
      expect(p).toBeCloseTo(logs[i] as number, 14);
    });
  });

  it("work along any axis", () => {
    const table = constant([[0, 0], [0, 0]], "float64"); // biome-ignore format: a table
    const uneven = constant([[0, 5], [0, 5]], "float64"); // biome-ignore format: a table
    expect(numbersOf(table.softmax(0))).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(numbersOf(uneven.softmax(-2))).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(numbersOf(uneven.softmax(1))[0]).toBeLessThan(0.01);
  });

  it("are 1 and 0 along an axis of one element", () => {
    expect(numbersOf(constant([[3], [-7]]).softmax())).toEqual([1, 1]);
    expect(numbersOf(constant([[3], [-7]]).logSoftmax())).toEqual([0, 0]);
  });

  it("stay finite for huge numbers", () => {
    const huge = constant([1e300, -1e300, 1e300], "float64");
    expect(numbersOf(huge.softmax())).toEqual([0.5, 0, 0.5]);
    // log softmax of 1000 against 0 is 0 and -1000, where softmax itself is 0
    expect(numbersOf(constant([1000, 0], "float64").logSoftmax())).toEqual([0, -1000]);
    const x = constant([1000, 0], "float64");
    expect(numbersOf(gradient(x.logSoftmax().sum(), [x])[0])).toEqual([-1, 1]);
    const narrow = constant([1e38, -1e38]);
    expect(
      numbersOf(
        gradient(
          narrow
            .softmax()
            .mul(constant([1, 2]))
            .sum(),
          [narrow],
        )[0],
      ),
    ).toEqual([0, 0]);
  });

  it("have the gradients of finite differences", () => {
    const point = [[[0.1, 0.9, -0.4], [1, 2, 3]]]; // biome-ignore format: a table
    expect(gradientErrors((x) => x.softmax(), point)).toEqual([]);
    expect(gradientErrors((x) => x.softmax(0), point)).toEqual([]);
    expect(gradientErrors((x) => x.logSoftmax(), point)).toEqual([]);
    expect(gradientErrors((x) => x.logSoftmax(0).mul(x), point)).toEqual([]);
  });

  it("keep their name in the graph", () => {
    expect([row.softmax().node.op, row.logSoftmax().node.op]).toEqual(["softmax", "logSoftmax"]);
  });

  it("refuse whole numbers and axes that are not there", () => {
    expect(refusal(() => constant([1], "int32").softmax()).message).toBe(
      "softmax: expected float32 or float64, got int32 [1]. Convert it with cast.",
    );
    expect(refusal(() => row.softmax(1)).code).toBe("bad-shape");
    expect(refusal(() => constant(1).logSoftmax()).code).toBe("bad-shape");
  });
});

import { describe, expect, it } from "vitest";
import { gradientErrors } from "../test/check-gradient";
import { allNumbersOf, numbersOf } from "../test/numbers-of";
import { refusal } from "../test/refusal";
import { gradient, pullback } from "./gradient";
import { constant, input, iota } from "./source";

const scalar = (n: number) => constant(n, "float64");

describe("gradient", () => {
  it("follows the chain rule", () => {
    // z = tanh(w x), w = 0.5, x = 2: z = tanh 1 = 0.7615941559557649, dz/dw = x (1 - z²) = 2 · 0.41997434161402614
    const [w, x] = [scalar(0.5), scalar(2)];
    const [toW, toX] = gradient(w.mul(x).tanh(), [w, x]);
    expect(numbersOf(toW)[0]).toBeCloseTo(0.8399486832280523, 15);
    expect(numbersOf(toX)[0]).toBeCloseTo(0.20998717080701307, 15);
  });

  it("adds up over the ways a tensor is used", () => {
    // f = x · x + 3 x, at 4: 2 · 4 + 3
    const x = scalar(4);
    expect(numbersOf(gradient(x.mul(x).add(x.mul(3)), [x])[0])).toEqual([11]);
    const shared = x.mul(2);
    // (2x)² · 2x = 8x³, slope 24 x² = 384
    expect(numbersOf(gradient(shared.mul(shared).mul(shared), [x])[0])).toEqual([384]);
  });

  it("can be taken again and again", () => {
    // x⁵ at 2: 5 x⁴ = 80, 20 x³ = 160, 60 x² = 240, 120 x = 240, 120
    const x = scalar(2);
    let slope = x.mul(x).mul(x).mul(x).mul(x);
    const found: number[] = [];
    for (let i = 0; i < 5; i++) {
      [slope] = gradient(slope, [x]);
      found.push(...numbersOf(slope));
    }
    expect(found).toEqual([80, 160, 240, 240, 120]);
  });

  it("gives a Hessian", () => {
    // f = x² y + y³ at (2, 3): f_x = 2xy, f_y = x² + 3y²; Hessian [[2y, 2x], [2x, 6y]] = [[6, 4], [4, 18]]
    const [x, y] = [scalar(2), scalar(3)];
    const slopes = gradient(x.mul(x).mul(y).add(y.mul(y).mul(y)), [x, y]);
    expect(allNumbersOf(slopes)).toEqual([[12], [31]]);
    expect(allNumbersOf(gradient(slopes[0], [x, y]))).toEqual([[6], [4]]);
    expect(allNumbersOf(gradient(slopes[1], [x, y]))).toEqual([[4], [18]]);
  });

  it("is total where the tensors depend on one another", () => {
    // y = 3x, z = y² + x at x = 2: dz/dy = 2y = 12, dz/dx = 12 · 3 + 1
    const x = scalar(2);
    const y = x.mul(3);
    const z = y.mul(y).add(x);
    expect(allNumbersOf(gradient(z, [x, y, z]))).toEqual([[37], [12], [1]]);
  });

  it("is 0 where nothing flows", () => {
    const [x, unused] = [scalar(2), constant([[1, 2]], "float64")];
    const [toX, toUnused] = gradient(x.stopGradient().mul(3), [x, unused]);
    expect(numbersOf(toX)).toEqual([0]);
    expect([toUnused.shape, numbersOf(toUnused)]).toEqual([
      [1, 2],
      [0, 0],
    ]);
  });

  it("does not pass through whole numbers", () => {
    const x = constant([0.5, 1.5], "float64");
    const through = x
      .cast("int32")
      .cast("float64")
      .add(iota([2], 0, "float64"));
    expect(numbersOf(gradient(through.mul(x).sum(), [x])[0])).toEqual([0, 2]);
  });

  it("keeps dtypes", () => {
    const x = constant([1, 2]);
    const wide = x.cast("float64").mul(2).sum();
    expect(gradient(wide, [x])[0].dtype).toBe("float32");
  });

  it("works from a tensor of one element in any shape", () => {
    const x = constant([[2]], "float64");
    expect(numbersOf(gradient(x.mul(x), [x])[0])).toEqual([4]);
  });

  it("makes no nodes for what is not asked for", () => {
    const [w, x] = [constant([[1], [2]]), constant([[3, 4]])];
    const [toW] = gradient(x.matmul(w).sum(), [w]);
    // xᵀ times the cotangent, never the cotangent times wᵀ
    expect(toW.node.op).toBe("matmul");
    expect(toW.node.inputs[0]).toBe(x);
  });

  it("refuses several numbers, and dtypes without derivative", () => {
    const x = constant([1, 2]);
    expect(refusal(() => gradient(x, [x])).message).toBe(
      "gradient: expected one number to differentiate, got shape [2]. Reduce it with sum or mean.",
    );
    const whole = input("n", { shape: [3], dtype: "int32" });
    const error = refusal(() => gradient(x.sum(), [x, whole]));
    expect(error.code).toBe("no-gradient");
    expect(error.message).toBe(
      "gradient: int32 [3] has no derivative, only float32 and float64 have. Convert it with cast before it is used.",
    );
    expect(refusal(() => gradient(whole.sum(), [x])).code).toBe("no-gradient");
  });
});

describe("pullback", () => {
  it("carries several cotangents back at once", () => {
    // y = x², z = 3x with cotangents 10 and 100 at x = [1, 2]: 10 · 2x + 100 · 3
    const x = constant([1, 2], "float64");
    const ten = constant([10, 10], "float64");
    const hundred = constant([100, 100], "float64");
    expect(allNumbersOf(pullback([x.mul(x), x.mul(3)], [x], [ten, hundred]))).toEqual([[320, 340]]);
  });
});

describe("a network's gradients", () => {
  it("are those of finite differences", () => {
    const errors = gradientErrors(
      (inputs, weights, bias, head) => {
        const hidden = inputs.matmul(weights).add(bias).tanh();
        const error = hidden.matmul(head).sub(0.5);
        return error.mul(error).mean();
      },
      [[[1, -1], [0.5, 2], [0, 1]], [[0.1, -0.2, 0.3], [0.4, 0.5, -0.6]], [0.1, 0.2, 0.3], [[1], [-1], [0.5]]], // biome-ignore format: tables
    );
    expect(errors).toEqual([]);
  });
});

import type { Activation } from "@neurite/plugin";
import { constant, type DType, gradient } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { elu } from "./elu";
import { gelu } from "./gelu";
import { leakyRelu } from "./leaky-relu";
import { linear } from "./linear";
import { logSoftmax } from "./log-softmax";
import { prelu } from "./prelu";
import { relu } from "./relu";
import { numbersOf, traced, valuesOf } from "./run-activation";
import { selu } from "./selu";
import { sigmoid } from "./sigmoid";
import { silu } from "./silu";
import { softmax } from "./softmax";
import { softplus } from "./softplus";
import { tanh } from "./tanh";

const inf = Number.POSITIVE_INFINITY;

/** Each activation with its limits to the left and to the right. */
const elementwise: readonly (readonly [Activation, number, number])[] = [
  [linear, -inf, inf],
  [relu, 0, inf],
  [leakyRelu(), -inf, inf],
  [prelu(), -inf, inf],
  [elu(), -1, inf],
  [elu({ alpha: 0.5 }), -0.5, inf],
  [selu, -1.7580993408473766, inf],
  [gelu(), 0, inf],
  [gelu({ approximate: "tanh" }), 0, inf],
  [silu, 0, inf],
  [sigmoid, 0, 1],
  [tanh, -1, 1],
  [softplus(), 0, inf],
  [softplus({ beta: 3 }), 0, inf],
];

const title = ({ kind, config }: Activation) => `${kind} ${JSON.stringify(config ?? {})}`;
const slopeOf = (a: Activation, dtype: DType) => (a.kind === "prelu" ? { slope: constant(0.25, dtype) } : {});

describe("the limits of the activations", () => {
  it.each(elementwise.map((entry) => [title(entry[0]), ...entry] as const))(
    "%s has those of its formula at -Infinity and Infinity, and does not hide NaN",
    (_title, activation, left, right) => {
      const values = valuesOf(activation, [-inf, inf, Number.NaN], slopeOf(activation, "float64"));
      expect(values.map((y) => y + 0)).toEqual([left, right, Number.NaN]); // + 0, since -0 is as good as 0
    },
  );
});

describe("the activations on numbers of any size", () => {
  const sizes = [0, 1e-40, 1e-20, 1, 10, 20, 88, 104, 700, 745, 1000, 1e10, 1e19, 1e20, 1e30];
  const larger = { float32: 3.4e38, float64: 1.7e308 };
  const all = [...elementwise.map(([a]) => a), softmax(), logSoftmax()];

  it.each(all.map((a) => [title(a), a] as const))("%s has no NaN, neither in its first two gradients", (_title, a) => {
    for (const dtype of ["float32", "float64"] as const) {
      const numbers = [...sizes, larger[dtype]].flatMap((size) => [size, -size]);
      for (const shape of [
        [numbers.length, 1],
        [1, numbers.length],
      ]) {
        const { x, y } = traced(a, numbers, { dtype, shape, ...slopeOf(a, dtype) });
        const [first] = gradient(y.sum(), [x]);
        const [second] = gradient(first.sum(), [x]);
        for (const t of [y, first, second]) expect(numbersOf(t).findIndex(Number.isNaN)).toBe(-1);
      }
    }
  });
});

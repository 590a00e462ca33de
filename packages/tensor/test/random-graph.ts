import fc from "fast-check";
import { concat, constant, input } from "../src/source";
import type { Tensor } from "../src/tensor";
import type { Value } from "../src/value";

/** A graph put together at random, with values for its inputs. */
export interface RandomGraph {
  readonly inputs: readonly Tensor[];
  readonly values: readonly Value[];
  readonly outputs: readonly Tensor[];
}

type Step = (pick: () => Tensor, small: number) => Tensor;

const matrix = (t: Tensor) => t.reshape([1, -1]);
const steps: Readonly<Record<string, Step>> = {
  add: (pick) => matrix(pick()).add(matrix(pick()).transpose()).sum(0),
  mul: (pick) => matrix(pick()).transpose().mul(matrix(pick())).max(1),
  sub: (pick) => pick().sub(pick().sum()),
  div: (pick) => pick().div(pick().abs().sum().add(1)),
  pow: (pick) => pick().abs().pow(1.5),
  byOne: (pick) => pick().mul(1),
  overOne: (pick) => pick().div(1),
  twiceNeg: (pick) => pick().neg().neg(),
  unary: (pick, n) => [pick().exp(), pick().tanh(), pick().sigmoid(), pick().sin(), pick().erf()][n % 5] ?? pick(),
  near0: (pick, n) => (n % 2 ? pick().expm1() : pick().abs().log1p()),
  numbers: (pick, n) => pick().mul(constant([1, 2, n], pick().dtype).add(1).sum().sqrt()),
  where: (pick) => pick().less(0.5).where(pick().sum(), pick().mean()),
  stop: (pick) => pick().stopGradient(),
  rearrange: (pick, n) => {
    const x = pick();
    return matrix(x)
      .reshape([-1])
      .reshape([-1, 1])
      .transpose()
      .broadcast([n + 1, x.shape.reduce((a, b) => a * b, 1)]);
  },
  restore: (pick) => {
    const x = pick();
    return matrix(x).transpose().transpose().reshape(x.shape);
  },
  softmax: (pick) => matrix(pick()).softmax(),
  logSoftmax: (pick) => matrix(pick()).logSoftmax(),
  matmul: (pick) => matrix(pick()).transpose().matmul(matrix(pick())).sum(0),
  join: (pick) => concat([matrix(pick()), matrix(pick())], 1),
  window: (pick, n) => matrix(pick()).slice([0, 0], [1, 1]).pad([0, n], [n, 1]),
  gather: (pick, n) => matrix(pick()).gather(constant([0, n, 9], "int32"), 1),
};

/** Graphs of up to 24 steps over two inputs and some constants; whatever gets large is summed up. */
export const randomGraphs: fc.Arbitrary<RandomGraph> = fc
  .record({
    dtype: fc.constantFrom("float32", "float64"),
    data: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 9, maxLength: 9 }),
    choices: fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(1000), fc.nat(1000), fc.nat(4)), {
      minLength: 1,
      maxLength: 24,
    }),
  })
  .map(({ dtype, data, choices }) => {
    const inputs = [input("a", { shape: [3], dtype }), input("b", { shape: [2, 3], dtype })];
    const hold = (numbers: number[]) => (dtype === "float32" ? Float32Array.from(numbers) : Float64Array.from(numbers));
    const values: Value[] = [
      { shape: [3], dtype, data: hold(data.slice(0, 3)) },
      { shape: [2, 3], dtype, data: hold(data.slice(3)) },
    ];
    const made: Tensor[] = [...inputs, constant([0.5, -0, 1], dtype), constant(2, dtype)];
    for (const [name, first, second, small] of choices) {
      const order = [first, second, first + second];
      const pick = () => {
        const n = order.shift() ?? 0;
        order.push(n);
        return made[n % made.length] as Tensor;
      };
      const next = (steps[name] as Step)(pick, small);
      const size = next.shape.reduce((a, b) => a * b, 1);
      made.push(size > 200 ? next.sum(0) : next);
    }
    return { inputs, values, outputs: made.slice(-5) };
  });

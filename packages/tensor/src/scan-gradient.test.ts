import { describe, expect, it } from "vitest";
import { gradientErrors } from "../test/check-gradient";
import { allNumbersOf, numbersOf } from "../test/numbers-of";
import { gradient } from "./gradient";
import { order } from "./graph";
import { scan } from "./scan";
import { simplify } from "./simplify";
import { concat, constant, stack } from "./source";
import type { Tensor } from "./tensor";

/** A small recurrent net: h ← tanh(h · w + x · u), with all hidden states as outputs. */
function recurrent(h0: Tensor, xs: Tensor, w: Tensor, u: Tensor, reverse = false) {
  return scan(
    [h0],
    [xs],
    ([h], [x]) => {
      const next = h.mul(w).add(x.mul(u)).tanh();
      return { carries: [next], outputs: [next.mul(h)] };
    },
    { reverse },
  );
}

/** The same, written out step by step. */
function unrolled(h0: Tensor, xs: Tensor, w: Tensor, u: Tensor, reverse = false) {
  const steps = Array.from({ length: xs.shape[0] as number }, (_, i) => i);
  const outputs: Tensor[] = [];
  let h = h0;
  for (const i of reverse ? steps.reverse() : steps) {
    const x = xs.slice([i, 0], [1, xs.shape[1] as number]).reshape([-1]);
    const next = h.mul(w).add(x.mul(u)).tanh();
    outputs[i] = next.mul(h);
    h = next;
  }
  return { carries: [h], outputs: [stack(outputs)] };
}

const h0 = constant([0.1, -0.2], "float64");
const xs = constant([[0.5, 1], [-1, 0.3], [0.7, -0.4]], "float64"); // biome-ignore format: a table
const w = constant([0.9, -0.8], "float64");
const u = constant([1.1, 0.4], "float64");
const weights = constant([[1, 2], [3, 4], [5, 6]], "float64"); // biome-ignore format: a table

describe("the gradient of a scan", () => {
  it.each([false, true])("is that of the loop written out, reverse %s", (reverse) => {
    const slopesOf = (loop: typeof recurrent | typeof unrolled) => {
      const { carries, outputs } = loop(h0, xs, w, u, reverse);
      const loss = (carries[0] as Tensor).sum().add((outputs[0] as Tensor).mul(weights).sum());
      return allNumbersOf(gradient(loss, [h0, xs, w, u])).flat();
    };
    const expected = slopesOf(unrolled);
    const got = slopesOf(recurrent);
    expect(got).toHaveLength(12);
    got.forEach((slope, i) => {
      expect(slope).toBeCloseTo(expected[i] as number, 14);
    });
  });

  it("is that of finite differences, twice", () => {
    const points = [
      [0.1, -0.2],
      [[0.5, 1], [-1, 0.3], [0.7, -0.4]], // biome-ignore format: a table
      [0.9, -0.8],
      [1.1, 0.4],
    ];
    for (const reverse of [false, true]) {
      const build = (a: Tensor, b: Tensor, c: Tensor, d: Tensor) => {
        const { carries, outputs } = recurrent(a, b, c, d, reverse);
        return concat([carries[0].reshape([1, 2]), outputs[0]]);
      };
      expect(gradientErrors(build, points)).toEqual([]);
    }
  });

  it("flows to constants made outside, also through what is made of them", () => {
    // Σ (total + x · w²) over 1, 2, 3 is 6 w², slope 12 w = 24 at 2
    const weight = constant(2, "float64");
    const square = weight.mul(weight);
    const { carries } = scan([constant(0, "float64")], [constant([1, 2, 3], "float64")], ([total], [x]) => ({
      carries: [total.add(x.mul(square))],
    }));
    const [toWeight, toSquare] = gradient(carries[0], [weight, square]);
    expect(allNumbersOf([toWeight, toSquare])).toEqual([[24], [6]]);
  });

  it("passes the gradient of no step, and of one", () => {
    const start = constant([2], "float64");
    const run = (length: number) => scan([start], [], ([c]) => ({ carries: [c.mul(c)] }), { length }).carries[0].sum();
    expect(numbersOf(gradient(run(0), [start])[0])).toEqual([1]);
    expect(numbersOf(gradient(run(1), [start])[0])).toEqual([4]);
    // ((c²)²)² = c⁸, slope 8 c⁷ = 1024
    expect(numbersOf(gradient(run(3), [start])[0])).toEqual([1024]);
    const empty = constant([], "float64", [0]);
    const none = scan([start], [empty], ([c], [x]) => ({ carries: [c.mul(x)] }));
    expect(allNumbersOf(gradient(none.carries[0].sum(), [start, empty]))).toEqual([[1], []]);
  });

  it("goes around carries of whole numbers", () => {
    // x to the power 0, 1, 2 as counted: outputs i · x, Σ = 3x, slope 3
    const x = constant(5, "float64");
    const { outputs } = scan(
      [constant(0, "int32")],
      [],
      ([count]) => ({ carries: [count.add(1)], outputs: [count.cast("float64").mul(x)] }),
      { length: 3 },
    );
    expect(numbersOf(gradient(outputs[0].sum(), [x])[0])).toEqual([3]);
  });

  it("goes through a scan in a scan, twice", () => {
    const build = (start: Tensor, table: Tensor, factor: Tensor) => {
      const { carries } = scan([start], [table], ([total], [row]) => {
        const inner = scan([total], [row], ([t], [x]) => ({ carries: [t.add(x).mul(factor).sin()] }));
        return { carries: inner.carries };
      });
      return carries[0];
    };
    expect(gradientErrors(build, [0.3, [[0.1, 0.2], [0.3, 0.4]], 0.7])).toEqual([]); // biome-ignore format: a table
  });

  it("of an LSTM is one forward and one reverse scan", () => {
    const [batch, features, units] = [2, 3, 4];
    const filled = (shape: number[], n: number) => constant(n, "float64").broadcast(shape).mul(1);
    const kernel = filled([features, 4 * units], 0.1);
    const recurrentKernel = filled([units, 4 * units], 0.2);
    const bias = filled([4 * units], 0.3);
    const inputs = filled([5, batch, features], 0.5);
    const state = filled([batch, units], 0);
    const { outputs } = scan([state, state], [inputs], ([h, c], [x]) => {
      const sums = x.matmul(kernel).add(h.matmul(recurrentKernel)).add(bias);
      const gate = (i: number) => sums.slice([0, i * units], [batch, units]);
      const memory = gate(0)
        .sigmoid()
        .mul(c)
        .add(gate(1).sigmoid().mul(gate(2).tanh()));
      const hidden = gate(3).sigmoid().mul(memory.tanh());
      return { carries: [hidden, memory], outputs: [hidden] };
    });
    const loss = outputs[0].mul(outputs[0]).mean();
    const slopes = gradient(loss, [kernel, recurrentKernel, bias, inputs]);
    const scans = (results: readonly Tensor[]) => order(results).filter(({ op }) => op === "scan").length;
    expect(scans([loss, ...slopes])).toBe(2);
    expect(scans(simplify([loss, ...slopes]))).toBe(2);
  });
});

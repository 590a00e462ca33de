import { constant, gradient, input, interpreter, type Program, type Tensor, type Value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { wasm } from "./engine";

const x = input("x", { shape: [3, 5], dtype: "float32" });
const given: Value = {
  ...x,
  shape: x.shape,
  dtype: "float32",
  data: Float32Array.from({ length: 15 }, (_, i) => (i - 7) / 8),
};

/** The largest difference between what the engine and the interpreter give, of numbers above 1 in relation to them. */
function distance(outputs: Readonly<Record<string, Tensor>>): number {
  const program: Program = { state: {}, entries: { run: { inputs: { x }, outputs, updates: {} } } };
  const [want, got] = [interpreter, wasm].map((backend) => backend.compile(program).run("run", { x: given }));
  let most = 0;
  for (const [name, { data }] of Object.entries(want ?? {})) {
    data.forEach((n, i) => {
      const apart = Math.abs(n - (got?.[name]?.data[i] ?? Number.NaN)) / Math.max(1, Math.abs(n));
      if (!(apart <= most)) most = apart;
    });
  }
  return most;
}

const times = (count: number, step: (y: Tensor, i: number) => Tensor): Tensor => {
  let y: Tensor = x;
  for (let i = 0; i < count; i++) y = step(y, i);
  return y;
};

describe("large programs", () => {
  it("may be chains of 500 operations, and of 20,000", () => {
    const mixed = (y: Tensor, i: number) => (i % 2 ? y.mul(0.99) : y.add(x.mul(0.01)));
    expect(distance({ y: times(500, mixed) })).toBe(0);
    expect(distance({ y: times(20_000, (y, i) => (i % 3 ? y.mul(0.999) : y.add(0.001))) })).toBe(0);
  });

  it("may read each value twice, directly and in another arrangement", () => {
    // tried out operand by operand, this would take 2^100 steps
    expect(
      distance({
        y: times(100, (y) =>
          y
            .mul(y)
            .add(y.transpose().reshape([3, 5]))
            .mul(0.1),
        ),
      }),
    ).toBeLessThan(1e-6);
    expect(distance({ y: times(2000, (y) => y.transpose().reshape([3, 5]).add(0.001)) })).toBe(0);
  });

  it("may be wide trees and have many outputs", () => {
    let layer: Tensor[] = Array.from({ length: 1024 }, (_, i) => x.mul(1 + i / 1024));
    while (layer.length > 1) layer = layer.flatMap((t, i) => (i % 2 ? [] : [t.add(layer[i + 1] as Tensor)]));
    expect(distance({ y: layer[0] as Tensor })).toBe(0);
    expect(distance(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`y${i}`, x.mul(i)])))).toBe(0);
  });

  it("may be deep networks, with their gradients", () => {
    const weights = constant(
      Array.from({ length: 5 }, (_, r) => Array.from({ length: 5 }, (_, c) => (r === c ? 1 : 0.01))),
    );
    const deep = times(100, (y) => y.matmul(weights).tanh());
    expect(distance({ deep, slope: gradient(deep.sum(), [x])[0] })).toBeLessThan(1e-5);
    expect(distance({ y: times(100, (y) => y.sub(y.mean(1, { keep: true })).softmax()) })).toBeLessThan(1e-5);
  });
});

// Nothing that walks a graph may recurse: a graph 100,000 nodes deep overflows no stack.
import { describe, expect, it } from "vitest";
import { numbersOf } from "../test/numbers-of";
import { gradient } from "./gradient";
import { order } from "./graph";
import { interpreter } from "./interpreter";
import { read } from "./read";
import { simplify } from "./simplify";
import { input } from "./source";
import { substitute } from "./substitute";
import type { Tensor } from "./tensor";
import { value } from "./value";
import { write } from "./written";

const depth = 100_000;
const x = input("x", { shape: [], dtype: "float64" });
const given = new Map([[x, value(0, { dtype: "float64" })]]);

/** f(0) = 2x, f(i + 1) = x - f(i): an even number of turns gives 2x back, whose slope is 2. */
function tower(): Tensor {
  let y = x.add(x);
  for (let i = 0; i < depth / 2; i++) y = y.neg().add(x);
  return y;
}

describe(`a graph ${depth} nodes deep`, () => {
  const deep = tower();
  it("is ordered", () => {
    expect(order([deep])).toHaveLength(depth + 2);
  });

  it("is evaluated", () => {
    const three = new Map([[x, value(3, { dtype: "float64" })]]);
    expect(numbersOf(deep, three)).toEqual([6]);
  });

  it("is differentiated", () => {
    const [slope] = gradient(deep, [x]);
    expect(numbersOf(slope, given)).toEqual([2]);
  });

  it("is simplified", () => {
    expect(order(simplify([deep]))).toHaveLength(depth + 2);
  });

  it("has its input replaced", () => {
    const y = input("y", { shape: [], dtype: "float64" });
    const [moved] = substitute([deep], [x], [y]);
    expect(numbersOf(moved as Tensor, new Map([[y, value(4, { dtype: "float64" })]]))).toEqual([8]);
  });

  it("is written and read", () => {
    const again = read(JSON.parse(JSON.stringify(write({ inputs: [x], outputs: [deep] }))), 1);
    expect(order(again.outputs)).toHaveLength(depth + 2);
  });

  it("runs in a program", () => {
    const executable = interpreter.compile({
      state: {},
      entries: { predict: { inputs: { x }, outputs: { y: deep }, updates: {} } },
    });
    expect(executable.run("predict", { x: value(5, { dtype: "float64" }) }).y?.data[0]).toBe(10);
  });
});

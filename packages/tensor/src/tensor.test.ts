import { describe, expect, it } from "vitest";
import { refusal } from "../test/refusal";
import { order } from "./graph";
import { constant, input } from "./source";
import { dimensions, Tensor } from "./tensor";

const x = input("x", { shape: [2, 3], dtype: "float32" });

describe("a tensor", () => {
  it("knows its type before any number is there", () => {
    const y = x.matmul(constant([[1], [2], [3]])).sum(0);
    expect([y.shape, y.dtype]).toEqual([[1], "float32"]);
    expect(y).toBeInstanceOf(Tensor);
  });

  it("shows itself", () => {
    expect(`${x.tanh()}`).toBe("tanh: float32 [2, 3]");
  });

  it("refuses operators of JavaScript, and operands that are neither tensor nor number", () => {
    const y = x.tanh();
    for (const use of [() => (y as unknown as number) > 0, () => (y as unknown as number) * 2, () => Number(y)]) {
      expect(refusal(use).message).toBe(
        "tanh: a tensor should be used by its methods, got an operator of JavaScript, which needs a number that is not known yet. Write x.mul(2) for x * 2, and greater(x, 0).where(a, b) for x > 0 ? a : b.",
      );
    }
    expect(refusal(() => y.mul(undefined as unknown as number)).message).toBe(
      "mul: expected a tensor or a number, got undefined. Use constant for arrays.",
    );
    expect(refusal(() => y.add("2" as unknown as number)).message).toContain('got "2"');
  });

  it("hangs on frozen nodes", () => {
    expect(Object.isFrozen(x.exp().node)).toBe(true);
  });
});

describe("dimensions", () => {
  it("gives the sides as a tuple, or an error that names who asked", () => {
    const [rows, columns] = dimensions(x, 2, "attention");
    expect([rows, columns]).toEqual([2, 3]);
    expect(refusal(() => dimensions(x, 3, "attention")).message).toBe(
      "attention: expected an array of 3 axes, got [2, 3]. Reshape it.",
    );
  });
});

describe("order", () => {
  it("names each node once, after its inputs, as the outputs need them", () => {
    const shared = x.exp();
    const y = shared.add(shared.mul(x));
    const unused = x.log();
    const ops = order([y]).map(({ op }) => op);
    expect(ops).toEqual(["input", "exp", "mul", "add"]);
    expect(order([y])).not.toContain(unused.node);
    expect(order([y, shared, y])).toHaveLength(4);
    expect(order([])).toEqual([]);
  });

  it("follows no inputs of a node where it is told to stop", () => {
    const y = x.exp().log();
    expect(order([y], ({ op }) => op === "exp").map(({ op }) => op)).toEqual(["exp", "log"]);
  });
});

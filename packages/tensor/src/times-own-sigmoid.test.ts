import { describe, expect, it } from "vitest";
import { gradient } from "./gradient";
import { order } from "./graph";
import { evaluate } from "./run";
import { constant, input } from "./source";
import { make, Tensor } from "./tensor";

const inf = Number.POSITIVE_INFINITY;
const numbersOf = (t: Tensor): readonly number[] => [...evaluate([t])[0].data];
const operations = (t: Tensor) => order([t]).map(({ op }) => op);

/** The product as one node, which `mul` builds for all other factors. */
const plain = (a: Tensor, b: Tensor) => make("mul", [a, b], {})[0] as Tensor;

const spellings = [
  ["x.mul(x.sigmoid())", (x: Tensor) => x.mul(x.sigmoid())],
  ["x.sigmoid().mul(x)", (x: Tensor) => x.sigmoid().mul(x)],
] as const;

describe.each(spellings)("%s", (_name, swish) => {
  it.each(["float32", "float64"] as const)("has its limits at ±Infinity in %s, value and slope", (dtype) => {
    const x = constant([-inf, -1e5, 0, 1e5, inf], dtype);
    const y = swish(x);
    // at -1e5 the product of -1000 and the sigmoid's 0
    expect(numbersOf(y)).toEqual([-0, -0, 0, 1e5, inf]);
    expect(numbersOf(gradient(y.sum(), [x])[0])).toEqual([0, 0, 0.5, 1, 1]);
  });

  it.each(["float32", "float64"] as const)(
    "is the plain product to the last bit for finite numbers and NaN in %s",
    (dtype) => {
      const sizes = [Number.NaN, 0, 1e-40, 1e-3, 0.7, 3, 16.6, 36.7, 88, 104, 745, 999, 1000, 1001, 3e38];
      const x = constant(
        sizes.flatMap((n) => [n, -n]),
        dtype,
      );
      expect(numbersOf(swish(x))).toEqual(numbersOf(plain(x, x.sigmoid())));
    },
  );
});

describe("the factors", () => {
  it("are known by the node that they come from, and not by the object that names it", () => {
    const x = input("x", { shape: [3], dtype: "float32" });
    const twin = input("x", { shape: [3], dtype: "float32" });
    const again = new Tensor(x.node, x.output);
    expect(operations(again.mul(x.sigmoid()))).toContain("where");
    expect(operations(twin.mul(x.sigmoid()))).toEqual(["input", "input", "sigmoid", "mul"]);
  });

  it("stay in the graph, so that a gradient by the sigmoid is x", () => {
    const x = constant([1, 2, -3]);
    const gate = x.sigmoid();
    for (const y of [x.mul(gate), gate.mul(x)]) expect(numbersOf(gradient(y.sum(), [gate])[0])).toEqual([1, 2, -3]);
  });

  it("are multiplied plainly in every other case", () => {
    const x = input("x", { shape: [3], dtype: "float32" });
    expect(operations(x.mul(x))).toEqual(["input", "mul"]);
    expect(operations(x.mul(x.tanh()))).toEqual(["input", "tanh", "mul"]);
    expect(operations(x.mul(x.mul(2).sigmoid()))).not.toContain("where");
    expect(operations(x.sigmoid().mul(x.sigmoid()))).toEqual(["input", "sigmoid", "sigmoid", "mul"]);
  });
});

import type { Value } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomValue } from "../test/random-graph";
import { type Layer, layerKinds, rowNetwork, rowsOf } from "../test/row-network";
import { sameBits } from "../test/same-bits";
import { wasm } from "./engine";

const layers = fc.array(fc.tuple(fc.constantFrom(...layerKinds), fc.nat(999)), { minLength: 1, maxLength: 6 });

function answers(network: readonly Layer[], dtype: "float32" | "float64", x: Value, ids: Value) {
  const entries = { run: rowNetwork(network, x.shape[0] ?? 0, dtype) };
  return wasm.compile({ state: {}, entries }).run("run", { x, ids });
}

/** How many of the first rows differ from what they are among 256, or on their own. */
function differing(network: readonly Layer[], dtype: "float32" | "float64"): readonly string[] {
  const x = randomValue({ shape: [256, 5], dtype }, 11, false);
  const ids = randomValue({ shape: [256], dtype: "int32" }, 12, false);
  const whole = answers(network, dtype, x, ids);
  const found: string[] = [];
  for (const [from, to] of [
    [0, 1],
    [200, 201],
    [0, 2],
    [3, 6],
    [0, 5],
    [100, 164],
  ] as const) {
    const part = answers(network, dtype, rowsOf(x, from, to), rowsOf(ids, from, to));
    for (const [name, value] of Object.entries(whole)) {
      if (!sameBits(rowsOf(value, from, to), part[name] as Value)) found.push(`${name} of rows ${from} to ${to}`);
    }
  }
  return found;
}

describe("the bits of a row", () => {
  it("do not depend on how many rows there are, for each kind of layer", () => {
    for (const dtype of ["float32", "float64"] as const) {
      for (const kind of layerKinds) {
        for (const seed of [0, 3, 5, 9]) expect([kind, ...differing([[kind, seed]], dtype)]).toEqual([kind]);
      }
    }
  });

  it("do not depend on how many rows there are, for networks of several layers", () => {
    const property = fc.property(layers, fc.constantFrom("float32", "float64"), (network, dtype) => {
      expect(differing(network, dtype)).toEqual([]);
    });
    fc.assert(property, { numRuns: 20, seed: 5 });
  });
});

import type { ForwardTrace } from "neurite";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { traceLines } from "./trace-text";

const colors = picocolors.createColors(false);
const term = (input: number, weight: number) => ({ input, weight, product: input * weight });

const trace: ForwardTrace = {
  inputs: [[2, 3]],
  layers: [
    {
      path: "0/dense",
      kind: "dense",
      activation: "relu",
      inputs: [[2, 3]],
      steps: [],
      output: [5, 0, 2.5],
      units: [
        { terms: [term(2, 1), term(3, 1)], sum: 5, output: 5 },
        { terms: [term(2, -1), term(3, 0)], bias: 1, sum: -1, output: 0 },
        { terms: [term(2, 0.5), term(3, 0.5)], sum: 2.5, output: 2.5 },
      ],
    },
    {
      path: "1/dense",
      kind: "dense",
      inputs: [[5, 0, 2.5]],
      steps: [],
      output: [4],
      units: [{ terms: [term(5, 0.1), term(0, 9), term(2.5, 1.4)], sum: 4, output: 4 }],
    },
  ],
  outputs: [[4]],
};
const unitName = (layer: number, unit: number) => (layer === 0 ? `node_${unit}` : "output");

describe("traceLines", () => {
  it("writes every product, sum and output", () => {
    expect(traceLines(trace, { unitName, top: Infinity }, colors).join("\n")).toBe(`node_0
  2 × 1    = 2
  3 × 1    = 3
  sum      = 5
  relu(5)  = 5

node_1
  2 × -1    = -2
  3 × 0     = 0
  bias      = 1
  sum       = -1
  relu(-1)  = 0

node_2
  2 × 0.5    = 1
  3 × 0.5    = 1.5
  sum        = 2.5
  relu(2.5)  = 2.5

output
  5 × 0.1    = 0.5  node_0
  0 × 9      = 0    node_1
  2.5 × 1.4  = 3.5  node_2
  sum        = 4
`);
  });

  it("shows the neurons and products that count most, and adds up the rest", () => {
    // |5 · 0.1| = 0.5, |0 · 9| = 0 and |2.5 · 1.4| = 3.5: node_2 counts most.
    expect(traceLines(trace, { unitName, top: 1, inputNames: ["age", "balance"] }, colors).join("\n")).toBe(`node_2
  3 × 0.5          = 1.5  balance
  1 other product  = 1
  sum              = 2.5
  relu(2.5)        = 2.5

… 2 more neurons in this layer

output
  2.5 × 1.4         = 3.5  node_2
  2 other products  = 0.5
  sum               = 4
`);
  });

  it("writes the operations of a layer that is no sum of products", () => {
    const other: ForwardTrace = {
      inputs: [[1]],
      layers: [
        {
          path: "0",
          kind: "acme/scale",
          inputs: [[1]],
          steps: [{ op: "mul", output: [1, 2, 3, 4, 5, 6, 7] }],
          output: [1],
        },
        { path: "1", kind: "dropout", inputs: [[1]], steps: [], output: [1] },
      ],
      outputs: [[1]],
    };
    expect(traceLines(other, { unitName, top: 3 }, colors)).toEqual([
      "acme/scale",
      "  mul  = 1  2  3  4  5  6  … (7 numbers)",
      "",
      "dropout passes its 1 number on",
      "",
    ]);
  });
});

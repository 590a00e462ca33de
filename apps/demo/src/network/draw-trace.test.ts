import { createModel, dense, sequential, tanh, tensor } from "neurite";
import { expect, it } from "vitest";
import type { Derivation } from "../numbers/derivation";
import { drawTrace } from "./draw-trace";
import { parameterCount } from "./drawn-network";

const { value } = tensor;
const network = sequential([dense({ units: 2, activation: tanh, useBias: false }), dense({ units: 1 })]);
const model = createModel(network, {
  inputs: [2],
  dtype: "float64",
  weights: new Map([
    ["0/dense/weights", value(new Float64Array([1, -1, 1, 1]), { shape: [2, 2] })],
    ["1/dense/weights", value(new Float64Array([2, -1]), { shape: [2, 1] })],
    ["1/dense/bias", value(new Float64Array([0.5]), { shape: [1] })],
  ]),
});

const written = (derivation: Derivation) =>
  derivation
    .how()
    .line.map((part) => (typeof part === "string" ? part : part.value))
    .join(" ");

it("has every number of the forward pass, each with its line of arithmetic", () => {
  const drawn = drawTrace(model.trace([[2, 3]]));
  expect(parameterCount(drawn)).toBe(7);
  const [hidden, last] = drawn.layers;
  expect(hidden?.activation).toBe("tanh");
  expect(hidden?.neurons.map(({ sum }) => written(sum))).toEqual(["2 × 1 + 3 × 1", "2 × -1 + 3 × 1"]);
  expect(hidden?.neurons.map(({ output }) => written(output))).toEqual(["tanh( 5 )", "tanh( 1 )"]);
  const output = last?.neurons[0];
  expect(output?.output.value).toBeCloseTo(1.7382242525694254, 15);
  expect(output && written(output.output)).toBe("0.9999092042625951 × 2 + 0.7615941559557649 × -1 + 0.5");
});

it("opens down to the data: the numbers of a line are those of the layer before", () => {
  const drawn = drawTrace(model.trace([[2, 3]]));
  let number: Derivation | undefined = drawn.layers[1]?.neurons[0]?.output;
  const way: string[] = [];
  while (number) {
    way.push(number.name);
    number = number.how().line.find((part): part is Derivation => typeof part !== "string");
  }
  expect(way).toEqual(["output of output", "output of neuron 0", "sum of neuron 0", "input 0"]);
});

it("sums in the drawn order to the drawn sum", () => {
  for (const { neurons } of drawTrace(model.trace([[0.3, -7]])).layers) {
    for (const { weights, bias, sum } of neurons) {
      const parts = sum.how().line.filter((part): part is Derivation => typeof part !== "string");
      const products = weights.map((_, i) => (parts[2 * i]?.value ?? 0) * (parts[2 * i + 1]?.value ?? 0));
      expect(products.reduce((a, b) => a + b, 0) + (bias?.of.value ?? 0)).toBeCloseTo(sum.value, 14);
    }
  }
});

it("tells which weight was moved", () => {
  const moved: unknown[] = [];
  const drawn = drawTrace(model.trace([[2, 3]]), { setWeight: (place, to) => moved.push(place, to) });
  drawn.layers[1]?.neurons[0]?.weights[1]?.set?.(0.5);
  drawn.layers[1]?.neurons[0]?.bias?.set?.(1);
  expect(moved).toEqual([{ layer: 1, from: 1, to: 0 }, 0.5, { layer: 1, from: "bias", to: 0 }, 1]);
});

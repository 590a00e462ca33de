import { describe, expect, it } from "vitest";
import { chosenLabels, decodeOutput } from "./answers";
import type { ClassTarget, RegressionTarget } from "./encoder";

const output = (numbers: readonly number[], units: number) => ({
  shape: [numbers.length / units, units],
  dtype: "float32" as const,
  data: Float32Array.from(numbers),
});
const classTarget = (labels: readonly string[]): ClassTarget => ({
  task: "classification",
  column: "y",
  kind: "category",
  labels,
});

describe("decodeOutput", () => {
  it("puts numbers back into the target's unit", () => {
    const target: RegressionTarget = { task: "regression", column: "y", mean: 100, deviation: 8 };
    // mean + z · deviation
    expect(decodeOutput(target, output([-1, 0, 0.25], 1))).toEqual({ numbers: Float64Array.of(92, 100, 102) });
  });

  it("reads one sigmoid as the probability of the second of two classes", () => {
    const answers = decodeOutput(classTarget(["no", "yes"]), output([0.25, 1], 1));
    expect(answers).toEqual({ classes: ["no", "yes"], probabilities: Float64Array.of(0.75, 0.25, 0, 1) });
  });

  it("reads a softmax as the probabilities of its classes", () => {
    const answers = decodeOutput(classTarget(["a", "b", "c"]), output([0.25, 0.5, 0.25], 3));
    expect(answers).toEqual({ classes: ["a", "b", "c"], probabilities: Float64Array.of(0.25, 0.5, 0.25) });
  });
});

describe("chosenLabels", () => {
  it("takes the most probable class, of equals the earlier one", () => {
    const probabilities = Float64Array.of(0.25, 0.5, 0.25, 0.4, 0.2, 0.4);
    expect(chosenLabels({ classes: ["a", "b", "c"], probabilities })).toEqual(["b", "a"]);
  });
});

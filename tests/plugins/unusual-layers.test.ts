// Layers that are right, though they are not what most layers are: the kit has nothing against them.
import type { Initializer, Layer } from "@neurite/plugin";
import { testLayer } from "neurite/testing";
import { describe, test } from "vitest";

const filled = (number: number): Initializer => ({
  kind: "acme/filled",
  config: { number },
  sample: (shape) => new Float64Array(shape.reduce((product, side) => product * side, 1)).fill(number),
});

/** Subtracts a running mean of each column, which it keeps without learning anything. */
const centred: Layer = {
  kind: "acme/centred",
  apply: ([x], scope) => {
    const mean = scope.state("mean", { shape: x.shape.slice(-1), initializer: filled(0) });
    scope.update("mean", mean.mul(0.9).add(x.mean(0).mul(0.1)));
    return x.sub(mean);
  },
};

/** Multiplies by numbers that training leaves alone. */
const frozen: Layer = {
  kind: "acme/frozen",
  apply: ([x], scope) =>
    x.mul(scope.parameter("factor", { shape: x.shape.slice(-1), initializer: filled(2), trainable: false })),
};

describe("a layer that keeps state and learns nothing", () => {
  testLayer(() => centred, { test });
});

describe("a layer whose parameters are not trained", () => {
  testLayer(() => frozen, { test });
});

describe("a layer that gives whole numbers", () => {
  testLayer(() => ({ kind: "acme/signs", apply: ([x]) => x.less(0).cast("int32") }), { test, except: ["NaN"] });
});

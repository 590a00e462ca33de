import { type Layer, type Plugin, readConfig } from "@neurite/plugin";
import { add } from "./add";
import { concatenate } from "./concatenate";
import { constant } from "./constant";
import { dense } from "./dense";
import { dropout } from "./dropout";
import { elasticNet } from "./elastic-net";
import { embedding } from "./embedding";
import { flatten } from "./flatten";
import { glorotNormal, glorotUniform } from "./glorot";
import { heNormal, heUniform } from "./he";
import { l1 } from "./l1";
import { l2 } from "./l2";
import { lecunNormal, lecunUniform } from "./lecun";
import { maxNorm } from "./max-norm";
import { monotone } from "./monotone";
import { nonNegative } from "./non-negative";
import { normal } from "./normal";
import { normalizationShelf } from "./normalization-shelf";
import { ones } from "./ones";
import { readWeightsAndBias } from "./read-options";
import { recurrentShelf } from "./recurrent-shelf";
import { required } from "./required";
import { residual } from "./residual";
import { truncatedNormal } from "./truncated-normal";
import { uniform } from "./uniform";
import { unitNorm } from "./unit-norm";
import { windowShelf } from "./window-shelf";
import { zeros } from "./zeros";

/**
 * The layers, initializers, regularizers and constraints of this package by name, for files and command lines.
 *
 * @example
 * ```ts
 * import { activationsPlugin } from "@neurite/activations";
 * import { layersPlugin } from "@neurite/layers";
 * import { createRegistry } from "@neurite/plugin";
 *
 * const registry = createRegistry({ plugins: [activationsPlugin, layersPlugin] });
 * console.log(registry.make("layer", "dense", { units: 8, activation: "relu" }).kind); // → dense
 * ```
 */
export const layersPlugin = {
  name: "@neurite/layers",
  constraints: {
    maxNorm: (config, revival) => {
      const read = readConfig("maxNorm", config, revival);
      return maxNorm({ max: read.number("max"), axis: read.number("axis") });
    },
    monotone: (config, revival) => {
      const read = readConfig("monotone", config, revival);
      return monotone({ increasing: read.numbers("increasing"), decreasing: read.numbers("decreasing") });
    },
    nonNegative: () => nonNegative,
    unitNorm: (config, revival) => unitNorm({ axis: readConfig("unitNorm", config, revival).number("axis") }),
  },
  layers: /* @__PURE__ */ allLayers(),

  initializers: {
    constant: (config, revival) => {
      const read = readConfig("constant", config, revival);
      return constant(required("constant", "value", read.number("value")));
    },
    glorotNormal: (config, revival) =>
      glorotNormal({ gain: readConfig("glorotNormal", config, revival).number("gain") }),
    glorotUniform: (config, revival) =>
      glorotUniform({ gain: readConfig("glorotUniform", config, revival).number("gain") }),
    heNormal: (config, revival) => heNormal({ gain: readConfig("heNormal", config, revival).number("gain") }),
    heUniform: (config, revival) => heUniform({ gain: readConfig("heUniform", config, revival).number("gain") }),
    lecunNormal: (config, revival) => lecunNormal({ gain: readConfig("lecunNormal", config, revival).number("gain") }),
    lecunUniform: (config, revival) =>
      lecunUniform({ gain: readConfig("lecunUniform", config, revival).number("gain") }),
    normal: (config, revival) => {
      const read = readConfig("normal", config, revival);
      return normal({ mean: read.number("mean"), standardDeviation: read.number("standardDeviation") });
    },
    ones: () => ones,
    truncatedNormal: (config, revival) => {
      const read = readConfig("truncatedNormal", config, revival);
      return truncatedNormal({ mean: read.number("mean"), standardDeviation: read.number("standardDeviation") });
    },
    uniform: (config, revival) => {
      const read = readConfig("uniform", config, revival);
      return uniform({ min: read.number("min"), max: read.number("max") });
    },
    zeros: () => zeros,
  },
  regularizers: {
    elasticNet: (config, revival) => {
      const read = readConfig("elasticNet", config, revival);
      return elasticNet({
        l1: required("elasticNet", "l1", read.number("l1")),
        l2: required("elasticNet", "l2", read.number("l2")),
      });
    },
    l1: (config, revival) => l1(required("l1", "weight", readConfig("l1", config, revival).number("weight"))),
    l2: (config, revival) => l2(required("l2", "weight", readConfig("l2", config, revival).number("weight"))),
  },
} as const satisfies Plugin;

/** In a function of its own, since bundlers keep an object that others are spread into. */
function allLayers() {
  return {
    ...normalizationShelf,
    ...recurrentShelf,
    ...windowShelf,
    add: () => add(),
    concatenate: (config, revival) => concatenate({ axis: readConfig("concatenate", config, revival).number("axis") }),
    dense: (config, revival) => {
      const read = readConfig("dense", config, revival);
      return dense({
        units: required("dense", "units", read.number("units")),
        activation: read.made("activation", "activation"),
        ...readWeightsAndBias(read),
      });
    },
    dropout: (config, revival) => {
      const read = readConfig("dropout", config, revival);
      return dropout({ rate: required("dropout", "rate", read.number("rate")) });
    },
    embedding: (config, revival) => {
      const read = readConfig("embedding", config, revival);
      return embedding({
        categories: required("embedding", "categories", read.number("categories")),
        units: required("embedding", "units", read.number("units")),
        weightsInitializer: read.made("initializer", "weightsInitializer"),
        weightsRegularizer: read.made("regularizer", "weightsRegularizer"),
        weightsConstraint: read.made("constraint", "weightsConstraint"),
      });
    },
    flatten: () => flatten(),
    residual: (config, revival) => {
      const read = readConfig("residual", config, revival);
      // how many tensors it takes and gives is seen when it is applied
      return residual(required("residual", "layer", read.made("layer", "layer")) as Layer);
    },
  } as const satisfies Plugin["layers"];
}

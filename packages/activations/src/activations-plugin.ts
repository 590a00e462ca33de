import { type Json, type Plugin, readConfig } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { arctan } from "./arctan";
import { bentIdentity } from "./bent-identity";
import { celu } from "./celu";
import { elu } from "./elu";
import { exponential } from "./exponential";
import { gaussian } from "./gaussian";
import { approximationOf, gelu } from "./gelu";
import { glu } from "./glu";
import { gumbelSoftmax } from "./gumbel-softmax";
import { hardShrink } from "./hard-shrink";
import { hardSigmoid } from "./hard-sigmoid";
import { hardSilu } from "./hard-silu";
import { hardTanh } from "./hard-tanh";
import { leakyRelu } from "./leaky-relu";
import { linear } from "./linear";
import { logSigmoid } from "./log-sigmoid";
import { logSoftmax } from "./log-softmax";
import { maxout } from "./maxout";
import { mish } from "./mish";
import { parseActivation } from "./parse-activation";
import { prelu } from "./prelu";
import { relu } from "./relu";
import { relu6 } from "./relu6";
import { rrelu } from "./rrelu";
import { selu } from "./selu";
import { sigmoid } from "./sigmoid";
import { silu } from "./silu";
import { sinc } from "./sinc";
import { sine } from "./sine";
import { snake } from "./snake";
import { softShrink } from "./soft-shrink";
import { softmax } from "./softmax";
import { softmin } from "./softmin";
import { softplus } from "./softplus";
import { softsign } from "./softsign";
import { sparsePlus } from "./sparse-plus";
import { sparseSigmoid } from "./sparse-sigmoid";
import { sparsemax } from "./sparsemax";
import { squareplus } from "./squareplus";
import { tanh } from "./tanh";
import { tanhShrink } from "./tanh-shrink";
import { thresholdedRelu } from "./thresholded-relu";

/**
 * The activations of this package by name, for files and command lines.
 *
 * @example
 * ```ts
 * import { activationsPlugin } from "@neurite/activations";
 * import { createRegistry } from "@neurite/plugin";
 *
 * const registry = createRegistry({ plugins: [activationsPlugin] });
 * console.log(registry.make("activation", "leakyRelu", { slope: 0.2 }).config); // → { slope: 0.2 }
 * ```
 */
export const activationsPlugin = {
  name: "@neurite/activations",
  activations: {
    linear: () => linear,
    relu: () => relu,
    leakyRelu: (config, revival) => leakyRelu({ slope: readConfig("leakyRelu", config, revival).number("slope") }),
    relu6: () => relu6,
    prelu: (config, revival) => {
      const read = readConfig("prelu", config, revival);
      return prelu({ slope: read.number("slope"), perChannel: read.flag("perChannel") });
    },
    rrelu: (config, revival) => {
      const read = readConfig("rrelu", config, revival);
      return rrelu({ lower: read.number("lower"), upper: read.number("upper") });
    },
    thresholdedRelu: (config, revival) =>
      thresholdedRelu({ theta: readConfig("thresholdedRelu", config, revival).number("theta") }),
    elu: (config, revival) => elu({ alpha: readConfig("elu", config, revival).number("alpha") }),
    celu: (config, revival) => celu({ alpha: readConfig("celu", config, revival).number("alpha") }),
    selu: () => selu,
    gelu: (config, revival) => {
      const approximate = readConfig("gelu", config, revival).text("approximate");
      return gelu(approximate === undefined ? {} : { approximate: approximationOf(approximate) });
    },
    silu: () => silu,
    mish: () => mish,
    softplus: (config, revival) => {
      const read = readConfig("softplus", config, revival);
      return softplus({ beta: read.number("beta"), threshold: read.number("threshold") });
    },
    softsign: () => softsign,
    squareplus: (config, revival) => squareplus({ b: readConfig("squareplus", config, revival).number("b") }),
    tanh: () => tanh,
    hardTanh: (config, revival) => {
      const read = readConfig("hardTanh", config, revival);
      return hardTanh({ min: read.number("min"), max: read.number("max") });
    },
    tanhShrink: () => tanhShrink,
    sigmoid: () => sigmoid,
    hardSigmoid: () => hardSigmoid,
    logSigmoid: () => logSigmoid,
    hardSilu: () => hardSilu,
    softShrink: (config, revival) =>
      softShrink({ threshold: readConfig("softShrink", config, revival).number("threshold") }),
    hardShrink: (config, revival) =>
      hardShrink({ threshold: readConfig("hardShrink", config, revival).number("threshold") }),
    sparsePlus: () => sparsePlus,
    sparseSigmoid: () => sparseSigmoid,
    exponential: () => exponential,
    softmax: (config, revival) => softmax({ axis: readConfig("softmax", config, revival).number("axis") }),
    logSoftmax: (config, revival) => logSoftmax({ axis: readConfig("logSoftmax", config, revival).number("axis") }),
    softmin: (config, revival) => softmin({ axis: readConfig("softmin", config, revival).number("axis") }),
    sparsemax: () => sparsemax,
    glu: () => glu,
    maxout: (config, revival) => maxout({ pieces: readConfig("maxout", config, revival).number("pieces") }),
    gumbelSoftmax: (config, revival) => {
      const read = readConfig("gumbelSoftmax", config, revival);
      return gumbelSoftmax({ temperature: read.number("temperature"), hard: read.flag("hard") });
    },
    arctan: () => arctan,
    sine: (config, revival) => sine({ frequency: readConfig("sine", config, revival).number("frequency") }),
    snake: (config, revival) => snake({ frequency: readConfig("snake", config, revival).number("frequency") }),
    gaussian: () => gaussian,
    bentIdentity: () => bentIdentity,
    sinc: () => sinc,
    formula: (config) => parseActivation(formulaText(config)),
  },
} as const satisfies Plugin;

function formulaText(config: Json | undefined): string {
  if (typeof config === "string") return config;
  const got = config === undefined ? "nothing" : JSON.stringify(config).slice(0, 60);
  throw new NeuriteError(
    "bad-file",
    `formula: the config should be the text of a formula, got ${got}. Write it, as in "x * sigmoid(x)".`,
  );
}

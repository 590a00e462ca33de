import { type Plugin, readConfig } from "@neurite/plugin";
import { elu } from "./elu";
import { approximationOf, gelu } from "./gelu";
import { leakyRelu } from "./leaky-relu";
import { linear } from "./linear";
import { logSoftmax } from "./log-softmax";
import { prelu } from "./prelu";
import { relu } from "./relu";
import { selu } from "./selu";
import { sigmoid } from "./sigmoid";
import { silu } from "./silu";
import { softmax } from "./softmax";
import { softplus } from "./softplus";
import { tanh } from "./tanh";

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
    prelu: (config, revival) => {
      const read = readConfig("prelu", config, revival);
      return prelu({ slope: read.number("slope"), perChannel: read.flag("perChannel") });
    },
    elu: (config, revival) => elu({ alpha: readConfig("elu", config, revival).number("alpha") }),
    selu: () => selu,
    gelu: (config, revival) => {
      const approximate = readConfig("gelu", config, revival).text("approximate");
      return gelu(approximate === undefined ? {} : { approximate: approximationOf(approximate) });
    },
    silu: () => silu,
    sigmoid: () => sigmoid,
    tanh: () => tanh,
    softplus: (config, revival) => softplus({ beta: readConfig("softplus", config, revival).number("beta") }),
    softmax: (config, revival) => softmax({ axis: readConfig("softmax", config, revival).number("axis") }),
    logSoftmax: (config, revival) => logSoftmax({ axis: readConfig("logSoftmax", config, revival).number("axis") }),
  },
} as const satisfies Plugin;

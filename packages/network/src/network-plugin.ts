import { type Plugin, readConfig } from "@neurite/plugin";
import { reviveGraph } from "./graph";
import { binaryCrossEntropy } from "./losses/binary-cross-entropy";
import { categoricalCrossEntropy } from "./losses/categorical-cross-entropy";
import { huber } from "./losses/huber";
import { meanAbsoluteError } from "./losses/mean-absolute-error";
import { meanSquaredError } from "./losses/mean-squared-error";
import { poisson } from "./losses/poisson";
import { accuracy } from "./metrics/accuracy";
import { logLoss } from "./metrics/log-loss";
import { mae } from "./metrics/mae";
import { r2 } from "./metrics/r2";
import { rmse } from "./metrics/rmse";
import { adam } from "./optimizers/adam";
import { adamW } from "./optimizers/adam-w";
import { rmsprop } from "./optimizers/rmsprop";
import { sgd } from "./optimizers/sgd";
import { reviveSequential } from "./sequential";
import { reviveShared } from "./shared";

/**
 * The ways to join layers, the losses, optimizers and metrics of this package by name, for files and command lines.
 *
 * @example
 * ```ts
 * import { networkPlugin } from "@neurite/network";
 * import { createRegistry } from "@neurite/plugin";
 *
 * const registry = createRegistry({ plugins: [networkPlugin] });
 * console.log(registry.make("loss", "huber", { delta: 2 }).config); // → { delta: 2 }
 * ```
 */
export const networkPlugin = {
  name: "@neurite/network",
  layers: {
    graph: reviveGraph,
    sequential: reviveSequential,
    shared: reviveShared,
  },
  losses: {
    meanSquaredError: () => meanSquaredError,
    meanAbsoluteError: () => meanAbsoluteError,
    huber: (config, revival) => huber({ delta: readConfig("huber", config, revival).number("delta") }),
    binaryCrossEntropy: (config, revival) =>
      binaryCrossEntropy({ fromLogits: readConfig("binaryCrossEntropy", config, revival).flag("fromLogits") }),
    categoricalCrossEntropy: (config, revival) =>
      categoricalCrossEntropy({
        fromLogits: readConfig("categoricalCrossEntropy", config, revival).flag("fromLogits"),
      }),
    poisson: (config, revival) => poisson({ fromLogRate: readConfig("poisson", config, revival).flag("fromLogRate") }),
  },
  optimizers: {
    sgd: (config, revival) => {
      const read = readConfig("sgd", config, revival);
      return sgd({
        momentum: read.number("momentum"),
        nesterov: read.flag("nesterov"),
        dampening: read.number("dampening"),
        weightDecay: read.number("weightDecay"),
      });
    },
    adam: (config, revival) => {
      const read = readConfig("adam", config, revival);
      return adam({
        beta1: read.number("beta1"),
        beta2: read.number("beta2"),
        epsilon: read.number("epsilon"),
        weightDecay: read.number("weightDecay"),
      });
    },
    adamW: (config, revival) => {
      const read = readConfig("adamW", config, revival);
      return adamW({
        beta1: read.number("beta1"),
        beta2: read.number("beta2"),
        epsilon: read.number("epsilon"),
        weightDecay: read.number("weightDecay"),
      });
    },
    rmsprop: (config, revival) => {
      const read = readConfig("rmsprop", config, revival);
      return rmsprop({
        alpha: read.number("alpha"),
        epsilon: read.number("epsilon"),
        momentum: read.number("momentum"),
        centered: read.flag("centered"),
        weightDecay: read.number("weightDecay"),
      });
    },
  },
  metrics: {
    accuracy: () => accuracy,
    logLoss: () => logLoss,
    mae: () => mae,
    r2: () => r2,
    rmse: () => rmse,
  },
} as const satisfies Plugin;

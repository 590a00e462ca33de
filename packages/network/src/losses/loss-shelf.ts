import { type Plugin, readConfig } from "@neurite/plugin";
import { binaryCrossEntropy } from "./binary-cross-entropy";
import { categoricalCrossEntropy } from "./categorical-cross-entropy";
import { huber } from "./huber";
import { meanAbsoluteError } from "./mean-absolute-error";
import { meanSquaredError } from "./mean-squared-error";
import { poisson } from "./poisson";

/** The losses by name, made of the options in a file. */
export const lossShelf = {
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
} as const satisfies Plugin["losses"];

import { type Plugin, readConfig } from "@neurite/plugin";
import { binaryCrossEntropy } from "./binary-cross-entropy";
import { categoricalCrossEntropy } from "./categorical-cross-entropy";
import { cosineSimilarity } from "./cosine-similarity";
import { focal } from "./focal";
import { gammaDeviance } from "./gamma-deviance";
import { gaussianNegativeLogLikelihood } from "./gaussian-negative-log-likelihood";
import { hinge } from "./hinge";
import { huber } from "./huber";
import { klDivergence } from "./kl-divergence";
import { logCosh } from "./log-cosh";
import { meanAbsoluteError } from "./mean-absolute-error";
import { meanAbsolutePercentageError } from "./mean-absolute-percentage-error";
import { meanSquaredError } from "./mean-squared-error";
import { meanSquaredLogarithmicError } from "./mean-squared-logarithmic-error";
import { negativeBinomial } from "./negative-binomial";
import type { PerColumn } from "./per-column";
import { poisson } from "./poisson";
import { quantile } from "./quantile";
import { squaredHinge } from "./squared-hinge";
import { tweedieDeviance } from "./tweedie-deviance";

/** The losses by name, made of the options in a file. */
export const lossShelf = {
  meanSquaredError: () => meanSquaredError,
  meanAbsoluteError: () => meanAbsoluteError,
  huber: (config, revival) => huber({ delta: readConfig("huber", config, revival).number("delta") }),
  logCosh: () => logCosh,
  meanAbsolutePercentageError: (config, revival) =>
    meanAbsolutePercentageError({
      epsilon: readConfig("meanAbsolutePercentageError", config, revival).number("epsilon"),
    }),
  meanSquaredLogarithmicError: () => meanSquaredLogarithmicError,
  poisson: (config, revival) => {
    const options = readConfig("poisson", config, revival);
    return poisson({ fromLogRate: options.flag("fromLogRate"), full: options.flag("full") });
  },
  gammaDeviance: (config, revival) =>
    gammaDeviance({ fromLogMean: readConfig("gammaDeviance", config, revival).flag("fromLogMean") }),
  tweedieDeviance: (config, revival) => {
    const options = readConfig("tweedieDeviance", config, revival);
    return tweedieDeviance({ power: options.number("power"), fromLogMean: options.flag("fromLogMean") });
  },
  negativeBinomial: (config, revival) => {
    const options = readConfig("negativeBinomial", config, revival);
    return negativeBinomial({
      dispersion: options.number("dispersion"),
      fromLogMean: options.flag("fromLogMean"),
      full: options.flag("full"),
    });
  },
  quantile: (config, revival) => quantile({ quantile: perColumn(readConfig("quantile", config, revival), "quantile") }),
  binaryCrossEntropy: (config, revival) => {
    const options = readConfig("binaryCrossEntropy", config, revival);
    return binaryCrossEntropy({
      fromLogits: options.flag("fromLogits"),
      positiveWeight: perColumn(options, "positiveWeight"),
      labelSmoothing: options.number("labelSmoothing"),
    });
  },
  categoricalCrossEntropy: (config, revival) => {
    const options = readConfig("categoricalCrossEntropy", config, revival);
    return categoricalCrossEntropy({
      fromLogits: options.flag("fromLogits"),
      labelSmoothing: options.number("labelSmoothing"),
      classWeights: options.numbers("classWeights"),
    });
  },
  focal: (config, revival) => {
    const options = readConfig("focal", config, revival);
    return focal({
      gamma: options.number("gamma"),
      alpha: perColumn(options, "alpha"),
      exclusive: options.flag("exclusive"),
      fromLogits: options.flag("fromLogits"),
    });
  },
  hinge: () => hinge,
  squaredHinge: () => squaredHinge,
  klDivergence: (config, revival) =>
    klDivergence({
      fromLogProbabilities: readConfig("klDivergence", config, revival).flag("fromLogProbabilities"),
    }),
  cosineSimilarity: () => cosineSimilarity,
  gaussianNegativeLogLikelihood: (config, revival) => {
    const options = readConfig("gaussianNegativeLogLikelihood", config, revival);
    return gaussianNegativeLogLikelihood({
      epsilon: options.number("epsilon"),
      full: options.flag("full"),
      fromLogVariance: options.flag("fromLogVariance"),
    });
  },
} as const satisfies Plugin["losses"];

/** An option that is a number or a list of numbers. */
function perColumn(options: ReturnType<typeof readConfig>, name: string): PerColumn | undefined {
  return Array.isArray(options.raw(name)) ? options.numbers(name) : options.number(name);
}

// PyTorch's losses as neurite's, which give one number for each row; how they are put together is told by the reduction.
import type { Loss } from "@neurite/plugin";
import { concat, constant, type Tensor } from "@neurite/tensor";
import { made, mapped } from "./made";
import type { Solve } from "./problem";
import { type Taken, takeConfig } from "./take-config";

interface Mapping {
  readonly loss: (config: Taken) => Loss;
  /** Whether PyTorch's loss without a reduction is one number for each row, rather than one for each element. */
  readonly perRow?: boolean;
  /** The prediction of PyTorch's input. */
  readonly prediction?: (input: Tensor, symbol: (name: string) => Tensor) => Tensor;
  /** What the whole is divided by. */
  readonly divisor?: (config: Taken) => number;
}

const classes = (config: Taken, options: { readonly fromLogits: boolean }) =>
  made("loss", "categoricalCrossEntropy", {
    ...options,
    labelSmoothing: config.number("label_smoothing"),
    classWeights: config.list("weight"),
  });

/** By the part of the id behind "loss/". */
const table: Readonly<Record<string, Mapping>> = {
  bce: { loss: () => made("loss", "binaryCrossEntropy", { fromLogits: false }) },
  bce_with_logits: {
    loss: (config) =>
      made("loss", "binaryCrossEntropy", {
        fromLogits: true,
        positiveWeight: config.list("pos_weight") as number[] | undefined,
      }),
  },
  cross_entropy: { perRow: true, loss: (config) => classes(config, { fromLogits: true }) },
  gaussian_nll: {
    loss: (config) =>
      made("loss", "gaussianNegativeLogLikelihood", { epsilon: config.number("eps"), full: config.flag("full") }),
    prediction: (mean, symbol) => concat([mean, symbol("var").broadcast(mean.shape)], -1),
  },
  huber: { loss: (config) => made("loss", "huber", { delta: config.number("delta") }) },
  kl_div: {
    loss: (config) => made("loss", "klDivergence", { fromLogProbabilities: config.flag("log_target") ?? false }),
    prediction: (input) => input.exp(),
  },
  l1: { loss: () => made("loss", "meanAbsoluteError") },
  mae: { loss: () => made("loss", "meanAbsoluteError") },
  mse: { loss: () => made("loss", "meanSquaredError") },
  nll: { perRow: true, loss: (config) => classes(config, { fromLogits: false }), prediction: (input) => input.exp() },
  poisson_nll: {
    loss: (config) =>
      made("loss", "poisson", {
        fromLogRate: config.flag("log_input") ?? true,
        full: config.flag("full"),
      }),
  },
  // PyTorch divides by beta, so that the slope of the straight part is 1
  smooth_l1: {
    loss: (config) => made("loss", "huber", { delta: config.number("beta") ?? 1 }),
    divisor: (config) => config.number("beta") ?? 1,
  },
};

/** A loss with its reduction; PyTorch's mean divides by the weights of the rows' classes, which a loss of single rows cannot see. */
export const solveLoss: Solve = ({ vector, one, dtype, symbol }) => {
  const mapping = mapped(table, vector.id.replace("loss/", ""));
  const [config, again] = [takeConfig(vector, one), takeConfig(vector, one)];
  const loss = mapping.loss(config);
  const divisor = mapping.divisor?.(again) ?? 1;
  const [input, target] = [symbol("input"), symbol("target")];
  const weight = again.list("weight");
  const reduction = config.text("reduction") ?? "mean";
  config.text("target"); // "probabilities": the shape says so
  config.end();
  const prediction = mapping.prediction?.(input, symbol) ?? input;
  const rows = (a: Tensor, b: Tensor) => loss.apply(a, b).div(divisor);

  if (mapping.perRow) {
    const costs = rows(prediction, target);
    const weights = weight && target.dtype === "int32" ? constant(weight, dtype).gather(target) : undefined;
    if (reduction === "none") return { outputs: { loss: costs } };
    if (reduction === "sum") return { outputs: { loss: costs.sum() } };
    if (reduction === "mean") return { outputs: { loss: weights ? costs.sum().div(weights.sum()) : costs.mean() } };
  } else {
    if (weight) throw new Error(`${vector.id}: a weight has no mapping.`);
    if (reduction === "none") {
      const single = (t: Tensor) => t.reshape([-1, 1]);
      return { outputs: { loss: rows(single(prediction), single(target)).reshape(input.shape) } };
    }
    const mean = rows(prediction, target).mean();
    const size = input.shape.reduce((product, side) => product * side, 1);
    if (reduction === "mean") return { outputs: { loss: mean } };
    if (reduction === "sum") return { outputs: { loss: mean.mul(size) } };
    if (reduction === "batchmean") return { outputs: { loss: mean.mul(size / (input.shape[0] ?? 1)) } };
  }
  throw new Error(`${vector.id}: the reduction ${reduction} has no mapping.`);
};

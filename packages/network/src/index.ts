export { type ExponentialMovingAverageOptions, exponentialMovingAverage } from "./averaging/exponential-moving-average";
export type { WeightAverage } from "./averaging/weight-average";
export { clipByGlobalNorm } from "./clipping/clip-by-global-norm";
export { clipByNorm } from "./clipping/clip-by-norm";
export { clipByValue } from "./clipping/clip-by-value";
export type { Clipping } from "./clipping/clipping";
export type { Data, Rows, RowsOrList } from "./data";
export type { Checkpoint } from "./fit/checkpoint";
export type { DeadUnits } from "./fit/dead-units";
export type { EarlyStopping } from "./fit/early-stopping";
export {
  type FindLearningRateOptions,
  findLearningRate,
  type LearningRateCurve,
  type TriedRate,
} from "./fit/find-learning-rate";
export { type Fitted, fit } from "./fit/fit";
export type { FitOptions } from "./fit/fit-options";
export type { Ending, Epoch, History, Progress } from "./fit/history";
export type { ReduceOnPlateau } from "./fit/reduce-on-plateau";
export type { ForwardTrace, Term, TracedLayer, Unit } from "./forward-trace";
export { connect, graph, inputPoint, type Point } from "./graph";
export { type BinaryCrossEntropyOptions, binaryCrossEntropy } from "./losses/binary-cross-entropy";
export { type CategoricalCrossEntropyOptions, categoricalCrossEntropy } from "./losses/categorical-cross-entropy";
export { type HuberOptions, huber } from "./losses/huber";
export { meanAbsoluteError } from "./losses/mean-absolute-error";
export { meanSquaredError } from "./losses/mean-squared-error";
export { type PoissonOptions, poisson } from "./losses/poisson";
export { accuracy } from "./metrics/accuracy";
export { logLoss } from "./metrics/log-loss";
export { mae } from "./metrics/mae";
export { r2 } from "./metrics/r2";
export { rmse } from "./metrics/rmse";
export { createModel, type Model, type ModelOptions, type RowShape } from "./model";
export { networkPlugin } from "./network-plugin";
export { type AdamOptions, adam } from "./optimizers/adam";
export { type AdamWOptions, adamW } from "./optimizers/adam-w";
export { type RmspropOptions, rmsprop } from "./optimizers/rmsprop";
export { type SgdOptions, sgd } from "./optimizers/sgd";
export type { RowPredictor } from "./row-predictor";
export { type ConstantScheduleOptions, constantSchedule } from "./schedules/constant-schedule";
export { type CosineDecayOptions, cosineDecay } from "./schedules/cosine-decay";
export { type CosineRestartsOptions, cosineRestarts } from "./schedules/cosine-restarts";
export { type ExponentialDecayOptions, exponentialDecay } from "./schedules/exponential-decay";
export { type InverseTimeDecayOptions, inverseTimeDecay } from "./schedules/inverse-time-decay";
export { type OneCycleOptions, oneCycle } from "./schedules/one-cycle";
export { type PolynomialDecayOptions, polynomialDecay } from "./schedules/polynomial-decay";
export { type StepDecayOptions, stepDecay } from "./schedules/step-decay";
export { stepsPerEpoch } from "./schedules/steps-per-epoch";
export { type WarmupOptions, warmup } from "./schedules/warmup";
export type { Scores } from "./scores";
export { sequential } from "./sequential";
export { shared } from "./shared";
export type { Summary, SummaryLayer } from "./summary";

export { type ExponentialMovingAverageOptions, exponentialMovingAverage } from "./averaging/exponential-moving-average";
export type { WeightAverage } from "./averaging/weight-average";
export { classWeights } from "./class-weights";
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
export { cosineSimilarity } from "./losses/cosine-similarity";
export { type FocalOptions, focal } from "./losses/focal";
export { type GammaDevianceOptions, gammaDeviance } from "./losses/gamma-deviance";
export {
  type GaussianNegativeLogLikelihoodOptions,
  gaussianNegativeLogLikelihood,
} from "./losses/gaussian-negative-log-likelihood";
export { hinge } from "./losses/hinge";
export { type HuberOptions, huber } from "./losses/huber";
export { type KlDivergenceOptions, klDivergence } from "./losses/kl-divergence";
export { logCosh } from "./losses/log-cosh";
export { meanAbsoluteError } from "./losses/mean-absolute-error";
export {
  type MeanAbsolutePercentageErrorOptions,
  meanAbsolutePercentageError,
} from "./losses/mean-absolute-percentage-error";
export { meanSquaredError } from "./losses/mean-squared-error";
export { meanSquaredLogarithmicError } from "./losses/mean-squared-logarithmic-error";
export { type NegativeBinomialOptions, negativeBinomial } from "./losses/negative-binomial";
export { type PoissonOptions, poisson } from "./losses/poisson";
export { type QuantileOptions, quantile } from "./losses/quantile";
export { squaredHinge } from "./losses/squared-hinge";
export { type TweedieDevianceOptions, tweedieDeviance } from "./losses/tweedie-deviance";
export { accuracy } from "./metrics/accuracy";
export { balancedAccuracy } from "./metrics/balanced-accuracy";
export { brier } from "./metrics/brier";
export { type CalibrationBin, type CalibrationOptions, calibrationBins } from "./metrics/calibration-bins";
export { calibrationError } from "./metrics/calibration-error";
export type { Average, ClassScoreOptions } from "./metrics/class-score";
export { type ConfusionMatrix, type ConfusionOptions, confusionMatrix } from "./metrics/confusion-matrix";
export { f1 } from "./metrics/f1";
export { logLoss } from "./metrics/log-loss";
export { mae } from "./metrics/mae";
export { mape } from "./metrics/mape";
export { prAuc } from "./metrics/pr-auc";
export { precision } from "./metrics/precision";
export { r2 } from "./metrics/r2";
export { recall } from "./metrics/recall";
export { rmse } from "./metrics/rmse";
export { rocAuc } from "./metrics/roc-auc";
export { type TopKAccuracyOptions, topKAccuracy } from "./metrics/top-k-accuracy";
export { createModel, type Model, type ModelOptions, type RowShape } from "./model";
export { networkPlugin } from "./network-plugin";
export { type AdadeltaOptions, adadelta } from "./optimizers/adadelta";
export { type AdafactorOptions, adafactor } from "./optimizers/adafactor";
export { type AdagradOptions, adagrad } from "./optimizers/adagrad";
export { type AdamOptions, adam } from "./optimizers/adam";
export { type AdamWOptions, adamW } from "./optimizers/adam-w";
export { type AdamaxOptions, adamax } from "./optimizers/adamax";
export { type AmsgradOptions, amsgrad } from "./optimizers/amsgrad";
export { type LambOptions, lamb } from "./optimizers/lamb";
export { type LbfgsOptions, lbfgs } from "./optimizers/lbfgs";
export { type LionOptions, lion } from "./optimizers/lion";
export { type MuonOptions, muon } from "./optimizers/muon";
export type { MuonAdjustment } from "./optimizers/muon-adjustment";
export { type NadamOptions, nadam } from "./optimizers/nadam";
export { type RadamOptions, radam } from "./optimizers/radam";
export { type RmspropOptions, rmsprop } from "./optimizers/rmsprop";
export { type SgdOptions, sgd } from "./optimizers/sgd";
export type { WeightDecayOptions } from "./optimizers/weight-decay";
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

export type { ClassFitReport, ClassOptions } from "./class-fit";
export { type ClassScores, classScores } from "./class-scores";
export type { Columns, ColumnValues } from "./columns";
export type { Label, Labels } from "./labels";
export {
  type Coefficient,
  type DroppedColumn,
  type LeastSquaresOptions,
  type LinearFit,
  leastSquares,
} from "./least-squares";
export { type LogisticFit, logisticRegression } from "./logistic-regression";
export { predictLinear } from "./predict-linear";
export { type ClassFit, type Probabilities, predictClasses, predictProbabilities } from "./predict-probabilities";
export { type RegressionScores, regressionScores } from "./regression-scores";
export { type ClassCoefficients, type SoftmaxFit, softmaxRegression } from "./softmax-regression";

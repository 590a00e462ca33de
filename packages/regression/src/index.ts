export type { ClassFitReport, ClassOptions } from "./classes/class-fit";
export { type ClassScores, classScores } from "./classes/class-scores";
export { type LogisticFit, logisticRegression } from "./classes/logistic-regression";
export {
  type ClassFit,
  type Probabilities,
  predictClasses,
  predictProbabilities,
} from "./classes/predict-probabilities";
export { type ClassCoefficients, type SoftmaxFit, softmaxRegression } from "./classes/softmax-regression";
export type { Columns, ColumnValues } from "./columns/columns";
export type { Label, Labels } from "./columns/labels";
export type { PreciseColumn } from "./columns/precise-column";
export { type BetaParameters, betaDistribution } from "./distributions/beta-distribution";
export { type BinomialParameters, binomialDistribution } from "./distributions/binomial-distribution";
export { type ChiSquaredParameters, chiSquaredDistribution } from "./distributions/chi-squared-distribution";
export type { Distribution } from "./distributions/distribution";
export { type FParameters, fDistribution } from "./distributions/f-distribution";
export { type GammaParameters, gammaDistribution } from "./distributions/gamma-distribution";
export { type NormalParameters, normalDistribution } from "./distributions/normal-distribution";
export { type StudentTParameters, studentTDistribution } from "./distributions/student-t-distribution";
export { applyDesign, buildDesign, type Design, type FittedDesign } from "./formula/build-design";
export type { DesignColumn } from "./formula/design-columns";
export type { DesignRecipe } from "./formula/design-recipe";
export { formulaColumns } from "./formula/formula-columns";
export { type Formula, parseFormula } from "./formula/parse-formula";
export type { FamilyName } from "./glm/family";
export type { GeneralizedCoefficient, GeneralizedFit, Spread } from "./glm/generalized-fit";
export {
  type GeneralizedColumnOptions,
  type GeneralizedFormulaOptions,
  generalizedFormula,
  generalizedLinearModel,
} from "./glm/generalized-linear-model";
export type { GeneralizedOptions } from "./glm/generalized-options";
export {
  type GeneralizedResidual,
  type GeneralizedResidualOptions,
  generalizedResiduals,
} from "./glm/generalized-residuals";
export { type HuberFit, type HuberRegressionOptions, huberFormula, huberRegression } from "./glm/huber-regression";
export type { LinkName } from "./glm/link";
export {
  type MultinomialEquation,
  type MultinomialFit,
  type MultinomialOptions,
  multinomialRegression,
} from "./glm/multinomial-regression";
export {
  type GeneralizedPrediction,
  type GeneralizedPredictionOptions,
  type Predicted,
  type Predictive,
  predictGeneralized,
} from "./glm/predict-generalized";
export {
  type QuantileFit,
  type QuantileRegressionOptions,
  quantileFormula,
  quantileRegression,
} from "./glm/quantile-regression";
export type { TestedCoefficient } from "./inference/coefficient-test";
export { type ComparisonTest, compareRegressions, type RegressionComparison } from "./inference/compare-regressions";
export type { Diagnostics } from "./inference/diagnostics";
export type { FitGeometry } from "./inference/fit-geometry";
export { influence, type RowInfluence } from "./inference/influence";
export type { Omnibus } from "./inference/omnibus";
export { predictRegression, type RegressionPredictions } from "./inference/predict-regression";
export { regress } from "./inference/regress";
export type { RegressOptions } from "./inference/regress-options";
export type { RegressionFit } from "./inference/regression-fit";
export type { JarqueBera } from "./inference/residual-diagnostics";
export type { RobustKind } from "./inference/robust-covariance";
export { type TestOptions, testCoefficients } from "./inference/test-coefficients";
export type { FitStatistics } from "./least-squares/fit-statistics";
export { leastSquares } from "./least-squares/least-squares";
export type { Coefficient, DroppedColumn, LinearCoefficient, LinearFit } from "./least-squares/linear-fit";
export { predictLinear } from "./least-squares/predict-linear";
export type { LeastSquaresOptions } from "./least-squares/solve-linear";
export { type ChoosePenaltyOptions, choosePenalty, type PenaltyChoice } from "./penalised/choose-penalty";
export type { CrossValidationPoint } from "./penalised/cross-validation-point";
export type { ElasticNetFit } from "./penalised/elastic-net-fit";
export { type ElasticNetPathOptions, elasticNetPath } from "./penalised/elastic-net-path";
export { elasticNetRegression } from "./penalised/elastic-net-regression";
export { lassoRegression } from "./penalised/lasso-regression";
export type { PathOptions } from "./penalised/path-penalties";
export type { ElasticNetRegressionOptions, PenaltyOptions, ShrinkageOptions } from "./penalised/penalty-options";
export { ridgeRegression } from "./penalised/ridge-regression";
export { type RegressionScores, regressionScores } from "./regression-scores";

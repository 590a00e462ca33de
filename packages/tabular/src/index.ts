export type { Answers, ClassAnswers, NumberAnswers } from "./answers";
export type { Baseline, CertainBaseline, ClassBaseline, LinearBaseline } from "./baseline";
export { type BaselineColumn, baselineColumns } from "./baseline-columns";
export { formulaName } from "./baseline-formula";
export type {
  BaselineStatistics,
  ClassStatistics,
  LineStatistics,
  LogisticStatistics,
  OddsCoefficient,
  SoftmaxStatistics,
  UnknownStatistics,
} from "./baseline-statistics";
export { type Cell, missingSpellings, placeholderSpellings } from "./cell";
export type { ClassEquation, ClassLikelihood, NoLikelihood } from "./class-likelihood";
export type { ColumnReading, Tally } from "./column-reading";
export type { DateOrder } from "./date-text";
export { allRows, type EncodedInputs, encodeInputs } from "./encode-inputs";
export type {
  BooleanEncoder,
  CategoryEncoder,
  ClassTarget,
  DateCycle,
  DateEncoder,
  InputEncoder,
  NumberEncoder,
  RegressionTarget,
  TableEncoder,
  TargetEncoder,
} from "./encoder";
export { type EmbeddedCategory, embeddedOf, type Feature, type FeaturePart, featuresOf } from "./features";
export { type EncoderOptions, fitInput } from "./fit-encoder";
export { fitTable, type ModelOf } from "./fit-table";
export { type FittedBaseline, fitTableBaseline } from "./fit-table-baseline";
export type { BaselineOptions, FitTableOptions } from "./fit-table-options";
export { type ColumnSummary, type InspectOptions, inspectTable, type TableSummary } from "./inspect-table";
export { loadTable } from "./load-table";
export type { ModelParts } from "./model-parts";
export { type Decimal, findDecimal, parseNumber } from "./number-text";
export { parseEncoder } from "./parse-encoder";
export { type PreparedTable, type PrepareOptions, prepareTable } from "./prepare-table";
export { readInputs, readTarget } from "./read-inputs";
export { type ColumnOptions, readTable } from "./read-table";
export type { RowTrace, TracedFeature, TracedIndex } from "./row-trace";
export { saveTable } from "./save-table";
export { type Split, type SplitOptions, splitRows } from "./split-rows";
export { type Column, type Table, type TableOptions, tableFromArrays, tableFromColumns, tableFromRows } from "./table";
export { parseDetails, type TableDetails } from "./table-details";
export type { ClassTestScores, NumberTestScores, TableScores } from "./table-scores";
export type { ColumnName, InputColumns, InputRow, RowOf, TableSource } from "./table-source";
export type {
  ClassificationModel,
  ClassPrediction,
  ClassPredictions,
  ModelColumn,
  NumberPredictions,
  RegressionModel,
  TabularModel,
} from "./tabular-model";
export { decodeNumber, encodeClasses, encodeNumbers } from "./target-encoder";
export type { Task } from "./target-task";
export type { TrainingWatch } from "./train-network";
export type { TableEpoch, TableHistory, TableProgress } from "./training-history";
export type { TrainingOptions } from "./training-settings";
export type { BooleanColumn, CategoryColumn, DateColumn, Kind, NumberColumn, TypedColumn } from "./typed-column";
export type { Remedy, Warning, WarningCode } from "./warning";

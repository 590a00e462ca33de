import type { ClassStatistics, LineStatistics } from "./baseline-statistics";
import type { Cell } from "./cell";
import type { ModelParts } from "./model-parts";
import type { RowTrace } from "./row-trace";
import type { ClassTestScores, NumberTestScores, TableScores } from "./table-scores";
import type { InputRow, TableSource } from "./table-source";
import type { Kind } from "./typed-column";
import type { Warning } from "./warning";

/** A column that a model predicts from. */
export interface ModelColumn {
  readonly name: string;
  readonly kind: Kind;
  /** Whether it varied in the training rows; a column that did not need not be there. */
  readonly used: boolean;
}

/** The predicted class of a row. */
export interface ClassPrediction {
  readonly label: string;
  /** How probable that class is. */
  readonly probability: number;
  /** One for each class, in the order of the model's `classes`. */
  readonly probabilities: readonly number[];
}

/** Predicted numbers for the rows of a table. */
export interface NumberPredictions {
  readonly predictions: Float64Array;
  /** Unseen values and cells that could not be read. */
  readonly warnings: readonly Warning[];
}

/** Predicted classes for the rows of a table. */
export interface ClassPredictions {
  readonly predictions: readonly string[];
  /** `[rows, classes]`, row after row. */
  readonly probabilities: Float64Array;
  readonly classes: readonly string[];
  /** Unseen values and cells that could not be read. */
  readonly warnings: readonly Warning[];
}

/** What all models of a table have. `Row` is a row of the table that it was fitted on. */
interface AnyTabularModel<Row, Prediction, Predictions, Scores, Statistics> extends Omit<ModelParts, "scores"> {
  /** The name of the column that is predicted. */
  readonly target: string;
  /** The columns that it is predicted from. */
  readonly columns: readonly ModelColumn[];
  readonly scores: TableScores<Scores>;
  /**
   * The network's prediction for each row, by column name: in any order, further columns are not looked at, cells may be missing.
   * Throws `missing-column` where a column is not there, `bad-cell` for a cell that is no cell.
   */
  predict(source: TableSource<Row>): readonly Prediction[];
  /** The same without an object for each row, with warnings. */
  predictTable(source: TableSource<Row>): Predictions;
  /** What the straight line says. */
  predictBaseline(source: TableSource<Row>): readonly Prediction[];
  /** How sure the straight line is of its coefficients, and how well it fits its training rows: tests, intervals, R² and its relatives. */
  baselineStatistics(): Statistics;
  /** The way of one row through the network: cells, features, layers, prediction. It ends in what `predict` says. */
  trace(row: InputRow<Row>): RowTrace<Prediction>;
  /** The same for a row (counted from 0) of several. */
  trace(source: TableSource<Row>, row: number): RowTrace<Prediction>;
}

/** A model of a column of numbers. */
export interface RegressionModel<Row = Record<string, Cell>>
  extends AnyTabularModel<Row, number, NumberPredictions, NumberTestScores, LineStatistics> {
  readonly task: "regression";
  readonly classes?: never;
}

/** A model of a column of classes. */
export interface ClassificationModel<Row = Record<string, Cell>>
  extends AnyTabularModel<Row, ClassPrediction, ClassPredictions, ClassTestScores, ClassStatistics> {
  readonly task: "classification";
  /** Sorted: numbers by value, false before true, text by code unit. */
  readonly classes: readonly string[];
}

/** A network fitted on a table, with the straight line it was held against. */
export type TabularModel<Row = Record<string, Cell>> = RegressionModel<Row> | ClassificationModel<Row>;

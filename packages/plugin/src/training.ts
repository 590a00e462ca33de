import type { Tensor, Type, Value } from "@neurite/tensor";
import type { Json, Ref } from "./config";

/**
 * How wrong a prediction is, as an expression: one number for each row.
 *
 * Shapes: `prediction: [rows, ...]`, `target: [rows, ...]`, result `[rows]`. Weights and the mean over rows are applied outside.
 */
export interface Loss extends Ref {
  apply(prediction: Tensor, target: Tensor): Tensor;
}

/** What an optimizer knows of one parameter in one step. */
export interface Update<S extends string = string> {
  readonly parameter: Tensor;
  readonly gradient: Tensor;
  readonly state: Readonly<Record<S, Tensor>>;
  /** One number in the parameter's dtype. */
  readonly learningRate: Tensor;
  /** How many steps were made before this one, one number in float64. */
  readonly step: Tensor;
  /** Whether weight decay applies to this parameter. */
  readonly decay: boolean;
}

/** A rule that moves parameters against their gradients, one step at a time, as an expression. */
export interface Optimizer<S extends string = string> extends Ref {
  readonly mode: "step";
  /** The numbers it keeps for a parameter; they start at 0. */
  state(parameter: Type): Readonly<Record<S, Type>>;
  update(u: Update<S>): {
    readonly parameter: Tensor;
    readonly state: Readonly<Record<S, Tensor>>;
  };
}

/** A rule that looks at the loss over all rows and drives itself, such as L-BFGS. */
export interface Minimizer extends Ref {
  readonly mode: "full";
  steps(
    objective: (point: Float64Array) => { readonly loss: number; readonly gradient: Float64Array },
    from: Float64Array,
    memory: Json | undefined,
  ): Iterable<{ readonly point: Float64Array; readonly loss: number; readonly memory: Json }>;
}

/** The learning rate's factor as an expression of the step (one number in float64, from 0). */
export interface Schedule extends Ref {
  apply(step: Tensor): Tensor;
}

/**
 * A score of predictions on all rows.
 *
 * `null` where it is not defined (R² of a constant target), never NaN.
 */
export interface Metric extends Ref {
  /** Which way is better; early stopping on a metric asks. */
  readonly better: "higher" | "lower";
  compute(prediction: Value, target: Value): number | null;
}

/** Everything that a training needs to go on as if it had never stopped. */
export interface Snapshot {
  readonly format: 1;
  readonly state: ReadonlyMap<string, Value>;
  readonly best?: ReadonlyMap<string, Value>;
  readonly epoch: number;
  readonly step: number;
  readonly seed: number;
  readonly controller: Json;
}

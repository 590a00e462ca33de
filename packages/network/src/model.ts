import type { AnyLayer, Loss, Metric } from "@neurite/plugin";
import {
  type Backend,
  type DType,
  type Graph,
  NeuriteError,
  rowTemplate,
  type Shape,
  type Type,
  type Value,
} from "@neurite/tensor";
import { checkRowsApart } from "./check-rows-apart";
import { checkWeights } from "./check-weights";
import { checkRows, countRows, type Data, type RowsOrList, rowType, toValues } from "./data";
import { defaultBackend } from "./default-backend";
import { type ForwardTrace, traceForward } from "./forward-trace";
import { initialValues } from "./initial-values";
import { checkTargets } from "./losses-per-row";
import { createAnswerer, scoringRunner } from "./predict";
import { type RowPredictor, rowPredictor } from "./row-predictor";
import { rowsAreApart } from "./rows-proof";
import { checkMetrics, type Scores, scoresOf } from "./scores";
import { type Summary, summarize } from "./summary";
import { traceRows } from "./trace-rows";

/**
 * A network with its weights. Immutable: training gives a new one.
 */
export interface Model {
  readonly network: AnyLayer;
  /** What one row of each input looks like. */
  readonly inputs: readonly Type[];
  /** What one row of each output looks like. */
  readonly outputs: readonly Type[];
  /** The dtype of weights and arithmetic. */
  readonly dtype: DType;
  /** Parameters and state by path, such as `0/dense/weights`. */
  readonly weights: ReadonlyMap<string, Value>;
  /** The backend that `predict` and `evaluate` run on. */
  readonly backend: Backend;
  /** The network's answer for any number of rows: `[rows, ...]` in, `[rows, ...]` out. Throws `bad-data` for columns it was not made for. */
  predict(inputs: RowsOrList): Value;
  /** The answers of a network of several outputs. */
  predictAll(inputs: RowsOrList): readonly Value[];
  /**
   * A function for one row after the other, where nothing may be allocated: it fills `output` with the bits of `predict`. The arrays are of the
   * model's dtype (or what `inputs` says) and may be used again. Throws `bad-argument` for a network of several inputs or outputs; the function
   * throws `bad-data` for arrays of another length or dtype and numbers that are not finite.
   *
   * @example
   * ```ts
   * import { dense } from "@neurite/layers";
   * import { createModel } from "@neurite/network";
   * import { value } from "@neurite/tensor";
   *
   * const weights = new Map([["weights", value([[2], [7]])]]);
   * const predictRow = createModel(dense({ units: 1, useBias: false }), { inputs: [2], weights }).predictor();
   * const [input, output] = [new Float32Array(2), new Float32Array(1)];
   * for (const age of [1, 2, 3]) {
   *   input.set([age, 5]);
   *   predictRow(input, output);
   *   console.log(output[0]);
   * }
   * // → 37
   * // → 39
   * // → 41
   * ```
   */
  predictor(): RowPredictor;
  /** The mean loss and metrics over all rows. */
  evaluate(data: Data, options: { readonly loss: Loss; readonly metrics?: readonly Metric[] }): Scores;
  /** Layers, shapes and the number of parameters. */
  summary(): Summary;
  /** The forward pass of one row written out, number by number. */
  trace(row: RowsOrList): ForwardTrace;
}

/** A shape, or a type where an input is not of the model's dtype (indices are int32). */
export type RowShape = Shape | Type;

/** How `createModel` builds a model. */
export interface ModelOptions {
  /** What one row looks like: `[3]` for three columns; a list of shapes or types for several inputs. */
  readonly inputs: Shape | readonly RowShape[];
  /** float32 unless told otherwise. */
  readonly dtype?: DType;
  /** Decides the initial weights; 0 unless told otherwise. */
  readonly seed?: number;
  /** Weights by path, instead of initial ones. */
  readonly weights?: ReadonlyMap<string, Value>;
  /** What it runs on; the compiled engine where it can run, unless told otherwise. */
  readonly backend?: Backend;
}

/**
 * Makes a model with initial weights, or with given ones.
 *
 * Throws `bad-shape` where weights do not fit, `bad-file` where one is missing or not finite, `rows-dependent` for a layer that reads the
 * size of the batch.
 *
 * @example
 * ```ts
 * import { dense } from "@neurite/layers";
 * import { createModel, sequential } from "@neurite/network";
 * import { value } from "@neurite/tensor";
 *
 * const model = createModel(sequential([dense({ units: 1, useBias: false })]), {
 *   inputs: [2],
 *   weights: new Map([["0/dense/weights", value([[2], [7]])]]),
 * });
 * console.log([...model.predict([[3, 5]]).data]); // → [ 41 ]
 * ```
 */
export function createModel(network: AnyLayer, options: ModelOptions): Model {
  const { dtype = "float32", seed = 0, backend = defaultBackend() } = options;
  const inputs = rowTypes(options.inputs, dtype);
  const { traced, graph: alone } = rowsGraph(network, inputs, dtype, 1);
  const built: Graph[] = [];
  const template = rowTemplate(
    (rows) => {
      const { graph } = rowsGraph(network, inputs, dtype, rows);
      built.push(graph);
      return graph;
    },
    { perRow: traced.outputs.length, subject: network.kind },
  );
  const weights = options.weights ? checkWeights(traced, options.weights) : initialValues(traced, seed);
  const [few] = built;
  const proven = few && rowsAreApart(few, alone, template, inputs.length);
  if (!proven) checkRowsApart({ network, inputs, dtype, weights });
  const outputs = traced.outputs.map(({ shape, dtype: d }) => ({ shape: shape.slice(1), dtype: d }));
  return assemble({ network, inputs, outputs, dtype, weights, backend });
}

/** A network for so many rows as a graph of inputs and weights. */
function rowsGraph(network: AnyLayer, types: readonly Type[], dtype: DType, rows: number) {
  const { traced, inputs } = traceRows(network, types, dtype, rows);
  const held = [...traced.parameters.values(), ...traced.state.values()].map(({ tensor }) => tensor);
  const graph: Graph = { inputs: [...inputs, ...held], outputs: traced.outputs };
  return { traced, graph };
}

/** The same model with other weights; what was proven of its network is not proven again. */
export function withWeights(model: Model, weights: ReadonlyMap<string, Value>): Model {
  const { network, inputs, outputs, dtype, backend } = model;
  const { traced } = traceRows(network, inputs, dtype, 1);
  return assemble({ network, inputs, outputs, dtype, backend, weights: checkWeights(traced, weights) });
}

type Parts = Pick<Model, "network" | "inputs" | "outputs" | "dtype" | "weights" | "backend">;

function assemble(parts: Parts): Model {
  const { network, inputs, outputs, dtype } = parts;
  const answerer = createAnswerer(parts);

  const readInputs = (subject: string, given: RowsOrList): readonly Value[] => {
    const values = toValues(subject, given, dtype);
    checkRows(subject, inputs, values);
    countRows(subject, values);
    return values;
  };
  const model: Model = {
    ...parts,
    predictAll: (given) => answerer.rows(readInputs("predict", given)),
    predict: (given) => {
      const results = answerer.rows(readInputs("predict", given));
      if (results.length === 1) return results[0] as Value;
      throw new NeuriteError("bad-argument", `predict: this network has ${results.length} outputs. Use predictAll.`);
    },
    predictor: () => rowPredictor(parts, answerer.bindRow),
    evaluate: (data, { loss, metrics = [] }) => {
      checkMetrics("evaluate", metrics);
      const values = readInputs("evaluate", data.inputs);
      const targets = toValues("evaluate: targets", data.targets, dtype);
      const rowWeights = data.weights ? toValues("evaluate: weights", data.weights, dtype) : [];
      countRows("evaluate", [...values, ...targets, ...rowWeights]);
      const losses = [loss];
      checkTargets(losses, outputs, targets);
      const answers = scoringRunner(parts, losses, targets.map(rowType))([...values, ...targets]);
      return scoresOf(answers, targets, rowWeights[0], metrics);
    },
    summary: () => summarize(network, inputs, dtype),
    trace: (row) => traceForward(model, readInputs("trace", row)),
  };
  return Object.freeze(model);
}

function rowTypes(given: ModelOptions["inputs"], dtype: DType): readonly Type[] {
  const single = given.every((side) => typeof side === "number");
  const list: readonly RowShape[] = single ? [given as Shape] : (given as readonly RowShape[]);
  return list.map((shape) => ("dtype" in shape ? shape : { shape, dtype }));
}

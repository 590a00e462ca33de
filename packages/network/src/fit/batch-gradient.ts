import { type AnyLayer, type Loss, type ParameterSpec, trace } from "@neurite/plugin";
import { constant, type DType, derive, gradient, scan, type Tensor } from "@neurite/tensor";
import { lossesPerRow } from "../losses-per-row";
import { stepsOf } from "./steps-of";

/** Some rows that are learnt from together. */
export interface Batch {
  readonly inputs: readonly Tensor[];
  readonly targets: readonly Tensor[];
  readonly weights: Tensor | undefined;
}

/** What the gradient of a batch is taken of. */
export interface Learning {
  readonly network: AnyLayer;
  readonly losses: readonly Loss[];
  readonly dtype: DType;
  /** Tensors that stand for parameters and state, by path. */
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** The key of this step. */
  readonly key: Tensor;
  /** The rows from a place of the batch on. */
  pick(from: Tensor | number, rows: number): Batch;
}

/** A parameter that the optimizer may move. */
export interface Trained {
  readonly path: string;
  readonly tensor: Tensor;
  readonly spec: ParameterSpec;
}

/** What a batch says about the weights. */
export interface BatchGradient {
  readonly trained: readonly Trained[];
  /** Of the mean loss plus the penalties, one for each trained parameter. */
  readonly gradients: readonly Tensor[];
  /** The weighted mean of the rows' losses plus the penalties. */
  readonly loss: Tensor;
  /** The sum of the rows' weights, in float64. */
  readonly weightSum: Tensor;
  /** The next value of each state that training sets, such as running averages. */
  readonly updates: ReadonlyMap<string, Tensor>;
}

/** The gradient of a batch, in one pass over all of its rows. */
export function batchGradient(learning: Learning, rows: number): BatchGradient {
  return pass(learning, 0, rows, learning.key, learning.tensors);
}

/**
 * The same gradient, of parts of at most `partRows` rows that follow one another in one loop: memory is taken for one part only.
 *
 * Random numbers (dropout) are a function of the part, and batch statistics are those of the part; all else is as in one pass, but for
 * rounding. A single row that would be left over joins the part before, since one row has no variance.
 */
export function gradientByParts(learning: Learning, rows: number, partRows: number): BatchGradient {
  const { full: parts, tailSize: rest } = stepsOf(rows, partRows);
  if (parts === 0) return batchGradient(learning, rows);
  const first = pass(learning, 0, partRows, learning.key, learning.tensors); // tells what there is; its numbers are not used
  const stateful = [...first.updates.keys()];
  const sums: readonly Tensor[] = [
    ...first.trained.map(({ tensor }) => constant(0, tensor.dtype).broadcast(tensor.shape)),
    constant(0, "float64"),
    constant(0, "float64"),
    ...stateful.map((path) => learning.tensors.get(path) as Tensor),
  ];
  const count = first.trained.length;
  const add = (soFar: readonly Tensor[], index: Tensor | number, from: Tensor | number, size: number) => {
    const held = new Map(learning.tensors);
    stateful.forEach((path, i) => {
      held.set(path, soFar[count + 2 + i] as Tensor);
    });
    const part = pass(learning, from, size, derive(learning.key, index), held);
    const weigh = (t: Tensor) => t.mul(part.weightSum.cast(t.dtype));
    return [
      ...part.gradients.map((g, i) => (soFar[i] as Tensor).add(weigh(g))),
      (soFar[count] as Tensor).add(weigh(part.loss.cast("float64"))),
      (soFar[count + 1] as Tensor).add(part.weightSum),
      ...stateful.map((path) => part.updates.get(path) as Tensor),
    ];
  };
  const loop = scan(
    sums,
    [],
    (carries, _none, index) => ({ carries: add(carries, index, index.mul(partRows), partRows) }),
    {
      length: parts,
    },
  );
  const all = rest > 0 ? add(loop.carries, parts, parts * partRows, rest) : loop.carries;
  const weightSum = all[count + 1] as Tensor;
  const total = weightSum.equal(0).where(1, weightSum); // rows that all weigh 0 teach nothing, rather than 0/0
  const mean = (t: Tensor) => t.div(total.cast(t.dtype));
  return {
    trained: first.trained,
    gradients: all.slice(0, count).map(mean),
    loss: mean(all[count] as Tensor),
    weightSum,
    updates: new Map(stateful.map((path, i) => [path, all[count + 2 + i] as Tensor])),
  };
}

function pass(
  learning: Learning,
  from: Tensor | number,
  rows: number,
  key: Tensor,
  tensors: ReadonlyMap<string, Tensor>,
): BatchGradient {
  const batch = learning.pick(from, rows);
  const traced = trace(learning.network, batch.inputs, { training: true, dtype: learning.dtype, key, tensors });
  const { weights } = batch;
  const perOutput = lossesPerRow(learning.losses, traced.outputs, batch.targets).map((perRow) => {
    if (!weights) return perRow.mean();
    const total = weights.sum();
    // a batch whose rows all weigh 0 teaches nothing, rather than 0/0
    return perRow.mul(weights).sum().div(total.equal(0).where(1, total));
  });
  const loss = [...perOutput, ...traced.penalties].reduce((a, b) => a.add(b));
  const trained = [...traced.parameters].flatMap(([path, { tensor, spec }]) =>
    (spec.trainable ?? true) ? [{ path, tensor, spec }] : [],
  );
  const gradients = gradient(
    loss,
    trained.map(({ tensor }) => tensor),
  );
  const weightSum = weights ? weights.sum().cast("float64") : constant(rows, "float64");
  return { trained, gradients, loss, weightSum, updates: traced.updates };
}

import { type DType, deriveKey, NeuriteError, permutation, seedKey, sizeOf, type Value } from "@neurite/tensor";
import { countRows, type Data, toValues } from "../data";

/** Data as values that agree on their rows. */
export interface Prepared {
  readonly rows: number;
  readonly inputs: readonly Value[];
  readonly targets: readonly Value[];
  readonly weights: Value | undefined;
}

/** Checks data and brings it into a dtype. */
export function prepareData(subject: string, data: Data, dtype: DType): Prepared {
  const inputs = toValues(`${subject}: inputs`, data.inputs, dtype);
  const targets = toValues(`${subject}: targets`, data.targets, dtype);
  const [weights] = data.weights ? toValues(`${subject}: weights`, data.weights, dtype) : [];
  const rows = countRows(subject, [...inputs, ...targets, ...(weights ? [weights] : [])]);
  if (rows === 0) {
    throw new NeuriteError("too-few-rows", `${subject}: expected at least 1 row, got 0. Bring some data.`);
  }
  if (weights) checkWeights(subject, weights);
  return { rows, inputs, targets, weights };
}

function checkWeights(subject: string, { shape, data }: Value): void {
  const negative = data.findIndex((n: number) => n < 0);
  if (shape.length !== 1 || negative >= 0 || data.every((n: number) => n === 0)) {
    const got =
      shape.length !== 1
        ? `shape [${shape.join(", ")}]`
        : negative >= 0
          ? `${data[negative]} in row ${negative}`
          : "only zeros";
    throw new NeuriteError(
      "bad-data",
      `${subject}: weights should be one number from 0 up for each row, at least one above 0, got ${got}. Leave rows out that should not count.`,
    );
  }
}

/** Holds a share of the rows back, chosen by the seed: sorted tables must not put one kind of row there. */
export function holdBack(
  all: Prepared,
  share: number,
  seed: number,
): { readonly training: Prepared; readonly validation: Prepared | undefined } {
  if (share === 0) return { training: all, validation: undefined };
  const held = Math.round(all.rows * share);
  if (held < 1 || held >= all.rows) {
    throw new NeuriteError(
      "too-few-rows",
      `fit: a validationSplit of ${share} of ${all.rows} rows leaves ${all.rows - held} to train and ${held} to validate on. Bring more rows, or pass validationData.`,
    );
  }
  const order = permutation(deriveKey(seedKey(seed), "validation"), all.rows);
  const validation = order.slice(0, held).sort();
  return { training: pick(all, order.slice(held).sort()), validation: pick(all, validation) };
}

function pick(all: Prepared, rows: Int32Array): Prepared {
  const pickValue = (held: Value): Value => {
    const width = sizeOf(held.shape.slice(1));
    const data = held.data.slice(0, rows.length * width);
    rows.forEach((row, i) => {
      data.set(held.data.subarray(row * width, (row + 1) * width), i * width);
    });
    return { shape: [rows.length, ...held.shape.slice(1)], dtype: held.dtype, data };
  };
  return {
    rows: rows.length,
    inputs: all.inputs.map(pickValue),
    targets: all.targets.map(pickValue),
    weights: all.weights && pickValue(all.weights),
  };
}

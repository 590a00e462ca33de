import { type DType, NeuriteError, type Value } from "@neurite/tensor";
import { excerpt } from "./excerpt";
import type { SafetensorsTensor } from "./safetensors-file";

/** Stands before the names of tensors that are the caller's and not the network's; no weights may begin with it. */
const EXTRA = "extra:";

/** The tensors of a model file: weights under their paths, the caller's own ones under names that no weights have. */
export function writeModelTensors(
  weights: ReadonlyMap<string, Value>,
  extra: ReadonlyMap<string, Value>,
): ReadonlyMap<string, SafetensorsTensor> {
  const tensors = new Map<string, SafetensorsTensor>();
  for (const [path, held] of weights) {
    if (path.startsWith(EXTRA)) {
      throw new NeuriteError(
        "bad-argument",
        `save: no weights may be called "${EXTRA}…", got ${excerpt(path)}. Give the parameter another name.`,
      );
    }
    tensors.set(path, toSafetensors(held));
  }
  for (const [name, held] of extra) tensors.set(`${EXTRA}${name}`, toSafetensors(held));
  return tensors;
}

/** Parts the tensors of a model file again. */
export function readModelTensors(tensors: ReadonlyMap<string, SafetensorsTensor>): {
  readonly weights: ReadonlyMap<string, Value>;
  readonly extra: ReadonlyMap<string, Value>;
} {
  const weights = new Map<string, Value>();
  const extra = new Map<string, Value>();
  for (const [name, tensor] of tensors) {
    if (name.startsWith(EXTRA)) extra.set(name.slice(EXTRA.length), fromSafetensors(name, tensor));
    else weights.set(name, fromSafetensors(name, tensor));
  }
  return { weights, extra };
}

/** A value as a tensor of a file. */
export function toSafetensors({ shape, dtype, data }: Value): SafetensorsTensor {
  return { dtype: names[dtype], shape, data } as SafetensorsTensor; // the writer checks that array and dtype go together
}

const names = { float32: "F32", float64: "F64", int32: "I32", bool: "BOOL" } as const satisfies Record<DType, string>;

/** A tensor of a file as a value. Throws `bad-file` for a dtype that neurite does not have. */
export function fromSafetensors(name: string, { dtype, shape, data }: SafetensorsTensor): Value {
  const known = (Object.keys(names) as DType[]).find((own) => names[own] === dtype);
  if (known === undefined) {
    throw new NeuriteError(
      "bad-file",
      `The tensor ${excerpt(name)} of a model file should be ${Object.values(names).join(", ")}, got ${dtype}. Convert it, or write the file anew.`,
    );
  }
  const odd = known === "bool" ? data.findIndex((byte: number) => byte > 1) : -1;
  if (odd >= 0) {
    throw new NeuriteError(
      "bad-file",
      `The tensor ${excerpt(name)} is BOOL, so its bytes should be 0 or 1, got ${data[odd]} at index ${odd}. Write the file anew.`,
    );
  }
  return { shape, dtype: known, data };
}

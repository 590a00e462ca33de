// Reference outputs as they stand in the files of data/: their form is told in SOURCES.md.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type DType, filled, type Value } from "@neurite/tensor";

/** An array in a file; numbers that JSON lacks are texts. */
export interface Numbers {
  readonly dtype: "float64" | "int64" | "bool";
  readonly shape: readonly number[];
  readonly data: readonly (number | boolean | "NaN" | "Infinity" | "-Infinity")[];
}

export type Named = Readonly<Record<string, Numbers>>;

/** One step of an optimizer. */
export interface StepAfter {
  readonly step: number;
  readonly loss_before?: number;
  readonly loss_after?: number;
  readonly grads?: Named;
  readonly params_after: Named;
}

/** One set of inputs with what has to come out. */
export interface Case {
  readonly name: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly mode?: "train" | "eval";
  readonly inputs?: Named;
  readonly params?: Named;
  readonly buffers_before?: Named;
  readonly buffers_after?: Named;
  readonly outputs?: Named;
  readonly exact?: Named;
  readonly upstream?: Named;
  readonly grads?: Named;
  readonly steps?: readonly StepAfter[];
  readonly losses?: readonly number[];
  readonly params_after?: Named;
}

export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** The content of one file. */
export interface Vector {
  readonly id: string;
  readonly kind: string;
  /** What it is in PyTorch. */
  readonly torch: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly tolerance: { readonly float64: Tolerance; readonly float32: Tolerance };
  readonly cases: readonly Case[];
}

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "data");

/** All files, in the order of their names. */
export function readVectors(): readonly Vector[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Vector);
}

/** The numbers of an array, in float64. */
export const numbersOf = ({ data }: Numbers): readonly number[] => data.map(Number);

/** An array as a value: floats in the dtype asked for, whole numbers in int32. */
export function asValue(given: Numbers, dtype: DType): Value {
  const type = { shape: given.shape, dtype: given.dtype === "float64" ? dtype : "int32" } as const;
  return filled(type, numbersOf(given));
}

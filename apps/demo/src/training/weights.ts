import { type TypedArrayData, type Value, value } from "neurite";

/** A network's numbers by path, such as `0/dense/weights`: `[inputs, units]`, row after row. */
export type Weights = Readonly<Record<string, readonly number[]>>;

/** Weights in the shapes that a network has. Throws where one is missing or has another length. */
export function weightValues(weights: Weights, shapes: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map(
    [...shapes].map(([path, { shape }]) => [path, value(Float64Array.from(weights[path] ?? []), { shape })]),
  );
}

/** The numbers of a value as a plain list. */
export function numbersOf({ data }: { readonly data: TypedArrayData }): readonly number[] {
  return Array.from(data, Number);
}

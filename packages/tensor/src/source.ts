import { axisOf, type Shape } from "./shape";
import { make, type Tensor } from "./tensor";
import { type Data, type DType, type Nested, type Type, type Value, value } from "./value";

/** A graph input: a tensor whose value is handed in when the graph runs. */
export function input(name: string, type: Type): Tensor {
  const plain = { shape: type.shape, dtype: type.dtype };
  return make("input", [], { name, type: plain })[0] as Tensor;
}

/**
 * Numbers as a tensor: nested lists (float32 unless told otherwise), a typed array with a shape, or a value.
 *
 * @example
 * ```ts
 * import { constant } from "@neurite/tensor";
 *
 * console.log(`${constant([[1, 2], [3, 4]], "float64")}`); // → constant: float64 [2, 2]
 * ```
 */
export function constant(source: Nested | Data | Value, dtype?: DType, shape?: Shape): Tensor {
  const held: Value =
    typeof source === "object" && "data" in source
      ? source
      : value(source, { ...(dtype && { dtype }), ...(shape && { shape }) });
  return make("constant", [], { value: held })[0] as Tensor;
}

/** `0, 1, 2, …` along one axis of an array of `shape`. */
export function iota(shape: Shape, axis = 0, dtype: DType = "int32"): Tensor {
  const at = axisOf(axis, shape.length, "iota");
  return make("iota", [], { type: { shape, dtype }, axis: at })[0] as Tensor;
}

/** Arrays of one dtype, one after the other along an axis. */
export function concat(parts: readonly Tensor[], axis = 0): Tensor {
  const at = axisOf(axis, parts[0]?.shape.length ?? 1, "concat");
  return make("concat", parts, { axis: at })[0] as Tensor;
}

/** Arrays of one type side by side along a new axis. */
export function stack(parts: readonly Tensor[], axis = 0): Tensor {
  const at = axisOf(axis, (parts[0]?.shape.length ?? 0) + 1, "stack");
  const widened = parts.map((part) => {
    const shape = [...part.shape.slice(0, at), 1, ...part.shape.slice(at)];
    return part.reshape(shape);
  });
  return concat(widened, at);
}

import { NeuriteError } from "./error";
import { checkShape, formatShape, type Shape, sameShape, sizeOf } from "./shape";

/** The kinds of numbers that an array holds. */
export type DType = "float32" | "float64" | "int32" | "bool";

/** What is known of an array before its numbers are. */
export interface Type {
  readonly shape: Shape;
  readonly dtype: DType;
}

/** The typed arrays that hold the numbers of a {@link Value}; `bool` is stored as 0 and 1. */
export type Data = Float32Array | Float64Array | Int32Array | Uint8Array;

/** An array of numbers: a shape, a dtype and the numbers row by row. */
export interface Value extends Type {
  readonly data: Data;
}

/** Refuses a value whose data is not of its dtype or does not fill its shape. */
export function checkValueFits({ shape, dtype, data }: Value, subject: string): void {
  if (dtypeOf(data) !== dtype || sizeOf(checkShape(shape, subject)) !== data.length) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: a value of ${dtype} ${formatShape(shape)} should hold ${sizeOf(shape)} numbers of ${dtype}, got ${data.length} of ${dtypeOf(data)}. Make it with value().`,
    );
  }
}

/** Numbers in nested lists, all lists of one level equally long. */
export type Nested = number | boolean | readonly Nested[];

/** Fresh zeros. */
export function allocate(dtype: DType, size: number): Data {
  switch (dtype) {
    case "float32":
      return new Float32Array(size);
    case "float64":
      return new Float64Array(size);
    case "int32":
      return new Int32Array(size);
    case "bool":
      return new Uint8Array(size);
    default:
      return dtype satisfies never;
  }
}

/** A value of zeros, to be filled. */
export function zeros({ shape, dtype }: Type): Value {
  return { shape, dtype, data: allocate(dtype, sizeOf(shape)) };
}

/** Numbers as a value of a type. */
export function filled(type: Type, numbers: ArrayLike<number>): Value {
  const made = zeros(type);
  made.data.set(numbers);
  return made;
}

/** The dtype that a typed array stands for; other typed arrays than those of {@link Data} are a `bad-dtype` error. */
export function dtypeOf(data: Data): DType {
  if (data instanceof Float32Array) return "float32";
  if (data instanceof Float64Array) return "float64";
  if (data instanceof Int32Array) return "int32";
  if (data instanceof Uint8Array) return "bool";
  throw new NeuriteError(
    "bad-dtype",
    `value: expected a Float32Array, Float64Array, Int32Array or Uint8Array (bool), got ${Object.prototype.toString.call(data).slice(8, -1)}. Copy it into one of these first.`,
  );
}

/** Whether `dtype` holds the number `n` as it is, floats apart from rounding: whole 32-bit numbers, 0 and 1 for bool. */
export function holds(dtype: DType, n: number): boolean {
  return isFloat(dtype) || (dtype === "int32" ? n === (n | 0) : n === 0 || n === 1);
}

export function isFloat(dtype: DType): boolean {
  return dtype === "float32" || dtype === "float64";
}

/**
 * Makes a value of nested lists or of a typed array.
 *
 * Nested numbers become `dtype` (float32 unless told otherwise). A typed array is taken as it is, not copied; `shape` is then one axis
 * unless given. Throws `bad-shape` where lists of one level differ in length or the shape does not fit the data, `bad-dtype` where a number is
 * not one of the dtype (1.5 as int32, 2 as bool).
 *
 * @example
 * ```ts
 * import { value } from "@neurite/tensor";
 *
 * console.log(value([[1, 2, 3], [4, 5, 6]]).shape); // → [ 2, 3 ]
 * console.log(value(new Float64Array(6), { shape: [3, 2] }).dtype); // → float64
 * ```
 */
export function value(source: Nested | Data, options: { readonly shape?: Shape; readonly dtype?: DType } = {}): Value {
  if (ArrayBuffer.isView(source)) {
    const dtype = dtypeOf(source);
    if (options.dtype !== undefined && options.dtype !== dtype) {
      throw new NeuriteError(
        "bad-dtype",
        `value: a typed array of ${dtype} cannot stand for ${options.dtype}. Copy it into the array of that dtype first.`,
      );
    }
    const shape = checkShape(options.shape ?? [source.length], "value");
    if (sizeOf(shape) !== source.length) {
      throw new NeuriteError(
        "bad-shape",
        `value: shape ${formatShape(shape)} holds ${sizeOf(shape)} numbers, got ${source.length}. Pass as many numbers as the shape holds.`,
      );
    }
    return { shape, dtype, data: source };
  }
  const numbers: number[] = [];
  const found = flatten(source, numbers);
  const shape = options.shape ?? found;
  const dtype = options.dtype ?? "float32";
  const stray = isFloat(dtype) ? undefined : numbers.find((n) => !holds(dtype, n));
  if (stray !== undefined) throw notOf(dtype, stray, "value");
  return value(filled({ shape: [numbers.length], dtype }, numbers).data, { shape });
}

/** The error for a number that a dtype cannot hold. */
export function notOf(dtype: DType, n: number, subject: string): NeuriteError {
  const expected = dtype === "bool" ? "0 or 1" : "a whole number of 32 bits";
  return new NeuriteError(
    "bad-dtype",
    `${subject}: a number of ${dtype} should be ${expected}, got ${n}. Use another number, or cast the array to float32 or float64.`,
  );
}

const single: Shape = [];

/** Puts the numbers into a flat list, and gives the shape; the same one for all numbers, so that most comparisons are of two references. */
function flatten(nested: Nested, into: number[]): Shape {
  if (typeof nested === "number" || typeof nested === "boolean") {
    into.push(Number(nested));
    return single;
  }
  if (!Array.isArray(nested)) {
    throw new NeuriteError(
      "bad-argument",
      `value: every entry should be a number or a list of them, got ${JSON.stringify(nested) ?? "undefined"}. Turn texts into numbers first; fitTable does so for tables.`,
    );
  }
  let inner: Shape | undefined;
  for (let i = 0; i < nested.length; i++) {
    const part = nested[i] as Nested;
    let shape = single;
    if (typeof part === "number")
      into.push(part); // spares most calls
    else shape = flatten(part, into);
    inner ??= shape;
    if (shape !== inner && !sameShape(shape, inner)) {
      throw new NeuriteError(
        "bad-shape",
        `value: nested lists should be equally long, got parts of shapes ${formatShape(inner)} and ${formatShape(shape)}. Fill the shorter one up.`,
      );
    }
  }
  return [nested.length, ...(inner ?? [])];
}

/** `float32 [2, 3]`, for messages. */
export function formatType(type: Type): string {
  return `${type.dtype} ${formatShape(type.shape)}`;
}

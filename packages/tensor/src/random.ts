import { NeuriteError } from "./error";
import { derivationTag, type Key, spread, wordOf } from "./key";
import type { Shape } from "./shape";
import { concat, constant } from "./source";
import { make, type Tensor } from "./tensor";
import { type DType, isFloat } from "./value";

/** A key as a tensor, `int32 [2]`. */
export function keyTensor(key: Key): Tensor {
  return constant(Int32Array.from(key));
}

/** The key that belongs to a name or a whole number below another key; the same as `deriveKey`, inside a graph. */
export function derive(key: Tensor, name: string | number | Tensor): Tensor {
  const word = typeof name === "object" ? name.reshape([1]) : constant(Int32Array.of(wordOf(name)));
  const moved = concat([word.mul(spread), constant(Int32Array.of(derivationTag))]);
  return bits(key.xor(moved), [2]);
}

/** Random int32 bits of a shape: a function of the key and of each element's position. */
export function bits(key: Tensor, shape: Shape): Tensor {
  return make("random", [key], { shape })[0] as Tensor;
}

/**
 * Random numbers from 0 up to but not including 1, evenly spread.
 *
 * float32 numbers are multiples of 2^-24, float64 numbers of 2^-53 (from two words each).
 */
export function uniform(key: Tensor, shape: Shape, dtype: DType = "float32"): Tensor {
  if (!isFloat(dtype)) {
    throw new NeuriteError(
      "bad-dtype",
      `uniform: "dtype" should be float32 or float64, got ${dtype}. Take bits(key, shape) for random int32 numbers.`,
    );
  }
  if (dtype === "float32")
    return bits(key, shape)
      .shift(-8)
      .cast("float32")
      .mul(1 / 0x1000000);
  const upper = bits(derive(key, 0), shape).shift(-5).cast("float64");
  const lower = bits(derive(key, 1), shape).shift(-6).cast("float64");
  return upper
    .mul(0x4000000)
    .add(lower)
    .mul(1 / 0x20000000000000);
}

/** Random numbers of the standard normal distribution. Source: Box and Muller (1958). */
export function normal(key: Tensor, shape: Shape, dtype: DType = "float32"): Tensor {
  const radius = uniform(derive(key, 2), shape, dtype).neg().add(1).log().mul(-2).sqrt();
  const angle = uniform(derive(key, 3), shape, dtype).mul(2 * Math.PI);
  return radius.mul(angle.cos());
}

// Where neurite differs from PyTorch on purpose: at -Infinity it gives the limit, PyTorch multiplies -Infinity by 0.
import type { Case, Numbers, Vector } from "./read-vector";

const toZero = new Set([
  "activation/gelu",
  "activation/gelu_exact",
  "activation/gelu_tanh",
  "activation/hardswish",
  "activation/mish",
  "activation/silu",
  "activation/swish",
]);

/** What is expected, with 0 for NaN where -Infinity goes in. */
export function withLimits({ id }: Vector, { inputs }: Case, expected: Numbers): Numbers {
  if (!toZero.has(id)) return expected;
  const data = expected.data.map((n, at) => (n === "NaN" && inputs?.x?.data[at] === "-Infinity" ? 0 : n));
  return { ...expected, data };
}

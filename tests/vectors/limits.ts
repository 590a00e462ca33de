// Where neurite differs from PyTorch on purpose: at infinity it gives the limit where PyTorch's formula multiplies or divides to NaN.
import type { Case, Numbers, Vector } from "./read-vector";

/** The limit at -Infinity and at Infinity; one that is left out is not NaN in PyTorch. */
interface Limits {
  readonly below?: number;
  readonly above?: number;
}

const towardsZero: Limits = { below: 0 }; // x times a share of it that goes to 0 faster

const limits: Readonly<Record<string, Limits>> = {
  "activation/gelu": towardsZero,
  "activation/gelu_exact": towardsZero,
  "activation/gelu_tanh": towardsZero,
  "activation/hardswish": towardsZero,
  "activation/mish": towardsZero,
  "activation/silu": towardsZero,
  "activation/softsign": { below: -1, above: 1 },
  "activation/swish": towardsZero,
};

/** What is expected, with the limit for NaN where something infinite goes in. */
export function withLimits({ id }: Vector, { inputs }: Case, expected: Numbers): Numbers {
  const { below, above } = limits[id] ?? {};
  const data = expected.data.map((n, at) => {
    const x = inputs?.x?.data[at];
    const limit = x === "-Infinity" ? below : x === "Infinity" ? above : undefined;
    return n === "NaN" && limit !== undefined ? limit : n;
  });
  return { ...expected, data };
}

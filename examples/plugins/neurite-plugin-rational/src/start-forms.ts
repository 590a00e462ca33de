/** The coefficients of a quotient, each list from the lowest power up: a₀ … aₘ, and b₁ … bₙ (b₀ is always 1). */
export type Coefficients = { readonly numerator: readonly number[]; readonly denominator: readonly number[] };

/** A function that training may start near. */
export type StartForm = keyof typeof startForms;

/**
 * Coefficients of degrees 5 and 4 near known functions.
 *
 * `leakyRelu` (slope 0.01), `tanh` and `silu` are least squares fits from -3 to 3, as `fitPade` makes them, to 10 digits and without the powers that
 * the symmetry of the function rules out; there they are off by at most 0.034, 3.4e-6 and 1.2e-6. `identity` is x everywhere.
 */
export const startForms = {
  leakyRelu: {
    numerator: [0.03358261583, 0.505, 1.651314666, 2.004516177, 0.9279355415, 0.1515373095],
    denominator: [0, 3.969338964, 0, 0.3000738803],
  },
  tanh: {
    numerator: [0, 0.9999941814, 0, 0.1076980517, 0, 0.0008706403292],
    denominator: [0, 0.4410033088, 0, 0.0145772508],
  },
  silu: {
    numerator: [3.294472041e-7, 0.5, 0.2499973397, 0.05326441141, 0.00580220515, 0.000275087603],
    denominator: [0, 0.1065288228, 0, 0.000550175206],
  },
  // (x + x⁵/8) / (1 + x⁴/8)
  identity: { numerator: [0, 1, 0, 0, 0, 0.125], denominator: [0, 0, 0, 0.125] },
} as const satisfies Readonly<Record<string, Coefficients>>;

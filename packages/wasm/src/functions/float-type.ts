/** The numbers that functions and kernels compute in. */
export type FloatType = "float32" | "float64";

/** The place of the exponent's bits and its bias, and ln 2 in two parts, of which the first times an exponent is exact. */
export const layout = {
  float32: { places: 23, bias: 127, ln2High: 0.693145751953125, ln2Low: 1.428606765330187e-6 },
  float64: { places: 52, bias: 1023, ln2High: 0.6931471803691238, ln2Low: 1.9082149292705877e-10 },
} as const;

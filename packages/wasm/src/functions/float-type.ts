/** The numbers that functions and kernels compute in. */
export type FloatType = "float32" | "float64";

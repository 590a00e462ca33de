// One case of any kind on one backend in one dtype.
import type { Backend } from "@neurite/tensor";
import { mapped } from "./made";
import { minimizerMisses } from "./minimizer-end";
import { optimizerMisses } from "./optimizer-steps";
import type { Case, Vector } from "./read-vector";
import { clippingMisses } from "./solve-clipping";
import { solvedMisses } from "./solved-cases";
import { trainingMisses } from "./training-run";

type Misses = (
  vector: Vector,
  one: Case,
  dtype: "float32" | "float64",
  backend: Backend,
) => readonly string[] | Promise<readonly string[]>;

const kinds: Readonly<Record<string, Misses>> = {
  activation: solvedMisses,
  layer: solvedMisses,
  loss: solvedMisses,
  optimizer: (vector, one, dtype, backend) =>
    vector.torch.startsWith("torch.optim.LBFGS")
      ? minimizerMisses(vector, one)
      : optimizerMisses(vector, one, dtype, backend),
  training: trainingMisses,
  util: clippingMisses,
};

/** What is not as the file says, in words. */
export async function caseMisses(...[vector, ...rest]: Parameters<Misses>): Promise<readonly string[]> {
  return await mapped(kinds, vector.kind)(vector, ...rest);
}

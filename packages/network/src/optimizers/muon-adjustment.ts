import { NeuriteError, type Shape } from "@neurite/tensor";

/** How the learning rate of muon follows the shape of a matrix. */
export type MuonAdjustment = "original" | "matchRmsAdamW";

/** Refuses a word that names no adjustment. */
export function adjustmentOption(given: string): MuonAdjustment {
  if (given === "original" || given === "matchRmsAdamW") return given;
  throw new NeuriteError(
    "bad-argument",
    `muon: "adjustment" should be "original" or "matchRmsAdamW", got ${JSON.stringify(given)}. Pass one of them.`,
  );
}

/** What the learning rate is multiplied by for weights of `[inputs, units]`, the transpose of what the papers have. */
export function rateFactor([inputs = 1, units = 1]: Shape, adjustment: MuonAdjustment): number {
  return adjustment === "original" ? Math.sqrt(Math.max(1, units / inputs)) : 0.2 * Math.sqrt(Math.max(units, inputs));
}

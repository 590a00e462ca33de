import { NeuriteError } from "@neurite/tensor";

/** Beyond these, differences of log Γ have fewer than 12 digits even in double-double arithmetic. */
const least = 1e-10;
const most = 1e15;

/** A shape or number of degrees of freedom that the distribution functions can keep their promise for. */
export function checkShapeParameter(subject: string, name: string, value: number): void {
  if (typeof value === "number" && value >= least && value <= most) return;
  throw new NeuriteError(
    "bad-argument",
    `${subject}: "${name}" should be a number from 1e-10 to 1e15, got ${String(value)}. Far above, take normalDistribution.`,
  );
}

/** A scale or standard deviation. */
export function checkScale(subject: string, name: string, value: number): void {
  if (typeof value === "number" && value > 0 && Number.isFinite(value)) return;
  throw new NeuriteError(
    "bad-argument",
    `${subject}: "${name}" should be a finite number above 0, got ${String(value)}. Without spread there is no density.`,
  );
}

import type { Activation } from "@neurite/plugin";
import { NeuriteError, type Tensor } from "@neurite/tensor";
import { coefficients } from "./coefficients";
import { quotient } from "./quotient";
import { type Coefficients, type StartForm, startForms } from "./start-forms";

export interface PadeOptions {
  /**
   * What training starts from: near `silu` unless told otherwise, `leakyRelu`, `tanh` or `identity`, of degrees 5 and 4; or coefficients, whose
   * counts are the degrees.
   */
  readonly start?: StartForm | Coefficients | undefined;
  /** One quotient for each column of the last axis instead of one for all: false unless told otherwise. */
  readonly perColumn?: boolean | undefined;
}

/**
 * A quotient of two polynomials with trained coefficients: the safe Padé activation unit, which learns its own shape.
 *
 * Formula: `f(x) = (a₀ + a₁x + … + aₘxᵐ) / (1 + |b₁x + … + bₙxⁿ|)`; the denominator is never below 1, so there are no poles. Shapes: any, kept; the
 * parameters are `numerator: [m + 1]` and `denominator: [n]`, with `perColumn` `[columns, m + 1]` and `[columns, n]`. Weight decay leaves them alone,
 * since it would pull every shape to 0. Finite for finite x where f is; NaN stays NaN.
 * Throws `bad-argument` for an unknown start, lists that are empty or hold numbers that are not finite, and a last `bₙ` of 0, which is no degree.
 * Source: Molina, Schramowski and Kersting, "Padé activation units" (ICLR 2020).
 *
 * @example
 * ```ts
 * import { pade } from "neurite-plugin-rational";
 *
 * console.log(pade({ start: "tanh" }).config); // → { start: 'tanh', perColumn: false }
 * ```
 */
export function pade({ start = "silu", perColumn = false }: PadeOptions = {}): Activation {
  const { numerator, denominator } = coefficientsOf(start);
  const above = coefficients(numerator);
  const below = coefficients(denominator);
  if (denominator.at(-1) === 0) {
    throw new NeuriteError(
      "bad-argument",
      `rational/pade: the last number of "denominator" should not be 0, got [${denominator.join(", ")}]. Leave it out, or start from a small number.`,
    );
  }
  return {
    kind: "rational/pade",
    // of what fitPade gives, the error is none of a file's business
    config: { start: typeof start === "string" ? start : { numerator, denominator }, perColumn },
    apply: (x, scope) => {
      const columns = perColumn ? x.shape.slice(-1) : [];
      const ask = (name: string, initializer: typeof above, count: number) =>
        alongLast(scope.parameter(name, { shape: [...columns, count], initializer, decay: false }));
      return quotient(x, ask("numerator", above, numerator.length), ask("denominator", below, denominator.length));
    },
  };
}

function coefficientsOf(start: StartForm | Coefficients): Coefficients {
  if (typeof start !== "string") return start;
  if (Object.hasOwn(startForms, start)) return startForms[start];
  throw new NeuriteError(
    "bad-argument",
    `rational/pade: "start" should be one of ${Object.keys(startForms).join(", ")}, or coefficients, got "${start}". Choose one of them.`,
  );
}

/** The numbers along the last axis, each as a tensor of what stands before it. */
function alongLast(list: Tensor): readonly Tensor[] {
  const before = list.shape.slice(0, -1);
  return Array.from({ length: list.shape.at(-1) ?? 0 }, (_, i) =>
    list.slice([...before.map(() => 0), i], [...before, 1]).reshape(before),
  );
}

import type { Activation } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { buildFormula } from "./formula/build-formula";
import { parseFormula } from "./formula/parse-formula";
import { startAt } from "./start-at";

/**
 * An activation from the text of its formula, such as `x * tanh(softplus(x))`.
 *
 * Formula: what the text says, in numbers, `x`, `pi`, `e`, `+ - * / ^`, comparisons, and functions from `abs` to `where`; names that are
 * declared first, as in `beta = 1; x * sigmoid(beta * x)`, are trained, each one number for all units, which weight decay leaves alone.
 * Shapes: any, kept. Its config is the text, so a model file holds it; it is parsed, never run as code. At ±Infinity it is what
 * arithmetic gives. Throws `bad-formula` with the character at which the text stops being a formula, `bad-argument` for what is no text;
 * `docs/formulas.md` has the grammar.
 *
 * @example
 * ```ts
 * import { parseActivation } from "@neurite/activations";
 *
 * const swish = parseActivation("beta = 1; x * sigmoid(beta * x)");
 * console.log(swish.kind, swish.config); // → formula beta = 1; x * sigmoid(beta * x)
 * try {
 *   parseActivation("x * tahn(x)");
 * } catch (error) {
 *   console.log((error as Error).message.split(". ")[0]); // → formula: expected a function at character 5 of "x * tahn(x)", got "tahn"
 * }
 * ```
 */
export function parseActivation(text: string): Activation {
  if (typeof text !== "string") {
    throw new NeuriteError(
      "bad-argument",
      `parseActivation: expected a text such as "x * sigmoid(x)", got ${typeof text}. Write a function as { kind, apply }.`,
    );
  }
  const { parameters, body } = parseFormula(text);
  return {
    kind: "formula",
    config: text,
    apply: (x, scope) => {
      const values = new Map([["x", x]]);
      for (const { name, start } of parameters) {
        values.set(name, scope.parameter(name, { shape: [], initializer: startAt(start), decay: false }));
      }
      return buildFormula(body, values, x.dtype);
    },
  };
}

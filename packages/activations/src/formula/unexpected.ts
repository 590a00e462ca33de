import type { NeuriteError } from "@neurite/tensor";
import { comparisons } from "./comparisons";
import { remedyForOperator } from "./remedy-for-operator";
import type { TokenReader } from "./token-reader";

/** The error for the next word where a formula, or a part of it, should be over: it is told by what the word tries to be. */
export function unexpected(reader: TokenReader, expected: string, remedy: string): NeuriteError {
  const { kind, text } = reader.next;
  const foreign = kind === "name" ? remedyForOperator(text) : undefined;
  if (foreign !== undefined) return reader.problem("an operator", foreign);
  if (reader.isAtValue) {
    const left = reader.before && reader.before.kind !== "sign" ? reader.before.text : "(…)";
    return reader.problem("an operator", `Write ${left} * ${text === "(" ? "(…)" : text} for a product.`);
  }
  if (text === "=") {
    return reader.problem(expected, "Write == to compare; trained numbers, as in beta = 1; stand first.");
  }
  if (Object.hasOwn(comparisons, text)) {
    return reader.problem(
      expected,
      "Compare two things at a time, as in where(0 < x, where(x < 1, a, b), b) for 0 < x < 1.",
    );
  }
  const decimal = reader.decimalWithComma;
  return reader.problem(expected, decimal ? `Decimals take a point: ${decimal}. ${remedy}` : remedy);
}

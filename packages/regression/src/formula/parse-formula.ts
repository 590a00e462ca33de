import type { Arithmetic } from "./arithmetic";
import { parseArithmetic } from "./parse-arithmetic";
import { parseTerms } from "./parse-terms";
import type { TermTree } from "./term-tree";
import { TokenReader } from "./token-reader";
import type { StepCount } from "./tokens";

/** A formula as it was understood: plain data, to be handed to `buildDesign`. */
export interface Formula {
  readonly text: string;
  /** The left side, which may be arithmetic such as `log(y)`. */
  readonly target: { readonly name: string; readonly of: Arithmetic };
  /** The right side. */
  readonly terms: TermTree;
}

/**
 * Reads a model formula in R's grammar; Python's `**` is a power as well. Nothing in it is run.
 *
 * ```ebnf
 * formula    = arithmetic , "~" , terms ;
 * terms      = [ signs ] , product , { signs , product } ;
 * signs      = ( "+" | "-" ) , { "+" | "-" } ;
 * product    = nested , { ( "*" | "/" ) , nested } ;
 * nested     = crossed , { "%in%" , crossed } ;
 * crossed    = power , { ":" , power } ;
 * power      = term , [ ( "^" | "**" ) , whole number ] ;
 * term       = "1" | "0" | "." | column | factor | polynomial | offset | call | "(" , terms , ")" ;
 * factor     = ( "C" | "factor" ) , "(" , column , [ "," , "Treatment" , [ "(" , [ "reference" , "=" ] , ( text | number ) , ")" ] ] , ")" ;
 * polynomial = "poly" , "(" , arithmetic , "," , [ "degree" , "=" ] , whole number , [ "," , "raw" , [ "=" , truth ] ] , ")" ;
 * offset     = "offset" , "(" , arithmetic , ")" ;
 * call       = function , "(" , arithmetic , ")" ;
 * arithmetic = factors , { ( "+" | "-" ) , factors } ;
 * factors    = signed , { ( "*" | "/" ) , signed } ;
 * signed     = ( "+" | "-" ) , signed | value , [ ( "^" | "**" ) , signed ] ;
 * value      = number | column | call | "(" , arithmetic , ")" ;
 * column     = name | "`" , any characters but "`" , "`" | "Q" , "(" , text , ")" ;
 * name       = ( letter | "_" | "." ) , { letter | digit | "_" | "." } ;
 * ```
 *
 * Limits: 10,000 characters; 100 parentheses, calls, signs and powers inside of one another. The work is proportional to the length:
 * `count` counts it.
 *
 * Errors: `bad-formula`, with the place where the text stops being a formula.
 *
 * Source: R's `formula` and `terms.formula`; Wilkinson and Rogers, Symbolic description of factorial models, Applied Statistics 22 (1973).
 *
 * @example
 * ```ts
 * import { parseFormula } from "@neurite/regression";
 *
 * console.log(parseFormula("log(y) ~ a*b + I(x^2) - 1").target.name); // → log(y)
 * ```
 */
export function parseFormula(text: string, count: StepCount = { steps: 0 }): Formula {
  const reader = new TokenReader(text, count);
  if (reader.isOver) throw reader.problem("a formula", `Write one, such as "y ~ x".`);
  if (reader.next.text === "~") throw reader.problem("a target", `Write it first, as in "y ~ x".`);
  const of = parseArithmetic(reader);
  const name = reader.since(0);
  reader.expectSign("~", `Write the target, ~ and the terms, as in "y ~ x".`);
  const terms = parseTerms(reader);
  if (!reader.isOver) throw reader.unexpected("the end of the formula", "Leave the rest out.");
  return { text, target: { name, of }, terms };
}

import { expect, it } from "vitest";
import type { Derivation } from "../numbers/derivation";
import { createCustomers, customerRows, trainRows } from "./customers";
import { fitLine, type LineColumn } from "./fit-line";
import { openLine } from "./open-line";
import { openMeanSquare, openR2 } from "./open-score";

/** The line of arithmetic worked out from the numbers that it shows. */
function workedOut(of: Derivation): number {
  const text = of
    .how()
    .line.map((part) => (typeof part === "string" ? part : `(${part.value})`))
    .join(" ");
  let result = 0;
  let sign = 1;
  // terms of factors and quotients, squares of a bracket
  const squared = text
    .replace(/\( \((-?[\d.e+-]+)\) − \((-?[\d.e+-]+)\) \)²/g, (_, a, b) => `(${(Number(a) - Number(b)) ** 2})`)
    .replace(/\((-?[\d.e+-]+)\) ²/g, (_, a) => `(${Number(a) ** 2})`);
  for (const term of squared.split(/ ([+−]) /)) {
    if (term === "+" || term === "−") {
      sign = term === "+" ? 1 : -1;
      continue;
    }
    const [first = "", ...rest] = term.split(/ ?([·÷×]) ?/);
    let value = Number(first.replace(/[()]/g, ""));
    for (let i = 0; i < rest.length; i += 2) {
      const factor = Number((rest[i + 1] ?? "").replace(/[()]/g, ""));
      value = rest[i] === "÷" ? value / factor : value * factor;
    }
    result += sign * value;
  }
  return result;
}

const parts = (of: Derivation) => of.how().line.filter((part): part is Derivation => typeof part !== "string");

/** Opens numbers along one way down to the data, and holds each against its arithmetic. */
function descend(of: Derivation, choose: number): string {
  const below = parts(of);
  if (below.length === 0) return of.how().line.join("");
  expect(Math.abs(workedOut(of) - of.value)).toBeLessThan(1e-8 * Math.max(1, Math.abs(of.value)));
  return descend(below[choose % below.length] as Derivation, choose);
}

it.each([
  [["age"]],
  [["age", "balance"]],
  [["age", "balance", "retired"]],
  [["age", "balance", "retired", "balance × retired"]],
] as readonly [readonly LineColumn[]][])("opens the line through %j down to the cells", (columns) => {
  const customers = createCustomers(1);
  const line = fitLine(customers, columns);
  const open = openLine(customers, line);
  const numbers = [
    open.intercept,
    ...open.coefficients,
    open.predict(0),
    openR2("held out", customers, line.heldOut, open.predict),
    openMeanSquare("mean square", customers, line.train, open.predict),
  ];
  for (const number of numbers) {
    for (const choose of [0, 1, 2, 5])
      expect(descend(number, choose)).toMatch(/^customer \d+ of the invented table, column/);
  }
});

it("says what the fitted line says", () => {
  const customers = createCustomers(0.5);
  const line = fitLine(customers, ["age", "retired"]);
  const open = openLine(customers, line);
  for (const row of [0, trainRows, customerRows - 1]) expect(open.predict(row).value).toBe(line.predict(row));
});

it("opens a score of other rows than the held-out", () => {
  const customers = createCustomers(1);
  const line = fitLine(customers, ["age"]);
  const r2 = openR2("on the training rows", customers, line.train, openLine(customers, line).predict, 0, trainRows);
  expect(r2.value).toBeCloseTo(0.139, 3);
  expect(workedOut(r2)).toBeCloseTo(r2.value, 12);
});

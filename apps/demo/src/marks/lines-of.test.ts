import { expect, it } from "vitest";
import { linesOf } from "./lines-of";

it("fills lines with whole parts", () => {
  const text = "customer 12: age 57, working, 24 transactions";
  expect(linesOf(text, 50)).toEqual([text]);
  expect(linesOf(text, 20)).toEqual(["customer 12: age 57,", "working,", "24 transactions"]);
});

it("leaves a part whole that is too long", () => {
  expect(linesOf("a, bcdefgh", 3)).toEqual(["a,", "bcdefgh"]);
});

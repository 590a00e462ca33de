import { expect, it } from "vitest";
import { type Derivation, given } from "../../numbers/derivation";
import { openSum } from "./open-sum";

const terms = (count: number) => Array.from({ length: count }, (_, i) => given(`term ${i}`, i, "given"));

/** Every number at the bottom, in order. */
function leaves(of: Derivation): readonly string[] {
  const parts = of.how().line.filter((part) => typeof part !== "string");
  return parts.length === 0 ? [of.name] : parts.flatMap(leaves);
}

it("shows few terms as they are", () => {
  const sum = openSum("squares", terms(3));
  expect(sum.value).toBe(3);
  expect(sum.how().line.map((part) => (typeof part === "string" ? part : part.value))).toEqual([0, "+", 1, "+", 2]);
});

it("opens many down to each of them, never more than eight at a time", () => {
  const sum = openSum("squares", terms(100));
  expect(sum.value).toBe(4950);
  expect(sum.how().line.filter((part) => typeof part !== "string")).toHaveLength(8);
  expect(leaves(sum)).toEqual(terms(100).map(({ name }) => name));
});

import { expect, it } from "vitest";
import { type Derivation, given } from "./derivation";
import { sumOf } from "./sum-of";

const term = (index: number) => given(`term ${index}`, index, "somewhere");
const parts = (of: Derivation) => of.how().line.filter((part): part is Derivation => typeof part !== "string");

it("writes a short sum in one line", () => {
  expect(
    sumOf("sum", 3, 3, term)
      .how()
      .line.map((part) => (typeof part === "string" ? part : part.value)),
  ).toEqual([0, "+", 1, "+", 2]);
});

it("reaches every term of a long one by tens of tens, and each part is the sum of its own", () => {
  // 0 + … + 299 = 44850; by hundreds: 4950, 14950, 24950
  const sum = sumOf("sum", 44850, 300, term);
  expect(parts(sum).map(({ value }) => value)).toEqual([4950, 14950, 24950]);
  const reached = (of: Derivation): readonly string[] => {
    const below = parts(of);
    if (below.length === 0) return [of.name];
    expect(below.length).toBeLessThanOrEqual(12);
    expect(below.reduce((total, { value }) => total + value, 0)).toBe(of.value);
    return below.flatMap(reached);
  };
  const names = reached(sum);
  expect([names.length, new Set(names).size, names[299]]).toEqual([300, 300, "term 299"]);
});

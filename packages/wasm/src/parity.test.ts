import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDifference } from "../test/first-difference";
import { lacks } from "../test/lacks";
import { type RandomProgram, randomGraphs, randomPrograms } from "../test/random-program";

const agrees = ({ program, actions }: RandomProgram): void => {
  fc.pre(!lacks(program));
  expect(firstDifference(program, actions)).toBeUndefined();
};

describe("the engine and the interpreter", () => {
  it("agree within rounding on random graphs", () => {
    fc.assert(fc.property(randomGraphs(25), agrees), { numRuns: 120, seed: 1 });
  });

  it("agree on random programs with state, guards and repetition", () => {
    fc.assert(fc.property(randomPrograms(20), agrees), { numRuns: 80, seed: 2 });
  });
});

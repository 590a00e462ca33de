import { greater, not, or } from "@neurite/tensor";
import { atMost } from "../at-most";
import type { Operation } from "./operation";

const operands = ["a", "b"];

/** The comparisons of formulas by sign. As everywhere, only `!=` holds for NaN. */
export const comparisons: Readonly<Record<string, Operation>> = {
  "<": { operands, compares: true, build: (a, b) => a.less(b) },
  "<=": { operands, compares: true, build: atMost },
  ">": { operands, compares: true, build: greater },
  ">=": { operands, compares: true, build: (a, b) => or(greater(a, b), a.equal(b)) },
  "==": { operands, compares: true, commutes: true, build: (a, b) => a.equal(b) },
  "!=": { operands, compares: true, commutes: true, build: (a, b) => not(a.equal(b)) },
};

import { describe, expect, it } from "vitest";
import recorded from "../../../figures.json";
import { createCustomers } from "../../customers/customers";
import { expectFigure } from "../../figures/test-expect-figure";
import { crossing, largestBalance, makeParallel, moveEnd, ownLines, type TwoLines } from "./two-lines";

const level: TwoLines = { working: [30, 30], retired: [20, 20] };
const { crossing: figures } = recorded;
const through = (intercept: number, slope: number) => [intercept, intercept + largestBalance * slope] as const;
const best: TwoLines = {
  working: through(figures["working: intercept"].is, figures["working: balance"].is),
  retired: through(figures["retired: intercept"].is, figures["retired: balance"].is),
};

describe("the reader's two lines", () => {
  it("move one end alone where they need not be parallel", () => {
    expect(moveEnd(level, "retired", 0, 35, false)).toEqual({ working: [30, 30], retired: [35, 20] });
  });

  it.each([
    ["working", 1, 36, { working: [30, 36], retired: [17, 23] }],
    ["working", 0, 36, { working: [36, 30], retired: [23, 17] }],
    ["retired", 1, 10, { working: [35, 25], retired: [20, 10] }],
  ] as const)("turn together where they are parallel: %s end %d to %d", (group, end, value, expected) => {
    expect(moveEnd(level, group, end, value, true)).toEqual(expected);
  });

  it("stay parallel at the edge", () => {
    const low: TwoLines = { working: [30, 30], retired: [2, 2] };
    const atEdge: TwoLines = { working: [36, 6], retired: [30, 0] };
    expect(moveEnd(atEdge, "working", 1, 30, true)).toEqual({ working: [36, 30], retired: [18, 12] });
    // the retired line has room for 2 at its left end, so the working line's right end rises by 4 and no more
    expect(moveEnd(low, "working", 1, 50, true)).toEqual({ working: [30, 34], retired: [0, 4] });
  });

  it("are made parallel about their middles", () => {
    expect(makeParallel({ working: [10, 30], retired: [40, 30] })).toEqual({
      working: [17.5, 22.5],
      retired: [32.5, 37.5],
    });
  });

  it("cross where both say the same, or nowhere", () => {
    expectFigure(crossing(best), figures["lines cross at balance"]);
    expect([crossing(level), crossing({ working: [30, 40], retired: [20, 25] })]).toEqual([undefined, undefined]);
  });

  it("score as least squares puts them", () => {
    const customers = createCustomers(1);
    const own = ownLines(customers, best);
    expectFigure(own.heldOut.r2, figures["two lines: held-out R²"]);
    // customer 1 works with a balance of 3.1
    expect(own.predict(0).value).toBeCloseTo(
      figures["working: intercept"].is + figures["working: balance"].is * 3.1,
      9,
    );
    expect(own.predict(399).value).toBeCloseTo(
      figures["retired: intercept"].is + figures["retired: balance"].is * 32,
      9,
    );
  });
});

import { describe, expect, it } from "vitest";
import recorded from "../../../figures.json";
import { createCustomers } from "../../customers/customers";
import { expectFigure } from "../../figures/test-expect-figure";
import { judgeColumn } from "./judge-column";
import { judgeLine } from "./judge-line";
import { endsOf, missSquare, ownLine, squareRows } from "./own-line";

const { straightLine: figures } = recorded;

describe("the reader's line", () => {
  const customers = createCustomers(0);

  it("has the least squares where least squares puts it", () => {
    const [start, slope] = [figures["age: intercept"].is, figures["age: age"].is];
    const line = ownLine(customers, endsOf(start, slope));
    expectFigure(line.train.meanSquare, figures["age: mean square"]);
    expect([line.intercept.value.toFixed(9), line.slope.value.toFixed(9)]).toEqual([
      start.toFixed(9),
      slope.toFixed(9),
    ]);
    // customer 2 is 50
    expect(line.predict(1).value).toBeCloseTo(start + slope * 50, 9);
  });

  it("has its rings at the youngest and at the oldest", () => {
    expect(endsOf(40, -0.5)).toEqual([25, -2]);
  });

  it("draws the square of a miss beside its point, towards the middle", () => {
    expect(missSquare({ x: 10, y: 50 }, 30, 100)).toEqual({ x: 10, y: 30, side: 20 });
    expect(missSquare({ x: 190, y: 20 }, 30, 100)).toEqual({ x: 180, y: 20, side: 10 });
    expect([squareRows.length, squareRows[1], squareRows.at(-1)]).toEqual([25, 12, 288]);
  });
});

describe("task 1a", () => {
  const best = { meanSquare: figures["age: mean square"].is, slope: figures["age: age"].is, level: 25.8 };

  it("is solved by any line below 12.3", () => {
    expect(judgeLine({ meanSquare: 12.29, slope: -0.3, level: 25 }, best, 1).solved).toBe(true);
    expect(judgeLine({ meanSquare: 12.3, slope: -0.3, level: 25 }, best, 1).solved).toBe(false);
  });

  it("gives no hint before the third try", () => {
    const steep = { meanSquare: 20, slope: -0.5, level: 25.8 };
    expect(judgeLine(steep, best, 2).say).toBe("Your mean square is 20.0, still 7.70 too much.");
    expect(judgeLine(steep, best, 3).say).toBe("Your mean square is 20.0, still 7.70 too much. It is too steep.");
  });

  it("does not take a nearly flat line for one that rises", () => {
    expect(judgeLine({ meanSquare: 33, slope: 0.02, level: 26 }, best, 1).say).toContain("nearly the flat line");
    expect(judgeLine({ meanSquare: 50, slope: 0.2, level: 26 }, best, 1).say).toContain("rises");
  });
});

describe("task 1b", () => {
  it("asks the held-out rows", () => {
    expect(
      (["age", "balance", "retired"] as const).map((column) => judgeColumn(createCustomers(0), column).solved),
    ).toEqual([false, true, false]);
  });
});

import { describe, expect, it } from "vitest";
import { add, type DoubleDouble, doubleDouble, subtract } from "../linear-algebra/double-double";
import { preciseExponential, preciseLogarithm } from "./precise-exponential";

/** |value - expected| */
const off = (value: DoubleDouble, high: number, low: number) => Math.abs(subtract(value, { high, low }).high);

// mpmath, 60 digits, as the sum of two float64
describe("preciseExponential", () => {
  it.each([
    [1e-9, 1.000000001, -8.224037093664211e-17],
    [0.3, 1.3498588075760032, -9.447314673432387e-17],
    [1, Math.E, 1.4456468917292502e-16],
    [30.25, 13721704977464.906, -0.0009393237907290634],
    [700, 1.0142320547350045e304, 1.6666571920734673e287],
  ])("has 29 digits at %d", (x, high, low) => {
    expect(off(preciseExponential(doubleDouble(x)), high, low) / high).toBeLessThan(4e-30);
  });

  it("is 0 below the least float64, and rounds to it above", () => {
    expect(preciseExponential(doubleDouble(-746)).high).toBe(0);
    expect(preciseExponential(doubleDouble(-700.5)).high).toBe(5.980196118639791e-305);
  });
});

describe("preciseLogarithm", () => {
  it.each([
    [5e-324, -744.4400719213812, -4.422444340918698e-14],
    [1e-300, -690.7755278982137, -2.3670096176709832e-14],
    [0.7, -0.35667494393873245, 4.82556379937662e-18],
    [1.0000000001, 1.000000082690371e-10, -4.2169170658954805e-27],
    [3, 1.0986122886681098, -9.07129723500153e-17],
    [1e308, 709.1962086421661, -1.3557607434536328e-14],
  ])("has 29 digits at %d", (x, high, low) => {
    expect(off(preciseLogarithm(doubleDouble(x)), high, low)).toBeLessThan(4e-30 * Math.max(1, Math.abs(high)));
  });

  it("takes both parts of its argument", () => {
    const x = add(doubleDouble(1), doubleDouble(1e-20));
    expect(preciseLogarithm(x).high).toBeCloseTo(1e-20, 30);
  });
});

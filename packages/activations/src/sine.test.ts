import { describe, expect, it } from "vitest";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { sine } from "./sine";

describe("sine", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: sin(x), and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [
      -0.9968297942787993, -0.9092974268256817, -0.6816387600233341, 0, 0.24740395925452294, 0.9974949866040544,
      0.9129452507276277,
    ];
    const slopes = [
      -0.07956356727854007, -0.4161468365471424, 0.7316888688738209, 1, 0.9689124217106447, 0.0707372016677029,
      0.40808206181339196,
    ];
    expect(distance(valuesOf(sine(), x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(sine(), x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(sine(), x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("takes another frequency", () => {
    const x = [-2, -0.75, 0, 0.25, 1.5];
    const values = [0.3048106211022167, 0.4871745124605095, 0, 0.9379999767747389, 0.8509035245341184];
    const slopes = [-28.57238941245469, -26.19913920280547, 30, 10.399059535050775, 15.75965966453189];
    expect(distance(valuesOf(sine({ frequency: 30 }), x), values)).toBeLessThan(2e-15);
    expect(distance(slopesOf(sine({ frequency: 30 }), x), slopes)).toBeLessThan(2e-15);
  });

  it("stays a number where frequency · x overflows", () => {
    const [y = Number.NaN] = valuesOf(sine({ frequency: 30 }), [1e308]);
    expect(Math.abs(y)).toBeLessThanOrEqual(1);
  });

  it("refuses options that make no sense", () => {
    expect(() => sine({ frequency: Number.NaN })).toThrow(
      'sine: "frequency" should be a finite number, got NaN. Pass such a number.',
    );
  });
});

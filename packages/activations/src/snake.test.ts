import { describe, expect, it } from "vitest";
import { distance, slopesOf, valuesOf } from "./run-activation";
import { snake } from "./snake";

describe("snake", () => {
  it("gives the values and gradients of its formula", () => {
    // mpmath with 60 digits, rounded: x + sin²(x), and its derivative
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [
      -19.50633036123809, -1.173178189568194, -0.28536860083385146, 0, 0.3112087190548136, 2.4949962483002226,
      20.83346903082613,
    ];
    const slopes = [
      1.158622668804709, 1.7568024953079282, 0.0025050133959455692, 1, 1.479425538604203, 1.1411200080598671,
      1.7451131604793488,
    ];
    expect(distance(valuesOf(snake(), x), values)).toBeLessThan(1e-15);
    expect(distance(slopesOf(snake(), x), slopes)).toBeLessThan(1e-15);
    expect(distance(valuesOf(snake(), x, { dtype: "float32" }), values)).toBeLessThan(1e-6);
  });

  it("takes another frequency", () => {
    const x = [-20.5, -2, -0.75, 0, 0.25, 1.5, 20];
    const values = [
      -20.330077074332703, -1.9408082061813392, -0.6846635317835026, 0, 0.43011436155469335, 1.675968791285882,
      20.0512812324993,
    ];
    const slopes = [
      1.7148975077677644, 0.08705474927237235, 0.062000023225261144, 1, 1.5984721441039564, 1.6502878401571168,
      0.12670270278600543,
    ];
    expect(distance(valuesOf(snake({ frequency: 5 }), x), values)).toBeLessThan(2e-15);
    expect(distance(slopesOf(snake({ frequency: 5 }), x), slopes)).toBeLessThan(2e-15);
  });

  it("refuses options that make no sense", () => {
    expect(() => snake({ frequency: 0 })).toThrow(
      'snake: "frequency" should be a number above 0, got 0. Pass such a number.',
    );
  });
});

import { constant, evaluate } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { adam } from "./adam";
import { adamW } from "./adam-w";
import { flush } from "./flush";
import { rmsprop } from "./rmsprop";
import { sgd } from "./sgd";

describe("flush", () => {
  it("makes 0 of what is 0 for every purpose, in either sign and dtype, and lets NaN through", () => {
    const [narrow, broad] = evaluate([
      flush(constant([1e-31, -1e-31, -0.5, Number.NaN], "float32")),
      flush(constant([1e-31, -1e-291, 2, Number.NaN], "float64")),
    ]);
    expect([...narrow.data]).toEqual([0, 0, -0.5, Number.NaN]);
    expect([...broad.data]).toEqual([1e-31, 0, 2, Number.NaN]);
  });

  it.each([sgd({ momentum: 0.9 }), adam(), adamW(), rmsprop({ centered: true, momentum: 0.9 })])(
    "ends all averages of $kind at 0 where a parameter gets no gradient any more",
    (optimizer) => {
      const scalar = { shape: [], dtype: "float32" } as const;
      const slots = Object.keys(optimizer.state(scalar));
      const { state } = optimizer.update({
        parameter: constant(1),
        gradient: constant(0),
        state: Object.fromEntries(slots.map((slot) => [slot, constant(1.0001e-30)])), // shrinks below 1e-30 by any share
        learningRate: constant(0.1),
        step: constant(1000, "float64"),
        decay: false,
      });
      expect(Object.keys(state)).toEqual(slots);
      expect(evaluate(Object.values(state)).map(({ data }) => data[0])).toEqual(slots.map(() => 0));
    },
  );
});

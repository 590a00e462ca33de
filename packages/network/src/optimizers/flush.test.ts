import { constant, evaluate } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { adadelta } from "./adadelta";
import { adafactor } from "./adafactor";
import { adam } from "./adam";
import { adamW } from "./adam-w";
import { adamax } from "./adamax";
import { flush } from "./flush";
import { lamb } from "./lamb";
import { lion } from "./lion";
import { muon } from "./muon";
import { nadam } from "./nadam";
import { radam } from "./radam";
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

  // not the sums of adagrad and the largest of amsgrad, which never shrink, nor the largest of adamax with its epsilon inside
  it.each([
    sgd({ momentum: 0.9 }),
    adam(),
    adamW(),
    adamax({ epsilonInside: false }),
    nadam(),
    radam(),
    adadelta(),
    rmsprop({ centered: true, momentum: 0.9 }),
    lion(),
    lamb(),
    muon(),
    adafactor(),
  ])("ends all averages of $kind at 0 where a parameter gets no gradient any more", (optimizer) => {
    for (const shape of [[], [1, 1]]) {
      const slots = Object.entries(optimizer.state({ shape, dtype: "float32" }));
      const { state } = optimizer.update({
        parameter: constant([1], "float32", shape),
        gradient: constant([0], "float32", shape),
        // shrinks by any share below 1e-30, or below 1e-290
        state: Object.fromEntries(
          slots.map(([slot, type]) => [
            slot,
            constant([type.dtype === "float32" ? 1.0001e-30 : 1.0001e-290], type.dtype, type.shape),
          ]),
        ),
        learningRate: constant(0.1),
        step: constant(1000, "float64"),
        decay: false,
      });
      expect(Object.keys(state)).toEqual(slots.map(([slot]) => slot));
      expect(evaluate(Object.values(state)).map(({ data }) => data[0])).toEqual(slots.map(() => 0));
    }
  });
});

import { describe, expect, it } from "vitest";
import { numbersOf } from "../test/numbers-of";
import { refusal } from "../test/refusal";
import { scan } from "./scan";
import { constant, input } from "./source";
import { substitute } from "./substitute";
import type { Tensor } from "./tensor";
import { within } from "./within";

const x = input("x", { shape: [2], dtype: "float64" });
const ones = constant([1, 1], "float64");

describe("substitute", () => {
  it("puts other tensors in the place of some", () => {
    const y = x.mul(3).add(x);
    expect(numbersOf(substitute([y], [x], [ones])[0] as Tensor)).toEqual([4, 4]);
  });

  it("cuts in the middle: what led to a replaced tensor is gone", () => {
    const middle = x.exp();
    const [cut] = substitute([middle.add(1)], [middle], [ones]);
    expect(numbersOf(cut as Tensor)).toEqual([2, 2]);
  });

  it("keeps what does not depend on it, node for node, and the paths", () => {
    const fixed = ones.exp();
    const moving = within("0/dense", () => x.mul(fixed));
    const [kept, moved] = substitute([fixed, moving], [x], [ones]) as [Tensor, Tensor];
    expect(kept).toBe(fixed);
    expect(moved.node.inputs[1]).toBe(fixed);
    expect(moved.node.path).toBe("0/dense");
  });

  it("replaces an output that is itself among the replaced", () => {
    expect(substitute([x], [x], [ones])).toEqual([ones]);
  });

  it("replaces one of several outputs of a node", () => {
    const { carries, outputs } = scan([x.sum()], [x], ([c], [s]) => ({ carries: [c.add(s)], outputs: [c] }));
    const y = outputs[0].add(carries[0]);
    const [changed] = substitute([y], [carries[0], x], [constant(100, "float64"), ones]);
    const tens = constant([10, 10], "float64");
    const [other] = substitute([y], [outputs[0], x], [tens, ones]);
    expect(numbersOf(other as Tensor)).toEqual([14, 14]);
    // with x = [1, 1] the outputs are 2 and 3, the last carry would be 4
    expect(numbersOf(changed as Tensor)).toEqual([102, 103]);
  });

  it("refuses a tensor of a type that does not fit there", () => {
    expect(refusal(() => substitute([x.add(ones)], [x], [constant([1, 2])])).code).toBe("bad-dtype");
  });
});

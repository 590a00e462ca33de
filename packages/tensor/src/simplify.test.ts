import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbersOf } from "../test/numbers-of";
import { randomGraphs } from "../test/random-graph";
import { gradient } from "./gradient";
import { order } from "./graph";
import type { OpName } from "./op";
import { bits, derive, keyTensor, uniform } from "./random";
import { runGraph } from "./run";
import { scan } from "./scan";
import { simplify } from "./simplify";
import { constant, input, iota } from "./source";
import { make, Tensor } from "./tensor";
import { within } from "./within";

const x = input("x", { shape: [2, 3], dtype: "float32" });
const y = input("y", { shape: [2, 3], dtype: "float32" });

const opsOf = (outputs: readonly Tensor[]): OpName[] => order(simplify(outputs)).map(({ op }) => op);
const first = (t: Tensor) => simplify([t])[0] as Tensor;
const bytes = (data: ArrayBufferView) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

describe("simplify", () => {
  it("keeps every bit of a random graph", () => {
    fc.assert(
      fc.property(randomGraphs, ({ inputs, values, outputs }) => {
        const before = runGraph({ inputs, outputs }, values);
        const after = runGraph({ inputs, outputs: simplify(outputs) }, values);
        before.forEach((value, i) => {
          expect(after[i]?.shape).toEqual(value.shape);
          expect(bytes((after[i] ?? value).data)).toEqual(bytes(value.data));
        });
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("keeps every bit of the gradients of a random graph", () => {
    fc.assert(
      fc.property(randomGraphs, ({ inputs, values, outputs }) => {
        const total = outputs.map((t) => t.sum()).reduce((a, b) => a.add(b));
        const slopes = gradient(total, inputs);
        const before = runGraph({ inputs, outputs: slopes }, values);
        const after = runGraph({ inputs, outputs: simplify(slopes) }, values);
        before.forEach((value, i) => {
          expect(bytes((after[i] ?? value).data)).toEqual(bytes(value.data));
        });
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it("is done after one pass", () => {
    fc.assert(
      fc.property(randomGraphs, ({ outputs }) => {
        const once = simplify(outputs);
        expect(order(simplify(once)).map(({ op }) => op)).toEqual(order(once).map(({ op }) => op));
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it("makes equal nodes one", () => {
    const [a, b] = simplify([x.add(y).tanh(), x.add(y).tanh()]) as [Tensor, Tensor];
    expect(a.node).toBe(b.node);
    expect(opsOf([x.add(y).tanh().mul(x.add(y).tanh())])).toEqual(["input", "input", "add", "tanh", "mul"]);
    // other inputs, other attributes: two nodes
    expect(opsOf([x.sub(y), y.sub(x)])).toEqual(["input", "input", "sub", "sub"]);
    expect(opsOf([x.sum(0), x.sum(1)])).toEqual(["input", "sum", "sum"]);
  });

  it("makes equal nodes one also where they became equal only now", () => {
    expect(opsOf([x.reshape([3, 2]).reshape([6]).exp(), x.reshape([6]).exp()])).toEqual(["input", "reshape", "exp"]);
    expect(opsOf([x.mul(constant(1).add(1)), x.mul(2)])).toEqual(["input", "constant", "mul"]);
  });

  it("never makes two inputs one, whatever their names", () => {
    const twin = input("x", x);
    expect(opsOf([x.exp(), twin.exp()])).toEqual(["input", "exp", "input", "exp"]);
  });

  it("takes no notice of the path where a node was made", () => {
    const twins = [within("0/dense", () => x.exp()), within("1/dense", () => x.exp())];
    expect(opsOf(twins)).toEqual(["input", "exp"]);
    expect(first(within("0/dense", () => x.mul(1).exp())).node.path).toBe("0/dense");
  });

  it("tells constants apart by value, dtype, shape and the sign of 0", () => {
    const constants = [
      constant([0]),
      constant([-0]),
      constant([0], "float64"),
      constant([0], "int32"),
      constant([[0]]),
    ];
    expect(opsOf(constants)).toHaveLength(5);
    expect(opsOf([constant([1, 2]), constant([1, 2])])).toHaveLength(1);
    const large = new Float32Array(100);
    // large ones are the same where they are the same array
    expect(opsOf([constant(large), constant(large)])).toHaveLength(1);
    expect(opsOf([constant(large), constant(large.slice())])).toHaveLength(2);
  });

  it("never makes random numbers of two keys one", () => {
    const key = input("key", { shape: [2], dtype: "int32" });
    const masks = [uniform(derive(key, "a"), [4]), uniform(derive(key, "b"), [4])];
    expect(opsOf(masks).filter((op) => op === "random")).toHaveLength(4);
    const fixed = [bits(keyTensor([1, 2]), [4]), bits(keyTensor([1, 3]), [4])];
    expect(opsOf(fixed).filter((op) => op === "random")).toHaveLength(2);
    // the same key is the same number
    expect(opsOf([bits(key, [4]), bits(key, [4])]).filter((op) => op === "random")).toHaveLength(1);
  });

  it("computes exact arithmetic on constants ahead", () => {
    const folded = first(
      constant([1, 2])
        .add(3)
        .mul(iota([2], 0, "float32"))
        .sum(),
    );
    // 4 · 0 + 5 · 1
    expect(folded.node.op).toBe("constant");
    expect(numbersOf(folded)).toEqual([5]);
    expect(first(constant([2, 3]).sqrt().cast("float64").div(7)).node.op).toBe("constant");
  });

  it("computes nothing ahead whose last bits JavaScript leaves open", () => {
    const n = constant([0.5], "float64");
    const functions = ["exp", "expm1", "log", "log1p", "sin", "cos", "atan", "tanh", "sigmoid", "erf"] as const;
    for (const name of functions) expect(opsOf([n[name]()])).toEqual(["constant", name]);
    expect(opsOf([n.pow(n)])).toEqual(["constant", "pow"]);
    expect(opsOf([n.softmax()])).toContain("exp");
  });

  it("computes no large constant ahead", () => {
    expect(opsOf([constant(1).broadcast([1000]).add(2)])).toContain("broadcast");
  });

  it("drops what does nothing", () => {
    for (const same of [
      x.mul(1),
      constant(1).mul(x),
      x.div(1),
      x.neg().neg(),
      x.stopGradient(),
      x.reshape([6]).reshape([2, 3]),
      x.transpose().transpose(),
    ]) {
      expect(first(same)).toMatchObject({ node: x.node, output: 0 });
    }
    expect(first(x.reshape([1, 2, 3]).transpose([1, 2, 0]).transpose([2, 0, 1])).node.op).toBe("reshape");
    expect(opsOf([constant([1]).broadcast([2, 1]).broadcast([50, 2, 2])])).toEqual(["constant", "broadcast"]);
  });

  it("keeps what only looks as if it did nothing", () => {
    // x + 0 turns -0 into 0, x · 0 is NaN for an infinite x
    expect(opsOf([x.add(0)])).toContain("add");
    expect(opsOf([x.mul(0)])).toContain("mul");
    expect(opsOf([x.cast("float64").cast("float32")])).toEqual(["input", "cast", "cast"]);
  });

  it("shares the parts of a softmax with its gradient", () => {
    const [slope] = gradient(x.softmax().mul(y).sum(), [x]);
    expect(opsOf([x.softmax(), slope]).filter((op) => op === "exp")).toHaveLength(1);
  });

  it("shortens the body of a scan, and keeps scans of both directions apart", () => {
    const loop = (reverse: boolean) =>
      scan([constant(0)], [constant([1, 2])], ([c], [s]) => ({ carries: [c.mul(1).add(s.exp().add(s.exp()))] }), {
        reverse,
      }).carries[0];
    const { node } = first(loop(false));
    expect(node.op).toBe("scan");
    if (node.op !== "scan") return;
    const ops = order(node.attributes.body.outputs).map(({ op }) => op);
    expect(ops.filter((op) => op !== "input")).toEqual(["exp", "add", "add"]);
    expect(opsOf([loop(false), loop(true)]).filter((op) => op === "scan")).toHaveLength(2);
    const again = make("scan", node.inputs, { ...node.attributes, reverse: true });
    expect(opsOf([new Tensor(node, 0), ...again]).filter((op) => op === "scan")).toHaveLength(2);
    const once = loop(false);
    expect(opsOf([once, once.mul(1)]).filter((op) => op === "scan")).toHaveLength(1);
  });
});

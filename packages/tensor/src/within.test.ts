import { describe, expect, it } from "vitest";
import { gradient } from "./gradient";
import { order } from "./graph";
import { constant } from "./source";
import { recordNodes, within } from "./within";

const x = constant([1, 2], "float64");

describe("within", () => {
  it("gives new nodes a path, the innermost", () => {
    const [outer, inner] = within("1/block", () => [x.exp(), within("1/block/dense", () => x.log())] as const);
    expect([outer.node.path, inner.node.path, x.exp().node.path]).toEqual(["1/block", "1/block/dense", ""]);
  });

  it("is left also by an error", () => {
    const fail = () => {
      throw new Error("stop");
    };
    expect(() => within("0/bad", fail)).toThrow("stop");
    expect(x.exp().node.path).toBe("");
  });

  it("is inherited by gradients", () => {
    const y = within("2/square", () => x.mul(x));
    const [slope] = gradient(y.sum(), [x]);
    const paths = order([slope])
      .filter(({ op }) => op === "mul")
      .map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(["2/square"]));
  });
});

describe("recordNodes", () => {
  it("tells what was made meanwhile, in what is recorded inside too", () => {
    let inner: ReadonlySet<object> = new Set();
    const { result, nodes } = recordNodes(() => {
      const recorded = recordNodes(() => x.exp());
      inner = recorded.nodes;
      return [x.log(), recorded.result] as const;
    });
    expect(inner).toEqual(new Set([result[1].node]));
    expect(nodes).toEqual(new Set([result[0].node, result[1].node]));
    expect(nodes.has(x.node)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { readNodeWeights } from "./read-node-weights";

const read = (text: string) => readNodeWeights(new TextEncoder().encode(text), "w.json");

describe("readNodeWeights", () => {
  it("reads one list of numbers for each node, and the layers they form", () => {
    const { weights, layers } = read('{"node_0": [1, 1], "node_1": [-1, 1.5], "output": [2, -1]}');
    expect(weights).toEqual({ node_0: [1, 1], node_1: [-1, 1.5], output: [2, -1] });
    expect(layers.map((nodes) => nodes.map((node) => node.name))).toEqual([["node_0", "node_1"], ["output"]]);
  });

  it("reads several outputs", () => {
    expect(read('{"output": [[1, 2], [3, 4]]}').layers[0]?.map((node) => node.name)).toEqual(["output_0", "output_1"]);
  });

  it.each([
    ["{", "w.json: expected JSON"],
    ["[1, 2]", "w.json: expected an object"],
    ["[[1, 2]]", "w.json: expected an object"],
    ["3", "w.json: expected an object"],
    ['{"node_0": 3}', 'the weights of "node_0" should be'],
    ['{"node_0": [1, "x"]}', 'the weights of "node_0'],
    ['{"output": [1e999]}', 'the weights of "output'],
    ["{}", "w.json: there is no output"],
    ['{"node_0": [1, 2], "output": [1, 2]}', 'w.json: "output" has 2 weights'],
  ])("refuses %s as a bad file", (text, mention) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: "bad-file" }));
    expect(() => read(text)).toThrow(mention);
  });
});

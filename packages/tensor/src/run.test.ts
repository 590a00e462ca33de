import { describe, expect, it } from "vitest";
import { allNumbersOf, numbersOf } from "../test/numbers-of";
import { evaluate, runGraph } from "./run";
import { scan } from "./scan";
import { constant, input } from "./source";
import { value } from "./value";

const x = input("x", { shape: [2], dtype: "float64" });
const held = (numbers: number[]) => value(numbers, { dtype: "float64" });

describe("evaluate", () => {
  it("gives values, one for each tensor asked for", () => {
    const [a, b] = evaluate([x.add(1), x], new Map([[x, held([1, 2])]]));
    expect(a).toEqual({ shape: [2], dtype: "float64", data: Float64Array.of(2, 3) });
    expect(b).toEqual(held([1, 2]));
    expect(evaluate([])).toEqual([]);
  });

  it("takes a value for any tensor, also in the middle of a graph", () => {
    const middle = x.exp();
    expect(numbersOf(middle.mul(2), new Map([[middle, held([3, 4])]]))).toEqual([6, 8]);
  });

  it("takes a value for one of several outputs of a node", () => {
    const { carries, outputs } = scan([constant(0, "float64")], [x], ([c], [s]) => ({
      carries: [c.add(s)],
      outputs: [s.mul(10)],
    }));
    const ten = value(10, { dtype: "float64" });
    const inputs = new Map([
      [x, held([1, 2])],
      [carries[0], ten],
    ]);
    expect(numbersOf(outputs[0].add(carries[0]), inputs)).toEqual([20, 30]);
  });

  it("changes no value that it was given", () => {
    const given = held([1, 2]);
    evaluate([x.neg().abs().sqrt(), x.mul(x)], new Map([[x, given]]));
    expect(given.data).toEqual(Float64Array.of(1, 2));
  });

  it("gives the same tensor asked for twice", () => {
    const y = constant([1, 2]).mul(2);
    expect(allNumbersOf([y, y])).toEqual([
      [2, 4],
      [2, 4],
    ]);
  });
});

describe("runGraph", () => {
  it("runs one graph on many values, constants worked out once", () => {
    const scale = constant([1, 2], "float64").mul(10);
    const graph = { inputs: [x], outputs: [x.mul(scale), scale.add(1)] };
    for (const n of [1, 2, 3]) {
      expect(runGraph(graph, [held([n, n])]).map(({ data }) => [...data])).toEqual([
        [10 * n, 20 * n],
        [11, 21],
      ]);
    }
  });

  it("shows a watcher every operation with what goes in and out, also inside scans", () => {
    const { carries } = scan([constant(1, "float64")], [x], ([c], [s]) => ({ carries: [c.mul(s).log()] }));
    const graph = { inputs: [x], outputs: [carries[0]] };
    const seen = (): string[] => {
      const lines: string[] = [];
      runGraph(graph, [held([2, 3])], ({ op }, inputs, outputs) => {
        if (op === "log") lines.push(`${inputs[0]?.data[0]} to ${outputs[0]?.data[0]}`);
        else lines.push(op);
      });
      return lines;
    };
    const logs = [`2 to ${Math.log(2)}`, `${Math.log(2) * 3} to ${Math.log(Math.log(2) * 3)}`];
    const expected = ["constant", "mul", logs[0], "mul", logs[1], "scan"];
    expect(seen()).toEqual(expected);
    // a second run shows the constants again
    expect(seen()).toEqual(expected);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomGraphs } from "../test/random-graph";
import { refusal } from "../test/refusal";
import { gradient } from "./gradient";
import { bits, keyTensor } from "./random";
import { read } from "./read";
import { runGraph } from "./run";
import { scan } from "./scan";
import { constant, input, iota } from "./source";
import { write } from "./written";

const x = input("x", { shape: [2, 3], dtype: "float32" });
const again = (text: unknown) => JSON.parse(JSON.stringify(text));

describe("write", () => {
  it("writes a graph as plain data, inputs first", () => {
    const y = input("y", { shape: [3], dtype: "float32" });
    expect(again(write({ inputs: [y, x], outputs: [x.matmul(constant([[1], [2], [3]])), y] }))).toEqual({
      operations: 2,
      inputs: 2,
      nodes: [
        { op: "input", attributes: { name: "y", type: { shape: [3], dtype: "float32" } } },
        { op: "input", attributes: { name: "x", type: { shape: [2, 3], dtype: "float32" } } },
        { op: "constant", attributes: { value: { shape: [3, 1], dtype: "float32", data: [1, 2, 3] } } },
        { op: "matmul", inputs: [[1, 0], [2, 0]], attributes: { transposeA: false, transposeB: false } }, // biome-ignore format: places
      ],
      outputs: [[3, 0], [0, 0]], // biome-ignore format: places
    });
  });

  it("keeps numbers that JSON has not", () => {
    const data = Float64Array.of(NaN, Infinity, -Infinity, -0, 0.1);
    const written = write({ inputs: [], outputs: [constant(data)] });
    expect(written.nodes[0]?.attributes?.value).toMatchObject({ data: ["NaN", "Infinity", "-Infinity", "-0", 0.1] });
    const [back] = runGraph(read(again(written), 1), []);
    expect(back?.data).toEqual(data);
  });

  it("refuses inputs that are missing, double or none", () => {
    expect(refusal(() => write({ inputs: [], outputs: [x.exp()] })).message).toBe(
      'write: the graph uses the input "x", which is not among its inputs. List it.',
    );
    expect(refusal(() => write({ inputs: [x, x], outputs: [x] })).message).toBe(
      'write: the inputs of a graph should be different input tensors, got "x" twice. Put an input there with substitute.',
    );
    expect(refusal(() => write({ inputs: [x.exp()], outputs: [x] })).code).toBe("bad-argument");
  });
});

describe("read", () => {
  it("gives back a graph with the same bits", () => {
    fc.assert(
      fc.property(randomGraphs, ({ inputs, values, outputs }) => {
        const slopes = gradient(
          outputs.map((t) => t.sum()).reduce((a, b) => a.add(b)),
          inputs,
        );
        const graph = { inputs, outputs: [...outputs, ...slopes] };
        const back = read(again(write(graph)), 1);
        expect(runGraph(back, values)).toEqual(runGraph(graph, values));
        expect(again(write(back))).toEqual(again(write(graph)));
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it("gives back scans, random numbers and the rest", () => {
    const table = constant([[1, 2], [3, 4]]); // biome-ignore format: a table
    const { carries, outputs } = scan([constant(0)], [table], ([c], [row], step) => {
      const inner = scan([c], [row], ([t], [s]) => ({ carries: [t.add(s).mul(0.5)] }));
      return { carries: inner.carries, outputs: [step.cast("float32").add(inner.carries[0])] };
    });
    const odd = constant([3, -1], "int32");
    const graph = {
      inputs: [x],
      outputs: [
        ...carries,
        ...outputs,
        bits(keyTensor([1, 2]), [3])
          .shift(-4)
          .xor(constant([1, 2, 3], "int32")),
        table.argmax(0),
        table.scatterAdd(odd, 0, 3),
        x.less(iota([3], 0, "float32")).cast("int32"),
        x.pad([0, 1], [1, 0], [1, 0]).slice([0, 1], [2, 2], [2, 1]),
      ],
    };
    const given = { shape: [2, 3], dtype: "float32", data: Float32Array.of(0, 1, 2, 3, 4, 5) } as const;
    expect(runGraph(read(again(write(graph)), 1), [given])).toEqual(runGraph(graph, [given]));
  });
});

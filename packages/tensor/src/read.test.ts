import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusal } from "../test/refusal";
import { NeuriteError } from "./error";
import { type Graph, order } from "./graph";
import { read } from "./read";
import { runGraph } from "./run";
import { scan } from "./scan";
import { sizeOf } from "./shape";
import { constant, input } from "./source";
import type { Tensor } from "./tensor";
import { allocate, checkValueFits, formatType } from "./value";
import { write } from "./written";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const single = (op: string, attributes: Json, inputs: Json = []) => ({
  operations: 1,
  inputs: 0,
  nodes: [
    { op: "constant", attributes: { value: { shape: [2, 2], dtype: "float32", data: [1, 2, 3, 4] } } },
    { op: "constant", attributes: { value: { shape: [], dtype: "int32", data: [1] } } },
    { op, inputs, attributes },
  ],
  outputs: [[2, 0]],
});
const onTable = (op: string, attributes: Json) => single(op, attributes, [[0, 0]]);
const codeOf = (written: unknown) => refusal(() => read(written, 1)).code;
const messageOf = (written: unknown) => refusal(() => read(written, 1)).message;

/** Graphs that use every kind of attribute. */
function samples(): Json[] {
  const x = input("x", { shape: [2, 3], dtype: "float32" });
  const { carries, outputs } = scan([x.sum()], [x], ([c], [row]) => ({
    carries: [c.add(row.sum())],
    outputs: [row.softmax()],
  }));
  const moved = x.transpose().reshape([2, 3]).slice([0, 1], [2, 2]).pad([1, 0], [0, 1]);
  const picked = x
    .gather(constant([1, 0], "int32"))
    .argmax(1)
    .cast("float64");
  const graphs = [
    { inputs: [x], outputs: [x.matmul(constant([[1], [2], [3]])).add(1), moved] },
    { inputs: [x], outputs: [...carries, ...outputs, picked, x.max([0, 1])] },
  ];
  return graphs.map((graph) => JSON.parse(JSON.stringify(write(graph))));
}

/** What may stand where something else stood. */
const intruders: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    "",
    "NaN",
    "-0",
    "__proto__",
    "constructor",
    "input",
    "scan",
    "exp",
    "concat",
  ),
  fc.constantFrom<Json>(0, -1, 1, 2, 3, 0.5, 1e9, 1e12, -1e9, 2 ** 53, 1e308, 31, 32, 1e6),
  fc.constantFrom<Json>(
    [],
    {},
    [[]],
    [0],
    [0, 0],
    [[0, 0]],
    [1e9, 1e9],
    [1e15, 0],
    { rows: 1 },
    { rows: 1e9 },
    { rows: "1" },
  ),
  fc.constantFrom<Json>(
    JSON.parse('{"__proto__": {"op": "exp"}}'),
    { toString: 1, valueOf: null },
    { op: "exp", inputs: [[0, 0]] },
    new Array(100).fill(1),
  ),
);

/** Every place in JSON data, as the way to it. */
function placesIn(data: Json, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof data !== "object" || data === null) return [way];
  const parts = Array.isArray(data) ? data.map((part, i) => [i, part] as const) : Object.entries(data);
  return [way, ...parts.flatMap(([key, part]) => placesIn(part, [...way, key]))];
}

function replaced(data: Json, [key, ...rest]: readonly (string | number)[], by: Json | undefined): Json {
  if (key === undefined) return by ?? null;
  if (Array.isArray(data)) {
    if (rest.length === 0 && by === undefined) return data.filter((_, i) => i !== key);
    return data.map((part, i) => (i === key ? replaced(part, rest, by) : part));
  }
  const entries = Object.entries(data as { [key: string]: Json });
  if (rest.length === 0 && by === undefined) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(entries.map(([name, part]) => [name, name === key ? replaced(part, rest, by) : part]));
}

describe("read", () => {
  it("gives a graph or a NeuriteError for data in which anything stands anywhere", () => {
    const sources = samples();
    const places = sources.map((source) => placesIn(source));
    const change = fc.record({ at: fc.nat(1e6), by: fc.option(intruders, { nil: undefined }) });
    fc.assert(
      fc.property(fc.nat(sources.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }), (which, changes) => {
        const list = places[which] ?? [];
        const data = changes.reduce<Json>((json, { at, by }) => {
          const way = list[at % list.length] ?? [];
          return way.length > 0 && exists(json, way) ? replaced(json, way, by) : json;
        }, sources[which] as Json);
        try {
          runIfSmall(read(data, 2));
        } catch (error) {
          if (!(error instanceof NeuriteError)) throw error;
          expect(error.message).toMatch(/^[^\n]{10,600}$/);
        }
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  it("refuses data that is no graph at all", () => {
    for (const data of [null, undefined, 0, "graph", [], {}, { operations: 1 }, { operations: 1, nodes: [] }]) {
      expect(codeOf(data)).toBe("bad-file");
    }
    expect(codeOf({ operations: 1, inputs: 2, nodes: [], outputs: [] })).toBe("bad-file");
    expect(codeOf({ operations: "1", inputs: 0, nodes: [], outputs: [] })).toBe("bad-file");
  });

  it("refuses a newer set of operations", () => {
    const newer = { operations: 3, inputs: 0, nodes: [], outputs: [] };
    expect(codeOf(newer)).toBe("newer-version");
    expect(messageOf(newer)).toBe(
      "An expression in this file uses operation set 3, this neurite knows up to 2. Update neurite.",
    );
  });

  it("reads the first set of operations and none before it", () => {
    const graph = read({ operations: 1, inputs: 0, nodes: [], outputs: [] }, 1);
    expect(graph).toEqual({ inputs: [], outputs: [] });
    for (const operations of [0, 1.5, -1])
      expect(codeOf({ operations, inputs: 0, nodes: [], outputs: [] })).toBe("bad-file");
  });

  it("refuses operations it does not know, whatever their name", () => {
    for (const op of ["constructor", "__proto__", "toString", "hasOwnProperty", "swish", "", 7, null, ["exp"]]) {
      expect(codeOf(onTable(op as string, {}))).toBe("bad-file");
    }
    expect(messageOf(onTable("constructor", {}))).toBe(
      'An expression in this file cannot be read: operation 2, "constructor", is not what it should be. Write the file anew.',
    );
  });

  it("refuses sizes that no memory holds, before anything is made", () => {
    expect(codeOf(single("broadcast", { shape: [1e9, 1e9] }, [[1, 0]]))).toBe("too-large");
    expect(codeOf(single("broadcast", { shape: [1e6, 1e6] }, [[1, 0]]))).toBe("too-large");
    expect(codeOf(single("broadcast", { shape: [1e15, 0] }, [[1, 0]]))).toBe("too-large");
    expect(codeOf(onTable("pad", { before: [1e9, 0], after: [0, 0], between: [0, 0] }))).toBe("too-large");
    expect(codeOf(single("iota", { type: { shape: [1e10], dtype: "int32" }, axis: 0 }))).toBe("too-large");
    expect(codeOf(onTable("reshape", { shape: new Array(1000).fill(1).concat(4) }))).toBe("too-large");
    const body = { operations: 1, inputs: 1, nodes: [{ op: "input", attributes: { name: "step", type: { shape: [], dtype: "int32" } } }], outputs: [[0, 0]] }; // biome-ignore format: one graph
    const loop = (length: Json) => single("scan", { body, constants: 0, carries: 0, length, reverse: false });
    expect(codeOf(loop(1e12))).toBe("too-large");
    expect(codeOf(loop(-1))).toBe("bad-argument");
    expect(read(loop(5), 1).outputs[0]?.shape).toEqual([5]);
  });

  it("refuses scans inside one another without end", () => {
    let body: Json = { operations: 1, inputs: 0, nodes: [], outputs: [] };
    for (let i = 0; i < 5000; i++) body = single("scan", { body, constants: 0, carries: 0, length: 1, reverse: false });
    expect(codeOf(body)).toBe("too-large");
  });

  it("refuses attributes that no writer writes", () => {
    expect(codeOf(single("shift", { by: 1e9 }, [[1, 0]]))).toBe("bad-argument");
    expect(codeOf(onTable("reshape", { shape: [-2, -2] }))).toBe("bad-shape");
    expect(codeOf(onTable("sum", { axes: [1, 0] }))).toBe("bad-shape");
    expect(codeOf(onTable("sum", { axes: [-1] }))).toBe("bad-shape");
    expect(codeOf(onTable("max", { axes: [0, 0] }))).toBe("bad-shape");
    for (const op of ["argmax", "softmax", "logSoftmax", "concat"]) {
      expect(codeOf(onTable(op, { axis: -1 }))).toBe("bad-shape");
      expect(codeOf(onTable(op, { axis: 0.5 }))).toBe("bad-file");
    }
    expect(codeOf(single("gather", { axis: -1 }, [[0, 0], [1, 0]]))).toBe("bad-shape"); // biome-ignore format: places
    expect(codeOf(onTable("cast", { dtype: "float16" }))).toBe("bad-file");
    expect(codeOf(single("matmul", { transposeA: 1, transposeB: false }, [[0, 0], [0, 0]]))).toBe("bad-file"); // biome-ignore format: places
  });

  it("refuses the wrong number of inputs, and places that are not there yet", () => {
    expect(messageOf(single("add", {}, [[0, 0]]))).toBe(
      "An expression in this file cannot be read: operation 2 (add) with 1 inputs instead of 2 is not what it should be. Write the file anew.",
    );
    for (const place of [[2, 0], [3, 0], [-1, 0], [0, 1], [0.5, 0], ["0", 0], [], 0, null, [{ rows: 1e9 }, 0]]) {
      expect(codeOf(single("exp", {}, [place] as Json))).toBe("bad-file");
    }
  });

  it("refuses constants whose numbers do not fit", () => {
    const value = (shape: Json, dtype: string, data: Json) => single("constant", { value: { shape, dtype, data } });
    expect(codeOf(value([2], "float32", [1]))).toBe("bad-file");
    expect(codeOf(value([-1, -2], "float32", [1, 2]))).toBe("bad-shape");
    expect(codeOf(value([1], "int32", [0.5]))).toBe("bad-file");
    expect(codeOf(value([1], "int32", ["NaN"]))).toBe("bad-file");
    expect(codeOf(value([1], "bool", [2]))).toBe("bad-file");
    expect(codeOf(value([1], "float32", [1e300]))).toBe("bad-file");
    expect(codeOf(value([1], "float32", ["1"]))).toBe("bad-file");
    expect(codeOf(value([1], "float64", [null]))).toBe("bad-file");
  });

  it("keeps messages short and safe, whatever stands in the data", () => {
    let deep: Json = [];
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(messageOf(single("exp", {}, [[deep, 0]] as Json)).length).toBeLessThan(200);
    expect(messageOf(onTable("x".repeat(1e6), {})).length).toBeLessThan(200);
    const text = { name: { toString: 1, valueOf: 2 }, type: { shape: [], dtype: "float32" } };
    expect(codeOf({ operations: 1, inputs: 1, nodes: [{ op: "input", attributes: text }], outputs: [] })).toBe(
      "bad-file",
    );
    expect(codeOf(onTable("cast", { dtype: deep }))).toBe("bad-file");
  });

  it("refuses a number of rows that is none", () => {
    const fine = single("iota", { type: { shape: [{ rows: 2 }], dtype: "int32" }, axis: 0 });
    expect(read(fine, 3).outputs[0]?.shape).toEqual([6]);
    for (const rows of [-1, 0.5, NaN]) expect(refusal(() => read(fine, rows)).code).toBe("bad-argument");
    expect(refusal(() => read(fine, 2 ** 40)).code).toBe("too-large");
  });
});

/** What was read runs, and gives values of the types that it says. */
function runIfSmall({ inputs, outputs }: Graph): void {
  const sizes = order(outputs).flatMap((node) => [
    ...node.outputs.map(({ shape }) => sizeOf(shape) + shape.reduce((a, b) => a + b, 0)),
    ...(node.op === "scan" ? [node.attributes.length * 100] : []),
  ]);
  if (sizes.some((size) => size > 10_000) || inputs.some(({ shape }) => sizeOf(shape) > 10_000)) return;
  const values = inputs.map(({ shape, dtype }) => ({ shape, dtype, data: allocate(dtype, sizeOf(shape)) }));
  runGraph({ inputs, outputs }, values).forEach((value, i) => {
    expect(formatType(value)).toBe(formatType(outputs[i] as Tensor));
    checkValueFits(value, "a result");
  });
}

function exists(data: Json, way: readonly (string | number)[]): boolean {
  let at: unknown = data;
  for (const key of way) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as { [key: string | number]: unknown })[key];
  }
  return true;
}

import { describe, expect, it } from "vitest";
import { refusal } from "../test/refusal";
import { read } from "./read";
import { rowTemplate } from "./rows";
import { runGraph } from "./run";
import { sizeOf } from "./shape";
import { concat, constant, input, iota } from "./source";
import type { Tensor } from "./tensor";

type Build = (x: Tensor, rows: number) => Tensor;

const graphOf = (build: Build) => (rows: number) => {
  const x = input("x", { shape: [rows, 3], dtype: "float32" });
  return { inputs: [x], outputs: [build(x, rows)] };
};

const templateOf = (build: Build, perRow = 0) => rowTemplate(graphOf(build), { perRow });

/** The graph from a template, after its way through a file, and the one built directly, both run on the same rows. */
function bothWays(build: Build, rows: number) {
  const template = JSON.parse(JSON.stringify(templateOf(build)));
  const data = Float32Array.from({ length: rows * 3 }, (_, i) => Math.sin(i));
  const given = { shape: [rows, 3], dtype: "float32", data } as const;
  return [read(template, rows), graphOf(build)(rows)].map((graph) => runGraph(graph, [given]));
}

const followers: Readonly<Record<string, Build>> = {
  "the mean over all rows": (x) => x.sub(x.mean(0)).mul(x.mean()),
  "softmax over rows": (x) => x.softmax(0),
  "a reshape": (x) => x.reshape([-1]).reshape([-1, 3, 1]),
  "a reshape to a multiple of the rows": (x, rows) => x.reshape([3 * rows]),
  broadcasting: (x, rows) => x.add(constant([[1]]).broadcast([rows, 1])).mul(2),
  "iota over the rows": (x, rows) => x.mul(iota([rows, 1], 0, "float32")),
  "windows, joined": (x, rows) => concat([x.slice([0, 0], [rows, 1]), x.slice([0, 2], [rows, 1])], 1),
  "a matrix product over the rows": (x) => x.matmul(x, { transposeA: true }),
  "padding by as many rows": (x, rows) => x.pad([rows, 0], [0, 0]),
  "largest, smallest, first": (x) => x.max(1).add(x.neg().max(0).max()),
};

describe("rowTemplate", () => {
  it.each(Object.entries(followers))("follows %s", (_name, build) => {
    for (const rows of [1, 2, 7, 11, 64]) {
      const [got, expected] = bothWays(build, rows);
      expect(got).toEqual(expected);
    }
  });

  it("writes a size that follows the rows as a multiple of them", () => {
    const { nodes } = templateOf((x, rows) => x.reshape([3, rows]));
    expect(nodes).toEqual([
      {
        op: "input",
        attributes: { name: "x", type: { shape: [{ rows: 1 }, 3], dtype: "float32" } },
      },
      { op: "reshape", inputs: [[0, 0]], attributes: { shape: [3, { rows: 1 }] } },
    ]);
  });

  it("leaves a graph alone that does not depend on rows", () => {
    const template = rowTemplate(() => {
      const x = input("x", { shape: [2], dtype: "float32" });
      return { inputs: [x], outputs: [x.mul(2)] };
    });
    expect(JSON.stringify(template)).not.toContain("rows");
    expect(sizeOf(read(template, 5).outputs[0]?.shape ?? [])).toBe(2);
  });

  const refused: Readonly<Record<string, Build>> = {
    "1 over the rows as a number": (x, rows) => x.sum(0).mul(1 / rows),
    "the rows squared": (x, rows) =>
      constant([1])
        .broadcast([rows * rows])
        .sum()
        .add(x.sum()),
    "the rows plus one": (x, rows) => x.pad([0, 0], [1, 0]).slice([0, 0], [rows + 1, 3]),
    "a branch on the rows": (x, rows) => (rows > 10 ? x.exp() : x.tanh()),
    "more operations for more rows": (x, rows) => Array.from({ length: rows }).reduce<Tensor>((t) => t.exp(), x),
    "a constant of as many elements": (x, rows) =>
      x.add(constant(new Float32Array(rows).fill(1), "float32", [rows, 1])),
  };

  it.each(Object.entries(refused))("refuses %s", (_name, build) => {
    expect(refusal(() => templateOf(build)).code).toBe("rows-dependent");
  });

  it("says where a graph depends on the batch", () => {
    expect(refusal(() => templateOf((x, rows) => x.sum(0).mul(1 / rows))).message).toBe(
      "rowTemplate: the shape depends on the batch: operation 2 (constant) differs between 7 and 11 rows, and not in proportion. Use mean, reshape with -1, or iota instead of the number of rows, and draw random numbers by keys only.",
    );
    expect(refusal(() => templateOf((x, rows) => (rows > 10 ? x.exp().exp() : x))).message).toContain(
      "the number of operations (1 and 3) differs",
    );
  });

  it("refuses outputs in another order", () => {
    const build = (rows: number) => {
      const x = input("x", { shape: [rows], dtype: "float32" });
      const y = x.exp();
      return { inputs: [x], outputs: rows === 7 ? [x, y] : [y, x] };
    };
    expect(refusal(() => rowTemplate(build)).message).toContain("the list of inputs or outputs differs");
  });

  it("checks that outputs have a row for each row, where asked", () => {
    const perRow = (build: Build) => rowTemplate(graphOf(build), { perRow: 1, subject: "acme/pool" });
    expect(refusal(() => perRow((x) => x.sum(0))).message).toBe(
      "acme/pool: an output should have one row for each of 7 rows put in, got shape [3]. Keep the first axis as it is.",
    );
    expect(refusal(() => perRow((x) => x.sum())).code).toBe("rows-dependent");
    expect(refusal(() => perRow((x) => x.transpose())).code).toBe("rows-dependent");
    // 7 by chance, 7 also for 11 rows
    expect(refusal(() => perRow((x) => x.sum(0).sum().broadcast([7]))).message).toContain("each of 11 rows");
    expect(perRow((x) => x.sum(1)).outputs).toHaveLength(1);
  });
});

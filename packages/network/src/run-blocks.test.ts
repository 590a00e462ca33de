import { type Backend, type Entry, input, interpreter, type Value } from "@neurite/tensor";
import { wasm } from "@neurite/wasm";
import { describe, expect, it } from "vitest";
import { blockRunner } from "./run-blocks";

/** Whatever runs a model has to hold what stands here. */
const backends: readonly Backend[] = [interpreter, wasm];

const x = input("x", { shape: [4, 2], dtype: "float64" });
const y = input("y", { shape: [4], dtype: "float64" });
const sums: Entry = { inputs: { "0": x }, outputs: { "0": x.sum(1) }, updates: {} };
const both: Entry = { inputs: { "0": x, "1": y }, outputs: { "0": x.mul(10), "1": x.sum(1).sub(y) }, updates: {} };

/** 1, 2, 3 … so that row r holds 2r + 1 and 2r + 2, whose sum is 4r + 3. */
const counted = (rows: number): Value => ({
  shape: [rows, 2],
  dtype: "float64",
  data: Float64Array.from({ length: rows * 2 }, (_, i) => i + 1),
});

describe.each(backends)("blocks on $name", (backend) => {
  const executable = backend.compile({ state: {}, entries: { sums, both } });

  it.each([0, 1, 3, 4, 5, 8, 11])("join the answers for %i rows, of one input and one output", (rows) => {
    const [answer] = blockRunner(executable, "sums", sums)([counted(rows)]);
    expect(answer).toEqual({
      shape: [rows],
      dtype: "float64",
      data: Float64Array.from({ length: rows }, (_, r) => 4 * r + 3),
    });
  });

  it.each([0, 1, 4, 7])("join the answers for %i rows, of several inputs and outputs", (rows) => {
    const second: Value = { shape: [rows], dtype: "float64", data: new Float64Array(rows).fill(3) };
    const [scaled, difference] = blockRunner(executable, "both", both)([counted(rows), second]);
    expect(scaled?.shape).toEqual([rows, 2]);
    expect([...(scaled?.data ?? [])]).toEqual(Array.from({ length: rows * 2 }, (_, i) => 10 * (i + 1)));
    expect([...(difference?.data ?? [])]).toEqual(Array.from({ length: rows }, (_, r) => 4 * r));
  });

  it("do not change what is put in", () => {
    const given = counted(7);
    blockRunner(executable, "sums", sums)([given]);
    expect(given).toEqual(counted(7));
  });
});

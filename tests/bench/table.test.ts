import { describe, expect, it } from "vitest";
import { medianOf, type Row, summarize } from "../../bench/summary.mjs";
import { formatNumber, markdownTables, ratio, textTables } from "../../bench/table.mjs";

const row = (workload: string, library: string, median: number, unit: string, threads = 1): Row => ({
  workload,
  library,
  version: "1.0.0",
  threads,
  median,
  min: median / 2,
  unit,
});
const workloads = [
  { name: "train-256", title: "train", better: "higher" },
  { name: "predict-one", title: "one row", better: "lower" },
] as const;

describe("summarize", () => {
  it("gives the median and the smallest of all samples, and nothing where there are none", () => {
    const contestant = { workload: { name: "bundle", unit: "kB" }, library: { name: "tfjs" }, threads: undefined };
    expect(summarize(contestant, { version: "4", samples: [3, 1, 2.000004] })).toEqual([
      { workload: "bundle", library: "tfjs", version: "4", threads: 1, median: 2, min: 1, unit: "kB" },
    ]);
    expect(summarize(contestant, undefined)).toEqual([]);
    expect(summarize(contestant, { version: "4", samples: [] })).toEqual([]);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
  });
});

describe("the tables", () => {
  it("put neurite first, the best peer next, and say how many times better neurite is", () => {
    const rows = [
      row("train-256", "slow", 1_000, "rows/s"),
      row("train-256", "neurite", 4_000, "rows/s"),
      row("train-256", "neurite", 6_000, "rows/s", 2),
      row("train-256", "fast", 16_000, "rows/s"),
      row("predict-one", "neurite", 50, "ns"),
      row("predict-one", "slow", 5_000, "ns"),
    ];
    expect(textTables(rows, workloads)).toBe(
      `train-256: train (rows/s, higher is better)
library  version  threads  rows/s    min  neurite is
neurite  1.0.0          1   4,000  2,000
neurite  1.0.0          2   6,000  3,000
fast     1.0.0          1  16,000  8,000     0.250 ×
slow     1.0.0          1   1,000  500.0      4.00 ×

predict-one: one row (ns, lower is better)
library  version  threads     ns    min  neurite is
neurite  1.0.0          1  50.00  25.00
slow     1.0.0          1  5,000  2,500     100.0 ×
`,
    );
  });

  it("leave out workloads without rows, and ratios without neurite", () => {
    expect(markdownTables([row("predict-one", "slow", 5_000, "ns")], workloads)).toBe(
      `### predict-one

one row: ns, lower is better

| library | version | threads | ns | min | neurite is |
| --- | --- | --: | --: | --: | --: |
| slow | 1.0.0 | 1 | 5,000 | 2,500 |  |
`,
    );
  });

  it("write numbers of any size, and no ratio to what is not above 0", () => {
    expect([1_234_567, 123.44, 1.5, 0.1234, -0.5, 0].map(formatNumber)).toEqual([
      "1,234,567",
      "123.4",
      "1.50",
      "0.123",
      "-0.500",
      "0.000",
    ]);
    expect(ratio(2, 0, "higher")).toBeUndefined();
    expect(ratio(2, 4, "higher")).toBe(0.5);
    expect(ratio(2, 4, "lower")).toBe(2);
  });
});

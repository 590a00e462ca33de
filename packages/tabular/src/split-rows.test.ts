import { seedKey } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { allRows } from "./encode-inputs";
import { splitRows } from "./split-rows";

const sizes = ({ train, validation, test }: ReturnType<typeof splitRows>) => [
  train.length,
  validation.length,
  test.length,
];
const split = (n: number, options = {}, seed = 1) => splitRows(allRows(n), seedKey(seed), options);

describe("splitRows", () => {
  it("puts each row into one part, 70, 15 and 15 in a hundred", () => {
    const { train, validation, test } = split(100);
    expect(sizes({ train, validation, test })).toEqual([70, 15, 15]);
    expect([...train, ...validation, ...test].sort((a, b) => a - b)).toEqual([...allRows(100)]);
    expect([...train]).toEqual([...train].sort((a, b) => a - b));
  });

  it("gives the same parts for the same key, others for another", () => {
    expect(split(50)).toEqual(split(50));
    expect([...split(50).test]).not.toEqual([...split(50, {}, 2).test]);
  });

  it("works from 3 rows upward, with a row in every part", () => {
    expect([3, 4, 5, 7].map((n) => sizes(split(n)))).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [3, 1, 1],
      [5, 1, 1],
    ]);
    expect(sizes(split(4, { validation: 0.49, test: 0.49 }))).toEqual([1, 1, 2]);
  });

  it("names the count where rows are too few", () => {
    expect(() => split(1)).toThrow("Only 1 row with a target: training needs 3 or more");
    expect(() => split(2)).toThrow("Only 2 rows with a target");
    expect(sizes(split(2, { validation: 0 }))).toEqual([1, 0, 1]);
    expect(sizes(split(1, { validation: 0, test: 0 }))).toEqual([1, 0, 0]);
  });

  it("splits only the rows given", () => {
    const { train, validation, test } = splitRows(Int32Array.of(2, 5, 8, 11), seedKey(1));
    expect([...train, ...validation, ...test].sort((a, b) => a - b)).toEqual([2, 5, 8, 11]);
  });

  it("refuses shares that leave nothing to train on", () => {
    expect(() => split(10, { validation: 0.5, test: 0.5 })).toThrow("should leave rows to train on, got 0.5 and 0.5.");
    expect(() => split(10, { test: 1.5 })).toThrow('"test" should be a share from 0 to below 1, got 1.5.');
    expect(() => split(10, { test: Number.NaN })).toThrow("got NaN");
  });
});

describe("splitRows with classes", () => {
  const inTrain = (classes: Int32Array, seed: number) =>
    new Set([...split(classes.length, { classes }, seed).train].map((row) => classes[row])).size;

  it("gives every part its share of each class", () => {
    // 80 and 20 rows: 15 of 100 are 12 and 3.
    const classes = allRows(100).map((row) => (row % 5 === 0 ? 1 : 0));
    const { validation, test } = split(100, { classes });
    const rare = (rows: Int32Array) => rows.filter((row) => classes[row] === 1).length;
    expect([validation.length, rare(validation), test.length, rare(test)]).toEqual([15, 3, 15, 3]);
  });

  it("keeps a row of each class in train, whatever the seed", () => {
    const classes = Int32Array.of(0, 0, 0, 0, 0, 0, 0, 1, 2, 2);
    for (let seed = 1; seed <= 50; seed++) expect(inTrain(classes, seed)).toBe(3);
  });

  it("still splits where there are more classes than rows to keep", () => {
    expect(sizes(split(4, { classes: Int32Array.of(0, 1, 2, 3) }))).toEqual([2, 1, 1]);
  });
});

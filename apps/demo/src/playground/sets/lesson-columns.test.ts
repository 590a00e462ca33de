import { expect, it } from "vitest";
import { lessonColumns } from "./lesson-columns";

const table = (header: string, row: (i: number) => string, rows = 8) =>
  `${header}\n${Array.from({ length: rows }, (_, i) => row(i)).join("\n")}\n`;

it("takes two columns and a target, and holds each fourth row out", () => {
  const { inputs, target, trainRows } = lessonColumns(table("a,b,y", (i) => `${i}.5,${10 * i},${100 * i}`));
  expect(inputs.map(({ name }) => name)).toEqual(["a", "b"]);
  // rows 3 and 7 stand behind the six others
  expect([...inputs[0].values]).toEqual([0.5, 1.5, 2.5, 4.5, 5.5, 6.5, 3.5, 7.5]);
  expect([...target.values]).toEqual([0, 100, 200, 400, 500, 600, 300, 700]);
  expect(trainRows).toBe(6);
});

it("takes two words as a target, and leaves out rows with gaps", () => {
  const { target } = lessonColumns(
    table("a,b,kind", (i) => `${i}.5,${i === 0 ? "" : 2 * i},${i % 2 === 0 ? "oak" : "ash"}`, 10),
  );
  expect(target.values).toHaveLength(9);
  expect(new Set(target.values)).toEqual(new Set([0, 1]));
});

it.each([
  [table("a,b", (i) => `${i},${2 * i}`), "expected two columns of numbers and a target, got 2 columns"],
  [table("a,b,y", (i) => `${"abcdefgh"[i]}x,${i},${i}`), "expected numbers in the column a"],
  [table("a,b,y", (i) => `${i}.5,${3 * i},${i}`, 5), "expected at least 8 rows without gaps, got 5"],
])("says why a table is none for it: %#", (csv, why) => {
  expect(() => lessonColumns(csv)).toThrow(why);
});

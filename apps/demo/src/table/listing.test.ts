import { expect, it } from "vitest";
import { listing } from "./listing";

it("writes names as text, whatever they hold", () => {
  const choice = { target: 'a"b', ignore: ["__proto__"], categories: [], numbers: [], shuffled: false, small: true };
  expect(listing("x.csv", false, choice)).toBe(`import { readFile, writeFile } from "node:fs/promises";
import { readCsv, toTable } from "@neurite/csv";
import { fitTable, saveTable, tanh } from "neurite";

const table = toTable(readCsv(await readFile("x.csv"), "x.csv"));
const model = await fitTable(table, { target: "a\\"b", ignore: ["__proto__"], units: [4], activation: tanh, seed: 0 });
console.log(model.scores);
await writeFile("a-b.safetensors", saveTable(model));
`);

  expect(listing("x.csv", true, choice)).toContain('readCsv(await readFile("x.csv"), "x.csv", { ragged: "leaveOut" })');
});

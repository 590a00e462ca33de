// The lines of TypeScript that the page of a table shows do what the page did, to the byte of the model's file.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { type Choice, noChoice } from "../../apps/demo/src/table/choice";
import { listing, modelFile } from "../../apps/demo/src/table/listing";
import { createSession } from "../../apps/demo/src/table/session";
import { root } from "../house/root";
import { runTypeScript } from "./run-listing";

const call = { report() {}, signal: new AbortController().signal, whilePaused: async () => {} };
const rows = (of: (i: number) => readonly (string | number)[], delimiter = ",") =>
  Array.from({ length: 90 }, (_, i) => `${of(i).join(delimiter)}\n`).join("");

/** The bytes of the page's model, and those that the lines write. */
async function both(name: string, text: string, choice: Choice, leaveOut: boolean): Promise<readonly Uint8Array[]> {
  const bytes = new TextEncoder().encode(text);
  const session = createSession();
  const table = session.read({ name, bytes, leaveOut }, call);
  if (!table.ok) throw new Error(table.message);
  session.line(choice);
  await session.train(choice, call);

  const cache = path.join(root, "node_modules/.cache/neurite");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, "table-"));
  try {
    await writeFile(path.join(folder, name), bytes);
    await writeFile(path.join(folder, "train.ts"), listing(name, table.leftOut > 0, choice));
    const printed = await runTypeScript(path.join(folder, "train.ts"), folder);
    expect(printed).toContain("network: {");
    return [session.save(), await readFile(path.join(folder, modelFile(choice.target)))];
  } finally {
    await rm(folder, { recursive: true });
  }
}

it.each<[string, string, Partial<Choice>, boolean]>([
  [
    "semicolons, decimal commas and a column left out",
    `id;x;y\n${rows((i) => [i, `${i % 7},5`, (i % 7) ** 2], ";")}`,
    { target: "y", ignore: ["id"] },
    false,
  ],
  [
    "classes, from numbers that are read as categories",
    `x,zone,"kind, of all"\n${rows((i) => [i % 11, i % 3, (i % 11) * (i % 3) > 9 ? 7 : 2])}`,
    { target: "kind, of all", categories: ["zone", "kind, of all"] },
    false,
  ],
  [
    "0 and 1 predicted as numbers, by the small network",
    `x,größe\n${rows((i) => [i % 9, i % 9 > 4 ? 1 : 0])}`,
    { target: "größe", numbers: ["größe"], small: true },
    false,
  ],
  ["lines that were left out", `x,y\n1,2,3\n${rows((i) => [i % 9, i % 5])}4\n`, { target: "y" }, true],
  ["a column of dates", `day,y\n${rows((i) => [`2024-03-${10 + (i % 20)}`, i % 20])}`, { target: "y" }, false],
])("gives the same bits for %s", async (_, text, choice, leaveOut) => {
  const [page, code] = await both("own table.csv", text, { ...noChoice, ...choice }, leaveOut);
  expect(Buffer.from(code ?? []).equals(Buffer.from(page ?? []))).toBe(true);
});

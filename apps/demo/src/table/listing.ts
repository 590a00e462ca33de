// The lines of TypeScript that do what the page did, with the same bits.
import type { Choice } from "./choice";

/** What the file of a model is called. */
export const modelFile = (target: string): string =>
  `${target.replaceAll(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+$/, "") || "model"}.safetensors`;

export function listing(
  file: string,
  leftOut: boolean,
  { target, ignore, categories, numbers, shuffled, small }: Choice,
): string {
  const list = (names: readonly string[]) => `[${names.map((name) => JSON.stringify(name)).join(", ")}]`;
  const options = [
    `target: ${JSON.stringify(target)}`,
    ...(ignore.length > 0 ? [`ignore: ${list(ignore)}`] : []),
    ...(categories.length > 0 ? [`categories: ${list(categories)}`] : []),
    ...(numbers.length > 0 ? [`numbers: ${list(numbers)}`] : []),
    ...(small ? ["units: [4]", "activation: tanh"] : []),
    "seed: 0",
  ];
  return `import { readFile, writeFile } from "node:fs/promises";
import { readCsv, toTable } from "@neurite/csv";
import { fitTable, saveTable${small ? ", tanh" : ""} } from "neurite";

const table = toTable(readCsv(await readFile(${JSON.stringify(file)}), ${JSON.stringify(file)}${leftOut ? ', { ragged: "leaveOut" }' : ""}));${shuffled ? "\n// the page has dealt out the target's cells anew; here they are as they were" : ""}
const model = await fitTable(table, { ${options.join(", ")} });
console.log(model.scores);
await writeFile(${JSON.stringify(modelFile(target))}, saveTable(model));
`;
}

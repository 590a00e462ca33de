// npm run bench: reads the arguments, makes ready what is to be measured, measures, prints. Only results go to standard output.
import { createRequire } from "node:module";
import { readArguments, UsageError, usage } from "./arguments.mjs";
import { allLibraries, allWorkloads, takesPart } from "./catalogue.mjs";
import { install } from "./installed.mjs";
import { machine } from "./machine.mjs";
import { runRounds } from "./rounds.mjs";
import { markdownTables, textTables } from "./table.mjs";

const { build } = createRequire(import.meta.url)("../scripts/run.cjs");

async function main() {
  const [workloads, libraries] = await Promise.all([allWorkloads(), allLibraries()]);
  const names = (/** @type {readonly { name: string }[]} */ held) => held.map(({ name }) => name);
  const asked = readArguments(process.argv.slice(2), { workloads: names(workloads), libraries: names(libraries) });
  if (asked.help) {
    process.stdout.write(`${usage}\nworkloads: ${names(workloads).join(", ")}\n`);
    process.stdout.write(`peers: ${names(libraries.filter(({ name }) => !name.startsWith("neurite"))).join(", ")}\n`);
    return;
  }
  const chosen = workloads.filter(({ name }) => asked.workloads.includes(name));
  const entrants = libraries.filter(({ name }) => asked.libraries.includes(name));

  build();
  const needed = chosen.some((w) => w.needs === "page" || entrants.some((l) => l.packageName && takesPart(l, w)));
  if (needed) install();
  const { rows, neuriteFailed } = await runRounds({ workloads: chosen, libraries: entrants, repeats: asked.repeats });

  const printed = {
    json: () => `${JSON.stringify(rows, null, 2)}\n`,
    table: () => `\n${textTables(rows, chosen)}`,
    markdown: () => `${machine(asked.repeats)}\n\n${markdownTables(rows, chosen)}`,
  };
  // asking a library for its threads may have left some waiting
  process.stdout.write(printed[asked.form](), () => process.exit(neuriteFailed ? 1 : 0));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

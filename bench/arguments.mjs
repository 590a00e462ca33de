// The command line.
import { parseArgs } from "node:util";

const defaultRepeats = 5;
const alwaysThere = ["neurite", "neurite-plain", "wasm-peak"];

export const usage = `npm run --silent bench -- [options]

Measures neurite and its peers, each in a process of its own, in turn.

  --only <names>     these workloads only, separated by commas; "train" stands for all that begin with "train-"
  --peers <names>    these peers only; neurite always takes part, with and without its engine, and so does the peak
  --repeats <n>      rounds over the libraries (${defaultRepeats} unless told)
  --json             { workload, library, version, threads, median, min, unit } of each, on standard output
  --markdown         the tables of docs/benchmarks.md
  --help             this text
`;

/** Something that whoever called can put right: one line and exit code 2. */
export class UsageError extends Error {}

/**
 * @param {readonly string[]} given
 * @param {{ workloads: readonly string[], libraries: readonly string[] }} known
 */
export function readArguments(given, { workloads, libraries }) {
  const { values } = parse(given);
  const { only, peers, repeats = String(defaultRepeats), json = false, markdown = false, help = false } = values;
  if (json && markdown) throw new UsageError("--json and --markdown were both given. Use one of them.");
  if (!/^[1-9]\d{0,3}$/.test(repeats)) {
    throw new UsageError(`--repeats should be a whole number from 1 to 9999, got "${repeats}".`);
  }
  return {
    help,
    form: json ? "json" : markdown ? "markdown" : "table",
    repeats: Number(repeats),
    workloads: only === undefined ? workloads : chosenWorkloads(split("--only", only), workloads),
    libraries: peers === undefined ? libraries : chosenLibraries(split("--peers", peers), libraries),
  };
}

function parse(given) {
  const text = /** @type {const} */ ({ type: "string" });
  const flag = /** @type {const} */ ({ type: "boolean" });
  const options = { only: text, peers: text, repeats: text, json: flag, markdown: flag, help: { ...flag, short: "h" } };
  try {
    return parseArgs({ args: [...given], options });
  } catch (error) {
    // the second sentence of Node's message is about arguments that begin with a dash
    throw new UsageError(`${error instanceof Error ? error.message.split(". ")[0] : error}. --help lists the options.`);
  }
}

function split(option, list) {
  const names = list.split(",").map((name) => name.trim());
  if (names.includes("")) throw new UsageError(`${option} should be names separated by commas, got "${list}".`);
  return names;
}

function chosenWorkloads(names, known) {
  const groups = new Map(names.map((name) => [name, known.filter((w) => w === name || w.startsWith(`${name}-`))]));
  for (const [name, members] of groups) {
    if (members.length === 0) throw new UsageError(`There is no workload "${name}", only ${known.join(", ")}.`);
  }
  const wanted = new Set([...groups.values()].flat());
  return known.filter((name) => wanted.has(name));
}

function chosenLibraries(names, known) {
  const stray = names.find((name) => !known.includes(name));
  if (stray !== undefined) {
    const peers = known.filter((name) => !alwaysThere.includes(name));
    throw new UsageError(`There is no peer "${stray}", only ${peers.join(", ")}.`);
  }
  return known.filter((name) => alwaysThere.includes(name) || names.includes(name));
}

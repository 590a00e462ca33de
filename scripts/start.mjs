// A first walk through neurite, for a newcomer: trains on the shipped table, predicts from the saved model, traces one row.
// Every command is shown as one would type it. Arguments are handed on to `train`: npm start -- --seed 3
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const table = "apps/cli/data/bike-hour.csv";
const sample = "output/three-rows.csv";
const ignored = ["instant", "casual", "registered"];
const lines = [1001, 8005, 15018];
const extra = process.argv.slice(2);

/** Says what comes, shows the command, runs it, and ends with its exit code if it fails. */
function step(text, args) {
  const typed = args.map((word) => (/[^\w./,=-]/.test(word) ? JSON.stringify(word) : word)).join(" ");
  process.stdout.write(`\n${text}\n$ npm run --silent neurite -- ${typed}\n\n`);
  const cli = path.join(root, "apps", "cli", "dist", "index.js");
  const result = spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: "inherit" });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** The file that `train` writes, also when the caller named another. */
function modelFile() {
  const at = extra.findLastIndex((word) => word === "--out" || word.startsWith("--out="));
  const word = extra[at];
  if (word === undefined) return "output/cnt.safetensors";
  return word === "--out" ? (extra[at + 1] ?? "") : word.slice("--out=".length);
}

/** Three hours of the table without the columns that the model has not seen; the number to predict stays, to compare. */
function writeSample() {
  const rows = readFileSync(path.join(root, table), "utf8")
    .split("\n")
    .map((line) => line.split(","));
  const kept = rows[0].flatMap((name, index) => (ignored.includes(name) ? [] : [index]));
  const text = [0, ...lines].map((line) => kept.map((index) => rows[line][index]).join(",")).join("\n");
  writeFileSync(path.join(root, sample), `${text}\n`);
}

const model = modelFile();
mkdirSync(path.join(root, "output"), { recursive: true });
writeSample();
const train = [
  "train",
  table,
  "--target",
  "cnt",
  "--ignore",
  ignored.join(","),
  "--out",
  "output/cnt.safetensors",
  "--force",
];
step("1. Train: how many bikes are rented in an hour? A straight line against a network.", [...train, ...extra]);
step("2. Predict three hours from the saved file (cnt is what was really rented).", ["predict", model, sample]);
step("3. Trace the first of them: every step from its cells to the prediction.", [
  "trace",
  model,
  sample,
  "--row",
  "1",
  "--top",
  "2",
]);
process.stdout.write("\nNext: npm run --silent neurite -- --help, or your own table.\n");

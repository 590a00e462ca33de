// Puts what `npm run bench -- --markdown` prints into docs/benchmarks.md, between its two marks.
import { readFileSync, writeFileSync } from "node:fs";

const page = new URL("../docs/benchmarks.md", import.meta.url);
const [begin, end] = ["<!-- figures: begin -->", "<!-- figures: end -->"];

const figures = readFileSync(0, "utf8").trim();
const text = readFileSync(page, "utf8");
const [from, to] = [text.indexOf(begin), text.indexOf(end)];
if (!figures.includes("### "))
  throw new Error("There are no figures on standard input: docs/benchmarks.md stays as it is.");
if (from < 0 || to < from) throw new Error(`docs/benchmarks.md should have the lines ${begin} and ${end}.`);
writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${figures}\n\n${text.slice(to)}`);

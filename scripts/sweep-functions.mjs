// Compares the engine's functions with their references on all 2^32 numbers of float32 and prints the largest error of each, in units of
// the last place, and where it is: an hour or so for all. `node scripts/sweep-functions.mjs exp log` sweeps only the named ones, `--step 17`
// only every 17th number.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const folder = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), "packages/wasm/test");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { step: { type: "string", default: "1" } },
});

// The engine is TypeScript, which this Node may not read: it is bundled in memory.
const contents = `export { sweep } from "./sweep"; export { float32References } from "./float32-references";`;
const stdin = { contents, resolveDir: folder, loader: "ts" };
const { outputFiles } = await build({ stdin, bundle: true, write: false, format: "esm", logLevel: "error" });
const { sweep, float32References } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
);

for (const name of positionals.length > 0 ? positionals : Object.keys(float32References)) {
  const { ulp, at, wrong, wrongAt } = sweep(name, Number(values.step));
  const rest = wrong > 0 ? `, ${wrong} wrong, the first at ${wrongAt}` : "";
  console.log(`${name.padEnd(8)} ${ulp.toFixed(3)} ulp at ${at}${rest}`);
}

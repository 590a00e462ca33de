// What neurite costs a page, gzipped. The limits stand a tenth to a quarter above the present sizes: who crosses one either finds
// what grew, or raises it in the same change and says why.
import { existsSync, readFileSync } from "node:fs";

const modifyEsbuildConfig = (config) => ({ ...config, format: "esm" });
const check = (name, path, limit, more) => ({ name, path, limit, gzip: true, modifyEsbuildConfig, ...more });

/** A package without the packages it imports. */
const alone = (folder, limit) =>
  check(`@neurite/${folder} alone`, `packages/${folder}/dist/index.js`, limit, { ignore: ["@neurite/*"] });

/** The scripts that a page of the site loads first: the frame, and the parts that the address asks for, with all they import. */
function scriptsOfSite(...parts) {
  const list = "apps/demo/dist/.vite/manifest.json";
  if (!existsSync(list)) throw new Error(`size-limit: there is no ${list}. Build first: npm run check -- build size.`);
  const manifest = JSON.parse(readFileSync(list, "utf8"));
  const files = new Set();
  const take = (key) => {
    const { file, imports = [] } = manifest[key];
    if (files.has(file)) return;
    files.add(file);
    for (const other of imports) take(other);
  };
  for (const part of ["index.html", ...parts]) take(part);
  return [...files].map((file) => `apps/demo/dist/${file}`);
}

export default [
  {
    name: "the site: first load of Learn",
    path: scriptsOfSite("src/learn/learn-page.svelte", "src/learn/straight-line/straight-line.svelte"),
    limit: "150 kB",
    gzip: true,
    // they are bundled already: what they import is in the list, or asked for later
    modifyEsbuildConfig: (config) => ({ ...config, format: "esm", bundle: false, external: undefined }),
  },
  // 27 kB of it are the compiled engine; the aim of 40 kB is not reached: what `fit` can do (parts of batches with their loop, minimizers,
  // plateaus, checkpoints, dead units) comes with it, 6 kB that options and not imports ask for
  check("a page that trains a dense network", "tests/size/train-page.ts", "66 kB"),
  // every kind there is, and all of regression, which is 44 kB
  check("neurite, everything in it", "packages/neurite/dist/index.js", "193 kB"),
  check("relu", "packages/activations/dist/index.js", "100 B", { import: "{ relu }" }),
  // 42 kinds, of which a bundle holds those it uses; more than half is the parser of formulas with its messages,
  // 2 kB of them what other languages say and how it is written here
  alone("activations", "10.2 kB"),
  // most of it is csv-parse
  alone("csv", "20 kB"),
  // convolutions and recurrent layers are 5 kB of it
  alone("layers", "10 kB"),
  // 5 kB of it are optimizers, 5 kB losses, 4 kB schedules and metrics, of which a page holds those it uses
  alone("network", "37 kB"),
  alone("plugin", "3.6 kB"),
  // a statistics package, of which a bundle holds what it uses: 10 kB for `leastSquares`, 25 for `regress` with its formulas and tests
  alone("regression", "50.5 kB"),
  alone("serialization", "18 kB"),
  alone("tabular", "24 kB"),
  alone("tensor", "22 kB"),
  alone("wasm", "32 kB"),
];

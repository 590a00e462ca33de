// What neurite costs a page, gzipped. The limits stand a good tenth above the present sizes: who crosses one either finds
// what grew, or raises it in the same change and says why.
const modifyEsbuildConfig = (config) => ({ ...config, format: "esm" });
const check = (name, path, limit, more) => ({ name, path, limit, gzip: true, modifyEsbuildConfig, ...more });

/** A package without the packages it imports. */
const alone = (folder, limit) =>
  check(`@neurite/${folder} alone`, `packages/${folder}/dist/index.js`, limit, { ignore: ["@neurite/*"] });

export default [
  check("a page that trains a dense network", "tests/size/train-page.ts", "40 kB"),
  check("neurite, everything in it", "packages/neurite/dist/index.js", "100 kB"),
  check("relu", "packages/activations/dist/index.js", "200 B", { import: "{ relu }" }),
  alone("activations", "100 kB"),
  alone("layers", "100 kB"),
  alone("network", "100 kB"),
  alone("plugin", "100 kB"),
  alone("regression", "100 kB"),
  alone("serialization", "100 kB"),
  alone("tabular", "100 kB"),
  alone("tensor", "100 kB"),
];

// Everything that has to hold before a change goes in. All steps run, so that one call tells all that is wrong.
// `npm run check` runs them all, `npm run check -- lint types` the named ones, `npm run check -- --skip test` all others.
import { spawnSync } from "node:child_process";

/** @type {Record<string, { what: string, script: string }>} */
const steps = {
  types: { what: "types", script: "types" },
  lint: { what: "lint and format", script: "lint" },
  test: { what: "tests", script: "test:unit" },
  build: { what: "build", script: "build" },
  publish: { what: "packages as published: publint, are-the-types-wrong", script: "check:packages" },
  unused: { what: "unused files, exports and dependencies: knip", script: "check:unused" },
  size: { what: "sizes: size-limit", script: "check:size" },
  determinism: { what: "the same bits in other Nodes and in Chromium", script: "test:browser" },
  demo: { what: "the site in Chromium", script: "test:demo" },
  packaging: {
    what: "packages published to a registry of this machine, in projects of their own",
    script: "test:packaging",
  },
};

const skip = process.argv[2] === "--skip";
const named = process.argv.slice(skip ? 3 : 2);
const unknown = named.find((name) => !Object.hasOwn(steps, name));
if (unknown !== undefined) {
  console.error(`check: there is no step "${unknown}", only ${Object.keys(steps).join(", ")}.`);
  process.exit(2);
}

const results = Object.entries(steps)
  .filter(([name]) => named.length === 0 || named.includes(name) !== skip)
  .map(([name, { what, script }]) => {
    console.log(`\n── ${what}`);
    const start = Date.now();
    // pnpm stands in the path: it is what runs this file.
    const { status } = spawnSync("pnpm", ["run", "--silent", script], {
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    return { name, passed: status === 0, seconds: ((Date.now() - start) / 1000).toFixed(1) };
  });

console.log("");
for (const { name, passed, seconds } of results)
  console.log(`${passed ? "passed" : "FAILED"}  ${name.padEnd(11)} ${seconds} s`);
if (results.some((result) => !result.passed)) process.exit(1);

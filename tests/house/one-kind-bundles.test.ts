// Whoever uses one metric, schedule or constraint ships no other: a bundler drops what is not imported.
import path from "node:path";
import { build } from "esbuild";
import { builtins } from "neurite";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "./root";

const shelves = {
  "@neurite/layers": [builtins.constraints, builtins.regularizers],
  "@neurite/network": [builtins.metrics, builtins.schedules],
};
const cases = Object.entries(shelves).flatMap(([from, list]) =>
  list.flatMap((shelf) => Object.keys(shelf).map((kind) => ({ from, kind, shelf: Object.keys(shelf) }))),
);

/** The texts of bundles of the sources, each of which imports one name. */
async function bundles(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: cases.map(({ from, kind }) => ({ in: `one:${from}:${kind}`, out: kind })),
    plugins: [
      {
        name: "one kind",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^one:/ }, (found) => ({ path: found.path, namespace: "one" }));
          onLoad({ filter: /.*/, namespace: "one" }, (found) => {
            const [, from, kind] = found.path.split(":");
            return { contents: `import { ${kind} } from "${from}"; console.log(${kind});`, resolveDir: root };
          });
        },
      },
    ],
    bundle: true,
    format: "esm",
    conditions: ["@neurite/source"],
    outdir: root,
    write: false,
    logLevel: "silent",
  });
  return new Map(outputFiles.map(({ path: file, text }) => [path.basename(file, ".js"), text]));
}

let texts: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  texts = await bundles();
});

describe("a bundle that imports one kind", () => {
  it.each(cases)("holds no other than $kind", ({ kind, shelf }) => {
    const text = texts.get(kind) ?? "";
    expect(shelf.filter((other) => new RegExp(`["'\`]${other}["'\`]`).test(text))).toEqual([kind]);
  });
});

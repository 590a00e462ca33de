// Turns examples into real ES modules in a folder of their own, bundled with the sources of the packages.
import { mkdirSync, mkdtempSync } from "node:fs";
import path from "node:path";
import { type BuildFailure, build, type Plugin, transformSync } from "esbuild";
import { examplePlugins, root } from "../house/root";
import type { Example } from "./collect-examples";

export interface Bundled {
  readonly folder: string;
  /** The module of each example that could be built. */
  readonly modules: ReadonlyMap<Example, string>;
  /** Why the others could not. */
  readonly failures: ReadonlyMap<Example, string>;
}

/** A name that esbuild shows in its messages: `packages/tensor/README.md:12`. */
export const title = (example: Example) => `${example.file}:${example.line}`;

const isBuildFailure = (error: unknown): error is BuildFailure => error instanceof Error && "errors" in error;

/** Takes off the types and nothing else: an import that is not used stays, and has to exist. */
function withoutTypes({ code }: Example): { code: string } | { failure: string } {
  const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true } };
  try {
    return transformSync(code, { loader: "ts", target: "node20", tsconfigRaw, logLevel: "silent" });
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    const [first] = error.errors;
    return { failure: `line ${first?.location?.line} of the block: ${first?.text}` };
  }
}

/** Gives esbuild the example as a file beside the one it stands in, so that packages are found as from there. */
function examplePlugin(codes: ReadonlyMap<Example, string>): Plugin {
  const byTitle = new Map([...codes].map(([example, contents]) => [title(example), { example, contents }]));
  return {
    name: "examples",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^example:/ }, (args) => ({
        path: args.path.slice("example:".length),
        namespace: "example",
      }));
      onLoad({ filter: /.*/, namespace: "example" }, (args) => {
        const found = byTitle.get(args.path);
        if (!found) return undefined;
        return {
          contents: found.contents,
          loader: "js",
          resolveDir: path.dirname(path.join(root, found.example.file)),
        };
      });
    },
  };
}

/** The plugins under examples are installed nowhere: their names stand for their sources. */
const pluginSources = () =>
  Object.fromEntries([...examplePlugins()].map(([name, folder]) => [name, `./${folder}/src/index.ts`]));

async function bundle(codes: ReadonlyMap<Example, string>, folder: string): Promise<void> {
  await build({
    entryPoints: [...codes.keys()].map((example, index) => ({ in: `example:${title(example)}`, out: String(index) })),
    plugins: [examplePlugin(codes)],
    absWorkingDir: root,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["@neurite/source"],
    alias: pluginSources(),
    logLevel: "silent",
  });
}

/** esbuild writes all or nothing, so what fails is noted and left out of the next attempt. */
export async function bundleExamples(examples: readonly Example[]): Promise<Bundled> {
  const cache = path.join(root, "node_modules/.cache/neurite");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, "examples-"));
  const failures = new Map<Example, string>();
  const codes = new Map<Example, string>();
  for (const example of examples) {
    const result = withoutTypes(example);
    if ("failure" in result) failures.set(example, result.failure);
    else codes.set(example, result.code);
  }
  for (;;) {
    try {
      await bundle(codes, folder);
      const modules = new Map([...codes.keys()].map((example, index) => [example, path.join(folder, `${index}.mjs`)]));
      return { folder, modules, failures };
    } catch (error) {
      if (!isBuildFailure(error)) throw error;
      const before = codes.size;
      for (const { text, location } of error.errors) {
        const example = examples.find((candidate) => location?.file === `example:${title(candidate)}`);
        if (example && codes.delete(example)) failures.set(example, text);
      }
      // A fault in a package itself, not in an example.
      if (codes.size === before) throw error;
    }
  }
}

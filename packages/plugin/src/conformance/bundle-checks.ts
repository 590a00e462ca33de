import type { Check } from "./finding";

/** How the code of a package is looked at as a bundler sees it. */
export interface BundleOptions {
  /** `build` of esbuild: `import { build } from "esbuild"`. */
  build(options: BuildRequest): Promise<{ readonly outputFiles?: readonly { readonly text: string }[] | undefined }>;
  /** The file that the package starts from, as a path or as in `new URL("./index.ts", import.meta.url)`. */
  readonly entry: string | URL;
}

/** What esbuild is asked for, in its own words; this package does not depend on it. */
interface BuildRequest {
  stdin: { contents: string; resolveDir: string };
  bundle: true;
  write: false;
  format: "esm";
  platform: "neutral";
  target: "es2022";
  packages: "external";
  logLevel: "silent";
  plugins: { name: string; setup(hooks: Hooks): void }[];
}

interface Hooks {
  onResolve(options: { filter: RegExp }, answer: (args: Import) => Promise<Resolved | undefined>): void;
  resolve(path: string, options: Importer & { kind: "import-statement" }): Promise<Resolved>;
}

interface Importer {
  importer: string;
  resolveDir: string;
  pluginData: unknown;
}

interface Import extends Importer {
  path: string;
}

interface Resolved {
  path: string;
  external: boolean;
  errors: { text: string }[];
  sideEffects: boolean;
}

/**
 * The check that a package does nothing when it is imported.
 *
 * It is bundled as if nobody used any of it, and as if its package.json did not promise `"sideEffects": false`: what is left is what importing
 * it does, such as an entry in a global table, and what keeps a bundler from leaving unused kinds out.
 */
export function bundleChecks({ build, entry }: BundleOptions): readonly Check[] {
  const path = pathOf(entry);
  const run = async () => {
    const { outputFiles } = await build(requestFor(path));
    return leftovers(outputFiles?.[0]?.text ?? "").map(
      ({ file, code }) =>
        `importing ${file} leaves code that a bundler cannot leave out, since it may do something: ${code} Compute that in a function; of package.json, import { name, version }.`,
    );
  };
  return [{ name: "side effects", run }];
}

function requestFor(entry: string): BuildRequest {
  const looked = Symbol("resolved");
  const setup = (hooks: Hooks) => {
    hooks.onResolve({ filter: /.*/ }, async ({ path, importer, resolveDir, pluginData }) => {
      if (pluginData === looked) return undefined;
      const from = { importer, resolveDir, kind: "import-statement", pluginData: looked } as const;
      const found = await hooks.resolve(path, from);
      // the package's own files are looked at; what those of others do is their affair
      return { path: found.path, external: found.external, errors: found.errors, sideEffects: !found.external };
    });
  };
  return {
    stdin: { contents: `import ${JSON.stringify(entry)};`, resolveDir: entry.replace(/[^/\\]*$/, "") },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    packages: "external",
    logLevel: "silent",
    plugins: [{ name: "own-files-in-full", setup }],
  };
}

/** What is left of a bundle: the end of what came from each file, which esbuild names in comments; before it stand imports, and what the end uses. */
function leftovers(bundle: string): readonly { readonly file: string; readonly code: string }[] {
  return bundle
    .split(/^\/\/ (?=\S)/m)
    .slice(1)
    .map((piece) => {
      const [file = "", ...lines] = piece.split("\n");
      const code = lines.join(" ").replace(/\s+/g, " ").trim();
      return { file, code: code.length > 90 ? `…${code.slice(-90)}` : code };
    })
    .filter(({ code }) => code !== "");
}

/** A file URL as a path; a path stays as it is. */
function pathOf(entry: string | URL): string {
  const text = String(entry);
  if (!text.startsWith("file:")) return text;
  const path = decodeURIComponent(new URL(text).pathname);
  return /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path;
}

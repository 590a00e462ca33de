// A page that trains with one loss must not carry the others: what they share lives in files without a kind.
import { networkPlugin } from "@neurite/network";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const kinds = Object.keys(networkPlugin.losses);

/** The code of a page for each loss, which uses that one and nothing else. */
async function bundles(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: kinds.map((kind) => ({ in: `only:${kind}`, out: kind })),
    plugins: [
      {
        name: "pages of one loss",
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^only:/ }, ({ path }) => ({ path: path.slice(5), namespace: "only" }));
          onLoad({ filter: /./, namespace: "only" }, ({ path }) => ({
            contents: `import { ${path} } from "@neurite/network"; console.log(${path});`,
            resolveDir: import.meta.dirname,
          }));
        },
      },
    ],
    outdir: "pages",
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["@neurite/source"],
  });
  return new Map(kinds.map((kind, i) => [kind, outputFiles[i]?.text ?? ""]));
}

describe("a bundle with one loss", () => {
  it("holds no other kind", async () => {
    const stray = [...(await bundles())].flatMap(([kind, code]) =>
      kinds.filter((other) => code.includes(`"${other}"`) !== (other === kind)).map((other) => [kind, other]),
    );
    expect(kinds.length).toBeGreaterThan(15);
    expect(stray).toEqual([]);
  });
});

// A page that uses one activation carries no other.
import { activationsPlugin } from "@neurite/activations";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root } from "./root";

const kinds = Object.keys(activationsPlugin.activations);

async function bundleOf(kind: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${kind} } from "@neurite/activations";`, resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    minifySyntax: true,
    conditions: ["@neurite/source"],
    external: ["@neurite/plugin", "@neurite/tensor"],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

describe("a bundle of one activation", () => {
  it.each(kinds)("%s names no other kind", async (kind) => {
    const text = await bundleOf(kind);
    expect(kinds.filter((other) => text.includes(`kind: "${other}"`))).toEqual([kind]);
  });
});

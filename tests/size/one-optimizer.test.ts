// Who imports one optimizer pays for one: a bundler leaves the others out, however much their formulas share.
import path from "node:path";
import { networkPlugin } from "@neurite/network";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root } from "../house/root";

const kinds = Object.keys(networkPlugin.optimizers);

/** The text of a module that makes one optimizer, without the packages that it stands on. */
async function bundleOf(kind: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${kind} } from "@neurite/network";\nconsole.log(${kind}());`,
      resolveDir: path.join(root, "packages/neurite"),
    },
    bundle: true,
    format: "esm",
    platform: "neutral",
    external: ["@neurite/plugin", "@neurite/tensor", "@neurite/wasm"],
    conditions: ["@neurite/source"],
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

describe("a bundle with one optimizer", () => {
  it.each(kinds)("holds %s and no other", async (kind) => {
    const text = await bundleOf(kind);
    const held = kinds.filter((other) =>
      [`"${other}"`, `'${other}'`, `\`${other}\``].some((word) => text.includes(word)),
    );
    expect(held).toEqual([kind]);
  });
});

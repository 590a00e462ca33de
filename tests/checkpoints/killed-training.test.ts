import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { loadSnapshot, type Model } from "neurite";
import { expect, it } from "vitest";
import { root } from "../house/root";
import { train } from "./training";

function sha256({ weights }: Model): string {
  const hash = createHash("sha256");
  for (const { data } of weights.values()) hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return hash.digest("hex");
}

it("a training killed in the middle of writing a checkpoint goes on from the one before, to the same bits", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "neurite-"));
  try {
    const script = path.join(folder, "training.mjs");
    await build({
      entryPoints: [path.join(root, "tests/checkpoints/killed-training.ts")],
      absWorkingDir: root,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "es2022",
      conditions: ["@neurite/source"],
      outfile: script,
      logLevel: "silent",
    });
    const { signal } = spawnSync(process.execPath, [script, folder]);
    expect(signal).toBe("SIGKILL");
    expect(readdirSync(folder).some((name) => name.endsWith(".part"))).toBe(true); // half a file, under another name
    const from = loadSnapshot(readFileSync(path.join(folder, "run.checkpoint")));
    expect(from.epoch).toBe(2);
    const [whole, rest] = [await train({}), await train({ from })];
    expect(sha256(rest.model)).toBe(sha256(whole.model));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

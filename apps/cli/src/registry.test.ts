import { join } from "node:path";
import { NeuriteError } from "neurite";
import { beforeAll, describe, expect, it } from "vitest";
import { fakeIo } from "./fake-io";
import { openRegistry } from "./registry";
import { type TestFolder, testFolder } from "./test-folder";

const square = (name: string, kind: string) =>
  `export const plugin = { name: "${name}", activations: { "${kind}": () => ({ kind: "${kind}", apply: (x) => x.mul(x) }) } };`;

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder({
    "node_modules/acme-package/package.json": '{ "name": "acme-package", "exports": "./index.mjs" }',
    "node_modules/acme-package/index.mjs": square("acme", "acme/round"),
    "acme.mjs": square("acme", "acme/square"),
    "rival.mjs": square("rival", "acme/square"),
  });
});
const open = (...given: string[]) => openRegistry(given, fakeIo({ cwd: folder.path }));

async function refusal(...given: string[]): Promise<string> {
  try {
    await open(...given);
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no refusal";
}

describe("openRegistry", () => {
  it("knows the kinds of neurite, and those of plugins beside them", async () => {
    const registry = await open("./acme.mjs");
    expect(registry.has("activation", "tanh")).toBe(true);
    expect(registry.origin("activation", "acme/square")).toEqual({ plugin: "acme" });
    expect((await open()).has("activation", "acme/square")).toBe(false);
  });

  it("takes a plugin that is named twice once, in whatever way", async () => {
    const ways = ["./acme.mjs", "./acme.mjs", "././acme.mjs", join(folder.path, "acme.mjs")];
    expect((await open(...ways)).has("activation", "acme/square")).toBe(true);
    const both = await open("acme-package", "./node_modules/acme-package/index.mjs");
    expect(both.has("activation", "acme/round")).toBe(true);
  });

  it("refuses two plugins that define one kind, naming both", async () => {
    expect(await refusal("./acme.mjs", "./rival.mjs")).toBe(
      'duplicate-kind: createRegistry: the activation "acme/square" is defined by "acme" and by "rival". Leave one of the two plugins out.',
    );
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { version } from "../package.json";
import { type Category, categoryNames } from "./category";
import { pluginFiles } from "./plugin-files";
import { pluginNames } from "./plugin-names";

const year = 2031;
const files = (category: Category, name: string, author?: string) =>
  pluginFiles(category, pluginNames(name), { author, year });
const own = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));

describe("pluginFiles", () => {
  it("gives a whole package", () => {
    expect([...files("activation", "my-swish").keys()].sort()).toEqual([
      ".changeset/config.json",
      ".changeset/first-version.md",
      ".gitignore",
      "LICENSE",
      "README.md",
      "package.json",
      "src/index.test.ts",
      "src/index.ts",
      "src/my-swish.test.ts",
      "src/my-swish.ts",
      "tsconfig.json",
      "tsup.config.ts",
    ]);
  });

  it.each(categoryNames)("leaves no placeholder in the files of %s", (category) => {
    for (const [path, text] of files(category, "@acme/my-kind", "Ada")) {
      expect([path, text.match(/__\w+__|TODO/g)]).toEqual([path, null]);
      expect(text.endsWith("\n")).toBe(true);
    }
  });

  it("describes a package of npm whose contracts are peers, of the version of neurite that made it", () => {
    const range = `^${version}`;
    expect(JSON.parse(files("activation", "@acme/my-swish", "Ada Lovelace").get("package.json") ?? "")).toEqual({
      name: "@acme/neurite-plugin-my-swish",
      version: "0.0.0",
      description: "An activation for neurite: acme/mySwish.",
      keywords: ["neurite", "neurite-plugin", "neural-network"],
      license: "MIT",
      author: "Ada Lovelace",
      type: "module",
      sideEffects: false,
      files: ["dist"],
      engines: { node: ">=20.19" },
      exports: {
        ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
        "./package.json": "./package.json",
      },
      publishConfig: { access: "public" },
      scripts: {
        test: "vitest run",
        types: "tsc",
        build: "tsup",
        change: "changeset",
        "release:version": "changeset version",
        prepublishOnly: "npm run types && npm test && npm run build",
      },
      peerDependencies: { "@neurite/plugin": range, "@neurite/tensor": range },
      devDependencies: {
        "@changesets/cli": own.devDependencies["@changesets/cli"],
        "@neurite/plugin": range,
        "@neurite/tensor": range,
        esbuild: own.devDependencies.esbuild,
        neurite: range,
        tsup: own.devDependencies.tsup,
        typescript: own.devDependencies.typescript,
        vitest: own.devDependencies.vitest,
      },
    });
  });

  it("has the initializers of @neurite/layers as a peer of a layer", () => {
    const { peerDependencies } = JSON.parse(files("layer", "x").get("package.json") ?? "");
    expect(Object.keys(peerDependencies)).toEqual(["@neurite/layers", "@neurite/plugin", "@neurite/tensor"]);
  });

  it("asks for the Node and the licence of neurite", () => {
    const { engines, license } = JSON.parse(files("loss", "x").get("package.json") ?? "");
    expect([engines, license]).toEqual([own.engines, own.license]);
  });

  it("names the author in the licence as git does, or else the authors of the package", () => {
    expect(files("loss", "x", "Ada __year__ $& Lovelace").get("LICENSE")).toContain(
      "Copyright (c) 2031 Ada __year__ $& Lovelace\n",
    );
    expect(files("loss", "x").get("LICENSE")).toContain("Copyright (c) 2031 the authors of neurite-plugin-x\n");
    expect(JSON.parse(files("loss", "x").get("package.json") ?? "")).not.toHaveProperty("author");
  });

  it("begins with a change that leads to 0.1.0", () => {
    expect(files("loss", "@acme/x").get(".changeset/first-version.md")).toBe(
      '---\n"@acme/neurite-plugin-x": minor\n---\n\nThe first version: the loss `acme/x`.\n',
    );
  });
});

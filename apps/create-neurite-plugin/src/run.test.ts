import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { testFolder } from "./test-folder";

const [enter, down, ctrlC, ctrlD] = ["\r", "\u001b[B", "\u0003", "\u0004"];

describe("run", () => {
  it("makes the folder, and says what comes next", async () => {
    const folder = testFolder();
    const { code, out, err } = await folder.create(["my-swish", "--kind", "activation"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(`Made neurite-plugin-my-swish: the activation my-swish/mySwish, in src/my-swish.ts.

Next:
  cd neurite-plugin-my-swish
  npm install
  npm test
  npm run types
`);
    expect(folder.entries()).toEqual(["neurite-plugin-my-swish"]);
    expect(folder.read("neurite-plugin-my-swish/src/my-swish.ts")).toContain("export function mySwish(");
  });

  it("takes the usual answers under --yes", async () => {
    const folder = testFolder();
    expect((await folder.create(["--yes"])).code).toBe(0);
    expect((await folder.create(["-y", "-k", "loss"], { typed: ["never read"] })).code).toBe(0);
    expect(folder.entries()).toEqual(["neurite-plugin-my-activation", "neurite-plugin-my-loss"]);
  });

  it.each([
    [[], "The name and --kind should be given", "neurite-plugin my-swish -- --kind activation"],
    [["x"], "--kind should be given", "neurite-plugin x -- --kind activation"],
    [["--kind", "loss"], "The name should be given", "neurite-plugin my-swish -- --kind loss"],
  ])("says of %j what is missing where no terminal can be asked on", async (argv, what, call) => {
    const folder = testFolder();
    const { code, out, err } = await folder.create(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      `error[usage]: ${what} where no terminal can be asked on. Run \`npm create ${call}\`, or pass --yes for the usual answers.\n`,
    );
    expect(folder.entries()).toEqual([]);
  });

  it("asks on a terminal for what is not given, and asks again for a name that will not do", async () => {
    const folder = testFolder();
    mkdirSync(join(folder.path, "neurite-plugin-taken"));
    writeFileSync(join(folder.path, "neurite-plugin-taken/file"), "");
    const typed = [down, down, enter, "taken", enter, "\b\b\b\b\bMine", enter, "\b\b\b\bmine", enter];
    const { code, out } = await folder.create([], { typed });
    expect(code).toBe(0);
    const shown = stripVTControlCharacters(out);
    expect(shown).toContain("The folder neurite-plugin-taken already exists");
    expect(shown).toContain('A plugin cannot be called "Mine"');
    expect(shown).toContain("Made neurite-plugin-mine: the loss mine/mine");
    expect(folder.entries()).toEqual(["neurite-plugin-mine", "neurite-plugin-taken"]);
  });

  it("takes an empty answer for the name that it shows", async () => {
    const folder = testFolder();
    expect((await folder.create(["--kind", "metric"], { typed: [enter] })).code).toBe(0);
    expect(folder.entries()).toEqual(["neurite-plugin-my-metric"]);
  });

  it.each([
    ["the first question", [], [ctrlC]],
    ["the second question", [], [enter, ctrlC]],
    ["the only question", ["mine"], [ctrlC]],
    ["the end of the input", [], [enter, ctrlD]],
  ])("ends with 130 and nothing written after Ctrl-C: %s", async (_, argv, typed) => {
    const folder = testFolder();
    const { code, out, err } = await folder.create(argv, { typed });
    expect([code, err]).toEqual([130, ""]);
    expect(out).not.toContain("Made");
    expect(folder.entries()).toEqual([]);
  });

  it("leaves a folder alone that holds something, before it asks", async () => {
    const folder = testFolder();
    await folder.create(["x", "--kind", "layer"]);
    const before = folder.read("neurite-plugin-x/README.md");
    const { code, out, err } = await folder.create(["@me/x"], { typed: [enter] });
    expect([code, out]).toEqual([2, ""]);
    expect(stripVTControlCharacters(err)).toMatch(/^error\[file-exists\]: The folder neurite-plugin-x already exists/);
    expect(folder.read("neurite-plugin-x/README.md")).toBe(before);
    expect(folder.entries()).toEqual(["neurite-plugin-x"]);
  });

  it.each([
    [["x", "--kind", "layr"], "Allowed choices are activation, layer, loss, optimizer, initializer, metric."],
    [["x", "--knid", "layer"], "Did you mean --kind?"],
    [["x", "y"], "too many arguments"],
    [["X", "--yes"], 'A plugin cannot be called "X"'],
  ])("answers %j with exit code 2", async (argv, mention) => {
    const folder = testFolder();
    const { code, out, err } = await folder.create(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("error[usage]: ");
    expect(err.toLowerCase()).toContain(mention.toLowerCase());
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(folder.entries()).toEqual([]);
  });

  it("prints help with examples, and its version", async () => {
    const folder = testFolder();
    const help = await folder.create(["--help"]);
    expect([help.code, help.err]).toEqual([0, ""]);
    expect(help.out).toContain("Usage: create-neurite-plugin [name] [options]");
    expect(help.out).toContain("Example:\n  npm create neurite-plugin\n");
    const version = await folder.create(["--version"]);
    expect(version.code).toBe(0);
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("has colours on a terminal, but not where NO_COLOR is set", async () => {
    const argv = ["x", "--kind", "layer"];
    const color = "\u001b[";
    expect((await testFolder().create(argv, { typed: [] })).out).toContain(color);
    expect((await testFolder().create(argv, { typed: [], env: { NO_COLOR: "1" } })).out).not.toContain(color);
    expect((await testFolder().create(["X"], { typed: [], env: { NO_COLOR: "1" } })).err).not.toContain(color);
  });
});

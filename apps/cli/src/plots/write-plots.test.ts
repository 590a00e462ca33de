import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testFolder } from "../test-folder";
import { checkPlots, writePlots } from "./write-plots";

const plots = [
  { name: "a.svg", svg: "<svg>1</svg>" },
  { name: "b.svg", svg: "<svg>2</svg>" },
];
const names = plots.map(({ name }) => name);

describe("writePlots", () => {
  it("makes the folder, and leaves nothing behind but the drawings", async () => {
    const { path: cwd, read } = await testFolder({});
    await checkPlots("out", names, { cwd, force: false });
    expect(await writePlots("out", plots, { cwd, force: false })).toEqual([join("out", "a.svg"), join("out", "b.svg")]);
    expect((await readdir(join(cwd, "out"))).sort()).toEqual(["a.svg", "b.svg"]);
    expect(String(await read("out/b.svg"))).toBe("<svg>2</svg>");
  });

  it("replaces drawings only by force", async () => {
    const { path: cwd, read } = await testFolder({ "b.svg": "mine" });
    const message = "b.svg already exists. Pass --force to replace it, or --plots with another folder.";
    await expect(checkPlots(".", names, { cwd, force: false })).rejects.toMatchObject({ code: "file-exists", message });
    await checkPlots(".", names, { cwd, force: true });
    await writePlots(".", plots, { cwd, force: true });
    expect(String(await read("b.svg"))).toBe("<svg>2</svg>");
  });

  it("refuses a file as a folder, and a folder in one that is not there", async () => {
    const { path: cwd } = await testFolder({ file: "mine" });
    await mkdir(join(cwd, "empty"));
    await expect(checkPlots("empty", names, { cwd, force: false })).resolves.toBeUndefined();
    const refused = (folder: string) => expect(checkPlots(folder, names, { cwd, force: true })).rejects;
    await refused("file").toMatchObject({
      code: "cannot-write",
      message: "file: expected a folder for the drawings, got something else of that name. Name another one.",
    });
    await refused("no/where").toMatchObject({ message: expect.stringContaining("Make that one first.") });
  });
});

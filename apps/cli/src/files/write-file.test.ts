import { mkdir, mkdtemp, readdir, readFile, rm, writeFile as write } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkWritable, writeFile } from "./write-file";

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "neurite-"));
});
afterEach(() => rm(cwd, { recursive: true }));

describe("writeFile", () => {
  it("writes the file and leaves no other behind", async () => {
    await writeFile("model.bin", Uint8Array.of(1, 2, 3), { cwd, force: false });
    expect([...(await readFile(join(cwd, "model.bin")))]).toEqual([1, 2, 3]);
    expect(await readdir(cwd)).toEqual(["model.bin"]);
  });

  it("keeps an existing file unless it is forced", async () => {
    await write(join(cwd, "model.bin"), "old");
    await expect(writeFile("model.bin", "new", { cwd, force: false })).rejects.toMatchObject({ code: "file-exists" });
    expect(await readFile(join(cwd, "model.bin"), "utf8")).toBe("old");
    await writeFile("model.bin", "new", { cwd, force: true });
    expect(await readFile(join(cwd, "model.bin"), "utf8")).toBe("new");
  });

  it("refuses a folder that is not there, and a name that is a folder", async () => {
    await mkdir(join(cwd, "folder"));
    await expect(checkWritable("no/model.bin", { cwd, force: true })).rejects.toMatchObject({ code: "cannot-write" });
    await expect(checkWritable("folder", { cwd, force: true })).rejects.toMatchObject({ code: "cannot-write" });
  });
});

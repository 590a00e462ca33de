// A folder for tests to run the command in, as a user would, without another process.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createModel, flatten } from "neurite";
import { afterAll } from "vitest";
import { type FakeIoOptions, fakeIo } from "./fake-io";
import { run } from "./run";

/** What a run of the command came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with some files in it, also in folders of their own, which is removed after the tests. */
export interface TestFolder {
  readonly path: string;
  neurite(argv: readonly string[], options?: Omit<FakeIoOptions, "cwd">): Promise<Ran>;
  read(name: string): Promise<Buffer>;
}

/** Makes the folder. */
export async function testFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<TestFolder> {
  const path = await mkdtemp(join(tmpdir(), "neurite-"));
  afterAll(() => rm(path, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return {
    path,
    async neurite(argv, options) {
      const io = fakeIo({ ...options, cwd: path });
      const code = await run(argv, io);
      return { code, out: io.out(), err: io.err() };
    },
    read: (name) => readFile(join(path, name)),
  };
}

/** What models run on unless told otherwise, which the command cannot tell. */
export const engineHere = () => createModel(flatten(), { inputs: [1] }).backend.name;

/** A table of visits: a number that two columns tell together, and whether someone is a customer. */
export function visitsTable(rows = 60): string {
  const jobs = ["clerk", "nurse", "cook"];
  const lines = Array.from({ length: rows }, (_, i) => {
    const [age, hours] = [20 + ((i * 7) % 40), (i * 5) % 11];
    return [age, jobs[i % 3], hours, age * hours, (i * 5) % 11 > 5 ? "yes" : "no"].join(",");
  });
  return `age,job,hours,visits,customer\n${lines.join("\n")}\n`;
}

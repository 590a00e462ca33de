import { resolve } from "node:path";
import { type FitTableOptions, loadSnapshot, NeuriteError, saveSnapshot } from "neurite";
import { readFile } from "./files/read-file";
import { checkWritable, writeFile } from "./files/write-file";
import type { Io } from "./io";

/** How often a checkpoint is written, in seconds: often enough to lose little, seldom enough to cost nothing. */
const everySeconds = 5;

interface Paths {
  readonly kept: string | undefined;
  readonly resume: string | undefined;
}

/**
 * What `--checkpoint` and `--resume` mean to `fitTable`.
 *
 * A checkpoint replaces the one before it whole, by renaming, so that there is always one to go on from.
 */
export async function checkpointOptions(
  { kept, resume }: Paths,
  taken: readonly string[],
  io: Io,
): Promise<Pick<FitTableOptions<object>, "checkpoint" | "from">> {
  const clash = taken.find((path) => kept !== undefined && resolve(io.cwd, path) === resolve(io.cwd, kept));
  if (clash !== undefined) {
    throw new NeuriteError("usage", `${clash}: the checkpoint would replace it. Give --checkpoint another name.`);
  }
  const writing = { cwd: io.cwd, force: true };
  if (kept !== undefined) await checkWritable(kept, writing);
  const from = resume === undefined ? undefined : loadSnapshot((await readFile(resume, io)).bytes);
  return {
    ...(from && { from }),
    ...(kept !== undefined && {
      checkpoint: {
        save: (snapshot) => writeFile(kept, saveSnapshot(snapshot), writing),
        everySeconds,
        everyEpochs: 50,
      },
    }),
  };
}

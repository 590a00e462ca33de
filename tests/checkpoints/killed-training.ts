// A training that dies in the middle of writing its third checkpoint, as by a power cut.
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { saveSnapshot } from "neurite";
import { writeFile } from "../../apps/cli/src/files/write-file";
import { train } from "./training";

const folder = process.argv[2] ?? ".";
const force = { cwd: folder, force: true };
let written = 0;

/** How many bytes of a file under a temporary name there are. */
function halfWritten(): number {
  const part = readdirSync(folder).find((name) => name.endsWith(".part"));
  return part === undefined ? 0 : statSync(path.join(folder, part)).size;
}

await train({
  checkpoint: {
    save: async (snapshot) => {
      const bytes = saveSnapshot(snapshot);
      const writing = writeFile("run.checkpoint", bytes, force);
      if (++written === 3) {
        const look = (): void => {
          const size = halfWritten();
          if (size > 0 && size < bytes.length) process.kill(process.pid, "SIGKILL");
          setImmediate(look);
        };
        look();
      }
      await writing;
    },
  },
});

// Progress of anything that takes longer than a second: a bar on a terminal, now and then a line elsewhere. Always on stderr.
import cliProgress from "cli-progress";
import type { Io } from "../io";

const quietMilliseconds = 1000;
const lineMilliseconds = 5000;

/** A running piece of work. */
export interface Progress {
  /** Tells how many steps are done, with a word on how it goes. */
  update(done: number, note: string): void;
  /** Takes the bar away. */
  stop(): void;
}

/** Starts to show progress over `total` steps; nothing is seen in the first second. */
export function startProgress(label: string, total: number, io: Io): Progress {
  return io.stderr.isTTY === true && io.env.TERM !== "dumb" ? bar(label, total, io) : lines(label, total, io);
}

function bar(label: string, total: number, io: Io): Progress {
  const started = io.now();
  const single = new cliProgress.SingleBar({
    format: `${label} {bar} {value}/{total}  {note}`,
    barCompleteChar: "━",
    barIncompleteChar: "─",
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    // cli-progress asks for Node's stream type; on a terminal it is one.
    stream: io.stderr as NodeJS.WritableStream,
  });
  let shown = false;
  return {
    update(done, note) {
      if (!shown && io.now() - started < quietMilliseconds) return;
      if (shown) single.update(done, { note });
      else single.start(total, done, { note });
      shown = true;
    },
    stop() {
      if (shown) single.stop();
    },
  };
}

function lines(label: string, total: number, io: Io): Progress {
  let last = io.now() + quietMilliseconds - lineMilliseconds;
  return {
    update(done, note) {
      if (io.now() - last < lineMilliseconds) return;
      last = io.now();
      io.stderr.write(`${label} ${done}/${total}  ${note}\n`);
    },
    stop() {},
  };
}

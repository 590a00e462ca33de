#!/usr/bin/env node
// The command itself: this process's streams and signals around `run`.
import process from "node:process";
import type { Io } from "./io";
import { run } from "./run";

const broken = 130;
/** Milliseconds in which two signals are one press. */
const onePress = 300;

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
}

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  now: () => performance.now(),
  onInterrupt(listener) {
    // The first Ctrl-C asks nicely, a second one ends. Under npm one press may arrive twice at once.
    let asked: number | undefined;
    const interrupt = () => {
      if (asked !== undefined) {
        if (performance.now() - asked > onePress) process.exit(broken);
        return;
      }
      asked = performance.now();
      listener();
    };
    process.on("SIGINT", interrupt);
    return () => process.off("SIGINT", interrupt);
  },
};

process.exitCode = await run(process.argv.slice(2), io);

// Surroundings for tests: streams that remember, and a terminal whose keys are pressed beforehand.
import { PassThrough, Writable } from "node:stream";
import type { Io } from "./io";

/** An `Io` whose output can be read afterwards. */
export interface FakeIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

/** What a test wants to be different. */
export interface FakeIoOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly gitUser?: string;
  /** What is typed on a terminal, piece by piece; without it there is no terminal. */
  readonly typed?: readonly string[];
}

/** Makes surroundings that touch nothing but the folder given. */
export function fakeIo({ cwd = ".", env = {}, gitUser, typed }: FakeIoOptions = {}): FakeIo {
  const isTTY = typed !== undefined;
  const [stdout, stderr] = [remembering(isTTY), remembering(isTTY)];
  return {
    stdin: Object.assign(keyboard(typed ?? [], stdout.stream), { isTTY, setRawMode: () => {} }),
    stdout: stdout.stream,
    stderr: stderr.stream,
    cwd,
    env,
    year: 2031,
    gitUser: () => gitUser,
    out: stdout.text,
    err: stderr.text,
  };
}

function remembering(isTTY: boolean) {
  const pieces: string[] = [];
  const stream = new Writable({
    write(piece, _encoding, done) {
      pieces.push(String(piece));
      stream.emit("shown");
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns: 100 }), text: () => pieces.join("") };
}

/** Types the next piece each time that the screen has changed and everything waiting has been done. */
function keyboard(typed: readonly string[], screen: Writable) {
  const keys = new PassThrough();
  const left = [...typed];
  let soon = false;
  screen.on("shown", () => {
    if (soon || left.length === 0) return;
    soon = true;
    setImmediate(() => {
      soon = false;
      keys.write(left.shift());
    });
  });
  return keys;
}

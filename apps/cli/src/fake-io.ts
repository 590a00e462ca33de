// Surroundings for tests: streams that remember, a clock that stands still, a Ctrl-C to press.
import type { Io } from "./io";

/** An `Io` whose output can be read afterwards. */
export interface FakeIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
  /** Lets the clock go on. */
  readonly wait: (milliseconds: number) => void;
  readonly pressInterrupt: () => void;
}

/** What a test wants to be different. */
export interface FakeIoOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly terminal?: boolean;
}

/** Makes surroundings that touch nothing but the folder given. */
export function fakeIo({ cwd = ".", stdin = "", env = {}, terminal = false }: FakeIoOptions = {}): FakeIo {
  const out: string[] = [];
  const err: string[] = [];
  const listeners = new Set<() => void>();
  let time = 0;
  return {
    stdin: pieces(typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin),
    stdout: { write: (text: string) => out.push(text), isTTY: terminal, columns: 100 },
    stderr: { write: (text: string) => err.push(text), isTTY: terminal, columns: 100 },
    cwd,
    env,
    now: () => time,
    onInterrupt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    out: () => out.join(""),
    err: () => err.join(""),
    wait(milliseconds) {
      time += milliseconds;
    },
    pressInterrupt() {
      for (const listener of listeners) listener();
    },
  };
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += 1000) yield bytes.subarray(i, i + 1000);
}

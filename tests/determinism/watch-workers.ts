// Lets a script see the threads that the engine starts, and lets it have as many as it asks for on a machine of any size.

/** What was seen of threads. */
export interface Seen {
  /** Threads that were started, said that they listen, and ended. */
  started: number;
  listening: number;
  ended: number;
  /** How often one was told to run its part. */
  runs: number;
}

/** What is common to the workers of Node and of a page. */
interface AnyWorker {
  postMessage(message: unknown): void;
  terminate(): unknown;
  on?(event: "message" | "exit", listen: () => void): void;
  addEventListener?(event: "message", listen: () => void): void;
}

type Constructor = new (...args: readonly never[]) => AnyWorker;

const cores = 4;

/** Watches from now on. */
export function watchWorkers(): Seen {
  const seen: Seen = { started: 0, listening: 0, ended: 0, runs: 0 };
  const scope = globalThis as { Worker?: Constructor; process?: { getBuiltinModule?(name: string): object } };
  const { process } = scope;
  const builtin = process?.getBuiltinModule;
  if (process && builtin) {
    const threads = builtin.call(process, "node:worker_threads") as { Worker: Constructor };
    const replaced: Record<string, object> = {
      "node:worker_threads": { ...threads, Worker: watched(threads.Worker, seen) },
      "node:os": { ...builtin.call(process, "node:os"), availableParallelism: () => cores },
    };
    process.getBuiltinModule = (name) => replaced[name] ?? builtin.call(process, name);
  } else {
    if (scope.Worker) scope.Worker = watched(scope.Worker, seen);
    Object.defineProperty(navigator, "hardwareConcurrency", { value: cores });
  }
  return seen;
}

function watched(Base: Constructor, seen: Seen): Constructor {
  return class extends Base {
    constructor(...args: readonly never[]) {
      super(...args);
      seen.started++;
      const heard = () => {
        seen.listening++;
      };
      if (this.on) {
        this.on("message", heard);
        this.on("exit", () => {
          seen.ended++;
        });
      } else this.addEventListener?.("message", heard);
    }
    override postMessage(message: unknown): void {
      if (typeof message === "object" && message !== null && "times" in message) seen.runs++;
      super.postMessage(message);
    }
    override terminate(): unknown {
      if (!this.on) seen.ended++;
      return super.terminate();
    }
  };
}

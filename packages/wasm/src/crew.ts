/** Something like a worker, of Node or of a page. */
interface Worker {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** Threads that work on the memory of one program. */
export interface Crew {
  /** How many threads there are besides the caller's. */
  readonly size: number;
  /** Whether all of them listen. */
  ready(): boolean;
  /** Whether one has ended, or could not be started. */
  lost(): boolean;
  /** Lets them carry out their parts of an entry; they come to its first meeting by themselves. */
  run(module: WebAssembly.Module, times: number): void;
  end(): void;
}

/** What a thread does: takes modules and runs its part of them. Written for both kinds of workers, without imports. */
const script = `
const node = globalThis.process?.getBuiltinModule?.("node:worker_threads")?.parentPort;
const instances = [];
let memory, part;
const take = (m) => {
  if (m.memory) { memory = m.memory; part = m.part; (node ?? self).postMessage(0); return; }
  if (m.module) instances[m.id] = new WebAssembly.Instance(m.module, { env: { memory } });
  instances[m.id].exports["part" + part](m.times);
};
if (node) node.on("message", take); else onmessage = (event) => take(event.data);
`;

interface Process {
  getBuiltinModule?(name: "node:worker_threads"): {
    Worker: new (url: URL) => Worker & { unref(): void; on(event: string, listen: () => void): void };
  };
  getBuiltinModule?(name: "node:os"): { availableParallelism(): number };
}

/** How many threads this machine and this place allow: 1 where memory cannot be shared or the thread must not wait. */
export function mostThreads(): number {
  const scope = globalThis as { crossOriginIsolated?: boolean; document?: unknown; process?: Process };
  if (typeof SharedArrayBuffer === "undefined" || scope.crossOriginIsolated === false || scope.document !== undefined)
    return 1;
  const node = scope.process?.getBuiltinModule?.("node:os");
  if (node) return node.availableParallelism();
  return typeof Worker === "undefined" ? 1 : (globalThis.navigator?.hardwareConcurrency ?? 1);
}

/** Starts threads. They keep no process alive; whoever ends the crew, or lets go of its program, ends them. */
export function startCrew(memory: WebAssembly.Memory, size: number): Crew {
  let listening = 0;
  let failed = false;
  const heard = () => {
    listening++;
  };
  const gone = () => {
    failed = true;
  };
  const workers: Worker[] = [];
  try {
    for (let part = 1; part <= size; part++) {
      const worker = startWorker(heard, gone);
      workers.push(worker);
      worker.postMessage({ memory, part });
    }
  } catch {
    gone(); // a place may forbid threads by refusing to make them
  }
  const known = new Map<WebAssembly.Module, number>();
  return {
    size,
    ready: () => !failed && listening === size,
    lost: () => failed,
    run(module, times) {
      const id = known.get(module) ?? known.size;
      const message = known.has(module) ? { id, times } : { id, times, module };
      known.set(module, id);
      for (const worker of workers) worker.postMessage(message);
    },
    end() {
      failed = true;
      for (const worker of workers) worker.terminate();
    },
  };
}

function startWorker(heard: () => void, gone: () => void): Worker {
  const { process } = globalThis as { process?: Process };
  const node = process?.getBuiltinModule?.("node:worker_threads");
  if (node) {
    const worker = new node.Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
    worker.unref();
    worker.on("message", heard);
    worker.on("error", gone);
    worker.on("exit", gone);
    return worker;
  }
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new globalThis.Worker(url);
  worker.onmessage = heard;
  worker.onerror = gone;
  URL.revokeObjectURL(url);
  return worker;
}

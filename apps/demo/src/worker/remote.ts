// Calls to a worker: named functions on its side, promises on this one; progress, pause and stop go along.

/** What a worker's function gets beside its argument. */
export interface Call {
  /** Sends something on the way; the page may draw it. */
  report(value: unknown): void;
  /** Aborted when the page stops the call. */
  readonly signal: AbortSignal;
  /** Resolves at once, or when the page lets a paused call go on. */
  whilePaused(): Promise<void>;
}

export type Handlers = Readonly<Record<string, (argument: never, call: Call) => unknown>>;

type Order =
  | { readonly id: number; readonly name: string; readonly argument: unknown }
  | { readonly id: number; readonly control: "stop" | "pause" | "go" };
type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly report: unknown }
  | { readonly id: number; readonly error: { readonly message: string; readonly code?: string | undefined } };

interface Running {
  readonly stop: AbortController;
  paused: { readonly promise: Promise<void>; readonly go: () => void } | undefined;
}

/** The worker's side: answers calls until the worker ends. */
export function serve(handlers: Handlers): void {
  const running = new Map<number, Running>();
  const answer = (message: Answer) => self.postMessage(message);
  addEventListener("message", async ({ data }: MessageEvent<Order>) => {
    const { id } = data;
    if ("control" in data) {
      const call = running.get(id);
      if (data.control === "stop") {
        call?.stop.abort();
        call?.paused?.go();
      } else if (call && data.control === "pause") call.paused ??= gate();
      else if (call) {
        call.paused?.go();
        call.paused = undefined;
      }
      return;
    }
    const call: Running = { stop: new AbortController(), paused: undefined };
    running.set(id, call);
    try {
      const handler = handlers[data.name];
      if (!handler || !Object.hasOwn(handlers, data.name))
        throw new Error(`internal: no function "${data.name}" in this worker.`);
      const result = await handler(data.argument as never, {
        report: (value) => answer({ id, report: value }),
        signal: call.stop.signal,
        whilePaused: async () => call.paused?.promise,
      });
      answer({ id, result });
    } catch (error) {
      const { message, code } = error as Error & { readonly code?: string };
      answer({ id, error: { message, code } });
    } finally {
      running.delete(id);
    }
  });
}

function gate(): { readonly promise: Promise<void>; readonly go: () => void } {
  let go = () => {};
  const promise = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { promise, go };
}

/** A call that is under way. */
export interface Pending<Result> extends Promise<Result> {
  stop(): void;
  pause(): void;
  go(): void;
}

type Argument<F> = F extends (argument: infer A, ...rest: never[]) => unknown ? A : never;
type Result<F> = F extends (...all: never[]) => infer R ? Awaited<R> : never;

/** The page's side of a worker. */
export interface Remote<H> {
  call<Name extends keyof H & string>(
    name: Name,
    argument: Argument<H[Name]>,
    onReport?: (value: never) => void,
  ): Pending<Result<H[Name]>>;
  end(): void;
}

/** An error that a worker answered, with the code of the library's error. */
export class RemoteError extends Error {
  readonly code: string | undefined;
  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }
}

/** Speaks to a worker that `serve`s handlers of the type given. */
export function remote<H>(worker: Worker): Remote<H> {
  interface Waiting {
    resolve(value: unknown): void;
    reject(error: Error): void;
    onReport: ((value: never) => void) | undefined;
  }
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const call = waiting.get(data.id);
    if (!call) return;
    if ("report" in data) {
      call.onReport?.(data.report as never);
      return;
    }
    waiting.delete(data.id);
    if ("error" in data) call.reject(new RemoteError(data.error.message, data.error.code));
    else call.resolve(data.result);
  });
  worker.addEventListener("error", (event) => {
    for (const call of waiting.values()) call.reject(new Error(event.message));
    waiting.clear();
  });
  return {
    call(name, argument, onReport) {
      const id = ++last;
      const promise = new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, onReport });
        worker.postMessage({ id, name, argument } satisfies Order);
      });
      const control = (control: "stop" | "pause" | "go") => () => worker.postMessage({ id, control } satisfies Order);
      return Object.assign(promise, { stop: control("stop"), pause: control("pause"), go: control("go") }) as never;
    },
    end: () => worker.terminate(),
  };
}

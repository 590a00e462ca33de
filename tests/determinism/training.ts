// Trains the networks and tells what came out. Runs in Node, in a page and in a worker of a page.
import { engine } from "@neurite/wasm";
import { type Backend, fit, type Model } from "neurite";
import { type Case, cases } from "./networks";
import { warmBackend } from "./warm-backend";
import { type Seen, watchWorkers } from "./watch-workers";

/** What to train on. */
export interface Asked {
  /** Threads of the engine; what is there without saying anything, unless given. */
  readonly threads?: number;
  /** Whether threads are to be awake before the training begins, so that all of it is shared. */
  readonly warm?: boolean;
}

/** What came of it. */
export interface Trained {
  /** SHA-256 of all parameters of all networks. */
  readonly hash: string;
  /** The same for each network, to find out where results part. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly engines: readonly string[];
  readonly seen: Seen;
}

let seen: Seen | undefined;

/** Trains all networks. */
export async function trainAll({ threads, warm }: Asked): Promise<Trained> {
  seen ??= watchWorkers();
  const hashes: Record<string, string> = {};
  const engines: string[] = [];
  const whole: Uint8Array<ArrayBuffer>[] = [];
  for (const one of cases()) {
    const given = threads === undefined ? undefined : engine({ threads });
    const backend = given && warm ? await warmBackend(given, seen, (b) => train(one, b, 1)) : given;
    const { model, history } = await train(one, backend, one.options.epochs);
    const bytes = parameterBytes(model);
    hashes[one.name] = await sha256([bytes]);
    engines.push(history.engine);
    whole.push(bytes);
  }
  return { hash: await sha256(whole), hashes, engines, seen: { ...seen } };
}

function train({ network, data, options }: Case, backend: Backend | undefined, epochs: number) {
  return fit(network, data, { ...options, epochs, ...(backend && { backend }) });
}

function parameterBytes(model: Model): Uint8Array<ArrayBuffer> {
  const parts = [...model.weights].map(
    ([, { data }]) => new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength),
  );
  return joined(parts);
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function sha256(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", joined(parts));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

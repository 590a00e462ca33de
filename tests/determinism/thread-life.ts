// A script that starts threads and sees how they end; what it is to do is its argument, what it saw its output.
import { engine } from "@neurite/wasm";
import { type Executable, tensor } from "neurite";
import { watchWorkers } from "./watch-workers";

const seen = watchWorkers();

/** Timers of seconds are kept here instead of running: when they are over is decided below. */
const later: (() => void)[] = [];
const setTimer = globalThis.setTimeout;
globalThis.setTimeout = ((call: () => void, time = 0) => {
  if (time < 1000) return setTimer(call, time);
  later.push(call);
  return { unref() {} };
}) as typeof setTimeout;

const turn = () => new Promise((resolve) => setTimer(resolve, 1));

/** Lets the event loop go on until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}

function compile(): Executable {
  const type = { shape: [128, 128], dtype: "float32" } as const;
  const x = tensor.input("x", type);
  const step = { inputs: {}, outputs: {}, updates: { x: x.matmul(x).mul(0.5).add(0.001) } };
  return engine({ threads: 2 }).compile({ state: { x }, entries: { step } });
}

let executable: Executable | undefined = compile();

const work = async () => {
  const { runs } = seen;
  await until(() => {
    executable?.repeat("step", 1);
    return seen.runs > runs;
  });
};

await work();
const [, , what] = process.argv;
switch (what) {
  case "exit":
    // nothing is left to do, and the threads are there
    break;
  case "idle":
    later.at(-1)?.();
    await until(() => seen.ended === 1);
    await work();
    break;
  case "collected": {
    const { gc } = globalThis as { gc?(): void };
    executable = undefined;
    await until(() => {
      gc?.();
      return seen.ended === 1;
    });
    break;
  }
  default:
    throw new Error(`what to do: exit, idle or collected, not ${what}`);
}
process.on("exit", () => {
  // so long the program was needed, except where it was let go of
  executable?.read("x");
  console.log(JSON.stringify(seen));
});

// One experiment: what was chosen, the training that runs beside the page, its frames, and which one is shown.
import { untrack } from "svelte";
import { type SharedColumns, sharedColumns } from "../../table/shared-columns";
import { type Pending, RemoteError, remote } from "../../worker/remote";
import type { PlaygroundWorker } from "../playground.worker";
import { isEnough } from "../sets/drawn-set";
import type { PlaneSet } from "../sets/plane-set";
import { planeSet } from "../sets/plane-sets";
import { trainingSteps } from "../training/frame-steps";
import type { Settings } from "../training/settings";
import { type StraightLine, straightLine } from "../training/straight-line";
import type { Frame, Trained } from "../training/train-network";
import { afterPaint } from "./after-paint";

export type Status = "ready" | "running" | "paused" | "ended" | "stopped";

/** A run that was kept beside the present one. */
export interface Pinned {
  readonly settings: Settings;
  readonly frames: readonly Frame[];
}

/** Numbers change at most so often while a training runs, so that they can be read: in milliseconds. */
const readable = 250;

export function createExperiment(first: Settings, firstStart?: Float32Array) {
  const worker = remote<PlaygroundWorker>(
    new Worker(new URL("../playground.worker.ts", import.meta.url), { type: "module" }),
  );
  let settings = $state.raw(first);
  /** What the frames belong to: new choices count from the first frame on that was made with them. */
  let of = $state.raw<{ readonly settings: Settings; readonly set: PlaneSet | undefined }>();
  let frames = $state.raw<readonly Frame[]>([]);
  let place = $state(0);
  let follows = $state(true);
  let status = $state<Status>("ready");
  let problem = $state<string>();
  let goal = $state(trainingSteps);
  let engine = $state<string>();
  let pinned = $state.raw<Pinned>();
  /** Weights that the reader set; those of the seed unless so. */
  let start = $state.raw(firstStart);
  /** Two columns of a table and a target. */
  let shared = $state.raw(sharedColumns.value);
  /** While a weight is dragged: what it does before it is let go. */
  let tried = $state.raw<Frame>();
  /** The frame whose numbers stand on the page, and the frames up to now, as they were then: at most four times a second. */
  let read = $state.raw<Frame>();
  let drawnFrames = $state.raw<readonly Frame[]>([]);
  let running: Pending<Trained> | undefined;
  /** Counts beginnings, so that what belongs to an earlier one is dropped. */
  let round = 0;
  let latestLook = 0;
  let readTimer: ReturnType<typeof setTimeout> | undefined;
  const readSoon = afterPaint();

  // derived from the parts it needs, so that a new rate does not make a new set
  const set = $derived<PlaneSet | undefined>(planeSet(settings.set, settings.drawn, shared));
  const canTrain = $derived(set !== undefined && (settings.set !== "drawn" || isEnough(settings.drawn)));
  const line = $derived<StraightLine | undefined>(of?.set && frames.length > 0 ? lineOf(of.set) : undefined);
  const shown = $derived<Frame | undefined>(tried ?? frames[place]);

  function showReadable(): void {
    readTimer ??= setTimeout(readNow, readable);
    if (status !== "running") readNow();
  }

  function readNow(): void {
    clearTimeout(readTimer);
    readTimer = undefined;
    read = shown;
    drawnFrames = frames;
  }

  function stop(): void {
    running?.stop();
    running?.go();
    running = undefined;
    round += 1;
  }

  /** Back to the start; trains on from there if it is told to. */
  async function begin(run: boolean): Promise<void> {
    stop();
    const mine = round;
    problem = undefined;
    tried = undefined;
    status = "ready";
    goal = trainingSteps;
    if (!set || !canTrain) {
      frames = [];
      place = 0;
      of = { settings, set };
      readNow();
      return;
    }
    try {
      const frame = await worker.call("begin", { settings, set, start });
      if (mine !== round) return;
      of = { settings, set };
      frames = [frame];
      place = 0;
      follows = true;
      readNow();
      if (run) await trainTo(goal, false);
    } catch (error) {
      if (mine !== round) return;
      fail(error);
    }
  }

  async function trainTo(step: number, hurry: boolean): Promise<void> {
    const mine = round;
    status = "running";
    problem = undefined;
    follows = true;
    place = Math.max(0, frames.length - 1);
    const call = worker.call("trainTo", { step, hurry }, (frame: Frame) => {
      if (mine !== round) return;
      if (frame.step > (frames.at(-1)?.step ?? -1)) frames = [...frames, frame];
      if (follows) place = frames.length - 1;
      showReadable();
    });
    running = call;
    try {
      const end = await call;
      if (mine !== round) return;
      engine = end.engine;
      problem = end.problem;
      status = end.problem === undefined ? (end.step >= goal ? "ended" : "paused") : "stopped";
    } catch (error) {
      if (mine !== round) return;
      fail(error);
    }
    running = undefined;
    readNow();
  }

  function fail(error: unknown): void {
    status = "stopped";
    problem = error instanceof RemoteError || error instanceof Error ? error.message : String(error);
    readNow();
  }

  return {
    get settings() {
      return settings;
    },
    /** What is shown: the choices that the frames were made with. */
    get of() {
      return of;
    },
    get canTrain() {
      return canTrain;
    },
    get line() {
      return line;
    },
    /** The line through the set that is chosen, whose first frame may still be under way. */
    get lineOfChoice(): StraightLine | undefined {
      return set && lineOf(set);
    },
    get frames() {
      return frames;
    },
    get place() {
      return place;
    },
    get shown() {
      return shown;
    },
    get read() {
      return read;
    },
    /** The frame that is spoken of beside the scrubber: at once where it was moved by hand. */
    get said(): Frame | undefined {
      return status === "running" && follows ? read : shown;
    },
    /** The frames as they are drawn: those that there were when `read` was taken. */
    get drawnFrames() {
      return drawnFrames;
    },
    get status() {
      return status;
    },
    get problem() {
      return problem;
    },
    get goal() {
      return goal;
    },
    get engine() {
      return engine;
    },
    get pinned() {
      return pinned;
    },
    /** The weights that the reader started from; undefined where the seed decides. */
    get ownStart() {
      return start;
    },
    get shared() {
      return shared;
    },
    /** The frame of the pinned run at the step that is shown, or its last one before. */
    get pinnedFrame(): Frame | undefined {
      const step = shown?.step ?? 0;
      return pinned?.frames.findLast((frame) => frame.step <= step) ?? pinned?.frames[0];
    },
    /** Another choice: everything begins anew from the same start, and goes on training if it did. */
    change(next: Partial<Settings>, run: boolean, ownStart?: Float32Array): void {
      const before = settings;
      settings = { ...settings, ...next };
      const sameShape =
        before.set === settings.set &&
        before.layers.map(({ units }) => units).join() === settings.layers.map(({ units }) => units).join();
      if (!sameShape || next.seed !== undefined) start = ownStart;
      if (pinned && pinned.settings.set !== settings.set) pinned = undefined;
      untrack(() => void begin(run));
    },
    begin: (run: boolean) => untrack(() => void begin(run)),
    train(): void {
      if (status === "paused" && running) {
        running.go();
        status = "running";
        return;
      }
      const last = frames.at(-1)?.step ?? 0;
      if (last >= goal) goal = last + trainingSteps;
      void trainTo(goal, false);
    },
    pause(): void {
      running?.pause();
      status = "paused";
      readNow();
    },
    async step(): Promise<void> {
      if (running) {
        running.stop();
        running.go();
        await running.catch(() => undefined);
      }
      const last = frames.at(-1)?.step ?? 0;
      await trainTo(last + 1, true);
    },
    scrub(to: number): void {
      tried = undefined;
      place = Math.min(frames.length - 1, Math.max(0, to));
      follows = place === frames.length - 1;
      readSoon(readNow);
    },
    /** Shows what other weights do, while they are dragged. */
    async tryWeights(weights: Float32Array): Promise<void> {
      const mine = ++latestLook;
      if (status === "running") this.pause();
      const frame = await worker.call("look", weights);
      if (mine !== latestLook) return;
      tried = frame;
      readNow();
    },
    /** Takes columns of a table in, which the set "table" is made of. */
    takeColumns(columns: SharedColumns, run: boolean): void {
      sharedColumns.handOver(columns);
      shared = columns;
      if (settings.set === "table") untrack(() => void begin(run));
    },
    /** The weights that are shown become the start. */
    startHere(): void {
      if (!shown) return;
      start = shown.weights;
      void begin(false);
    },
    /** The weights that the seed decides become the start again. */
    startAsSeeded(): void {
      start = undefined;
      void begin(false);
    },
    pin(): void {
      if (of) pinned = { settings: of.settings, frames };
    },
    unpin(): void {
      pinned = undefined;
    },
    /** The held-out scores of other networks from several starts, each at its end. */
    ends(setups: readonly Settings[]): Promise<readonly number[]> {
      return worker.call("ends", {
        setups: setups.map((one) => ({ settings: one, set: set as PlaneSet })),
        steps: trainingSteps,
      });
    },
    end(): void {
      stop();
      clearTimeout(readTimer);
      worker.end();
    },
  };
}

export type Experiment = ReturnType<typeof createExperiment>;

function lineOf(set: PlaneSet): StraightLine | undefined {
  try {
    return straightLine(set);
  } catch {
    // a table of one group only, or of one row: there is nothing to compare with
    return undefined;
  }
}

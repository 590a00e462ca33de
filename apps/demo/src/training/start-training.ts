import { type Remote, remote } from "../worker/remote";
import type { TrainingHandlers } from "./training.worker";

/** Starts a worker that trains; whoever starts one ends it. */
export function startTraining(): Remote<TrainingHandlers> {
  return remote<TrainingHandlers>(new Worker(new URL("./training.worker.ts", import.meta.url), { type: "module" }));
}

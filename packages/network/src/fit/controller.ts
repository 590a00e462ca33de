import type { Json, Snapshot } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import type { Epoch } from "./history";

/** What `fit` keeps between epochs besides the program's state; part of a snapshot. */
export interface Controller {
  readonly epochs: readonly Epoch[];
  readonly controls: Json;
  /** What a minimizer remembers. */
  readonly memory?: Json;
}

type Fields = { readonly [key: string]: Json };

const isFields = (json: Json | undefined): json is Fields =>
  typeof json === "object" && json !== null && !Array.isArray(json);
const isNumber = (json: Json | undefined): json is number => typeof json === "number";
const isWatched = (json: Json | undefined) =>
  isFields(json) && (json.best === null || isNumber(json.best)) && isNumber(json.bestEpoch) && isNumber(json.wait);
const isEpoch = (json: Json) => isFields(json) && isNumber(json.epoch) && isNumber(json.loss);

/** The controller in a snapshot, which may come from a file. Throws `bad-data` where it is none. */
export function controllerOf({ controller, epoch }: Snapshot): Controller {
  const { epochs, controls } = isFields(controller) ? controller : {};
  const { stopping, keeping, plateau } = isFields(controls) ? controls : {};
  const level = plateau === null || (isFields(plateau) && isWatched(plateau.watched) && isNumber(plateau.learningRate));
  const listed = Array.isArray(epochs) && epochs.every(isEpoch) && epochs.length === epoch;
  if (listed && isWatched(stopping) && isWatched(keeping) && level) return controller as unknown as Controller;
  throw new NeuriteError(
    "bad-data",
    "fit: the snapshot's memory of its epochs is damaged. Go on from another snapshot, as fit or loadSnapshot gave it.",
  );
}

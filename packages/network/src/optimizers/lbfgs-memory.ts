import type { Json } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import type { Curvature } from "./curvature";

/** All that L-BFGS knows besides the point where it stands. */
export interface LbfgsMemory {
  /** How far the last step went in the weight that moved most, or in the loss if that is less; `null` before the first. */
  readonly progress: number | null;
  /** What the last steps taught, the oldest first. */
  readonly history: readonly Curvature[];
}

/** Plain data for a file. */
export function writeMemory({ progress, history }: LbfgsMemory): Json {
  return { progress, history: history.map(({ step, change }) => ({ step, change })) };
}

/** What a file holds; throws `bad-file` where it is not what was written for so many parameters. */
export function readMemory(written: Json | undefined, parameters: number): LbfgsMemory {
  if (written === undefined || written === null) return { progress: null, history: [] };
  const { progress, history } = fieldsOf(written);
  if (!(progress === null || typeof progress === "number") || !Array.isArray(history)) throw wrong(parameters);
  const numbers = (list: Json | undefined) => {
    const whole = Array.isArray(list) && list.length === parameters && list.every((x) => typeof x === "number");
    if (!whole) throw wrong(parameters);
    return list as readonly number[];
  };
  return {
    progress,
    history: history.map((written: Json) => {
      const { step, change } = fieldsOf(written);
      return { step: numbers(step), change: numbers(change) };
    }),
  };
}

function fieldsOf(written: Json): { readonly [key: string]: Json } {
  return typeof written === "object" && written !== null && !Array.isArray(written)
    ? (written as { readonly [key: string]: Json })
    : {};
}

function wrong(parameters: number): NeuriteError {
  return new NeuriteError(
    "bad-file",
    `lbfgs: "memory" should be what an earlier step gave for ${parameters} parameters, got something else. Go on with the network it was written for, or without it.`,
  );
}

// Measures how fast this machine is, off the main thread.
import { engineProblem, interpreter, wasm } from "neurite";
import { serve } from "../../worker/remote";
import { measureSpeed } from "./measure-speed";

const handlers = {
  measure: ({ bursts, seconds }: { readonly bursts: number; readonly seconds: number }) =>
    measureSpeed(engineProblem() === undefined ? wasm : interpreter, bursts, seconds, () => performance.now() / 1000),
};

export type SpeedHandlers = typeof handlers;

serve(handlers);

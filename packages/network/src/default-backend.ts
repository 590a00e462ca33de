import { type Backend, interpreter } from "@neurite/tensor";
import { engineProblem, wasm } from "@neurite/wasm";

/** What everything runs on unless told otherwise, where it can. */
const preferred: Backend = wasm;

let chosen: Backend | undefined;

/**
 * What everything runs on unless told otherwise: the compiled engine, or the interpreter where the engine cannot run.
 *
 * The latter is told once by `console.warn`, since it is many times slower.
 */
export function defaultBackend(): Backend {
  chosen ??= chooseBackend(engineProblem(), showWarning);
  return chosen;
}

/** The choice without its memory. */
export function chooseBackend(problem: string | undefined, warn: (message: string) => void): Backend {
  if (problem === undefined) return preferred;
  warn(
    `neurite: the compiled engine cannot run here: ${problem}. The interpreter takes over: the same answers up to rounding, many times slower. Pass { backend: interpreter } to have it without this warning.`,
  );
  return interpreter;
}

function showWarning(message: string): void {
  // biome-ignore lint/suspicious/noConsole: a slowness that nobody asked for has nowhere else to be told
  console.warn(message);
}

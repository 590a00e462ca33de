import { type Backend, engine, engineProblem, interpreter } from "neurite";

/** What trains and looks: the compiled engine on one thread, since the networks are small. */
export function smallBackend(): Backend {
  return engineProblem() === undefined ? engine({ threads: 1 }) : interpreter;
}

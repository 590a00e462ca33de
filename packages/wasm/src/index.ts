export { type EngineOptions, engine, wasm } from "./engine";
export { engineProblem } from "./engine-problem";

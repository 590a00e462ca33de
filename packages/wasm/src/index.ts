export { wasm } from "./engine";
export { engineProblem } from "./engine-problem";

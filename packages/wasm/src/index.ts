export { engineProblem } from "./engine-problem";

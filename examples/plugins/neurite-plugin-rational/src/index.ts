export { coefficients } from "./coefficients";
export { type FitPadeOptions, fitPade } from "./fit-pade";
export { type PadeOptions, pade } from "./pade";
export { plugin } from "./plugin";
export type { Coefficients, StartForm } from "./start-forms";

export { parameterLimit } from "./check-parameter";
export { type Config, isRef, type Json, type Ref } from "./config";
export type { Activation, AnyLayer, Layer } from "./layer";
export { numberOption } from "./number-option";
export { partOption } from "./part-option";
export type { Category, Made, Plugin, Reviver } from "./plugin";
export { type ConfigReader, readConfig } from "./read-config";
export { createRegistry, type KindsOf, type Origin, type Registry, type Revival } from "./registry";
export type {
  Constraint,
  Initializer,
  ParameterSpec,
  Regularizer,
  Scope,
  StateSpec,
} from "./scope";
export { type Place, type Request, type Slot, type Trace, type TraceOptions, trace } from "./trace";
export type {
  Loss,
  Metric,
  Minimizer,
  Optimizer,
  Schedule,
  Snapshot,
  Update,
} from "./training";

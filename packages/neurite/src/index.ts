export * from "@neurite/activations";
export * from "@neurite/layers";
export * from "@neurite/network";
export * from "@neurite/plugin";
export * from "@neurite/regression";
export * from "@neurite/serialization";
export * from "@neurite/tabular";
/** The whole of `@neurite/tensor`, for those who build graphs by hand. */
export * as tensor from "@neurite/tensor";
export {
  type Backend,
  type Data as TypedArrayData,
  type DType,
  type ErrorCode,
  type Executable,
  evaluate,
  gradient,
  interpreter,
  type Key,
  NeuriteError,
  nearestName,
  type Program,
  type Shape,
  scan,
  Tensor,
  type Type,
  type Value,
  value,
} from "@neurite/tensor";
export { type EngineOptions, engine, engineProblem, wasm } from "@neurite/wasm";
export { builtins } from "./builtins";
export { fromNodeWeights, type NodeActivations } from "./from-node-weights";
export { type NamedNode, type NodeWeights, nodeLayers } from "./node-layers";

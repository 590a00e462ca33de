export { checkProgram, missingInput, unknownName } from "./check-program";
export { allFinite, and, expm1, greater, log1p, not, oneHot, or } from "./compose";
export { cosineOfTurn, naturalLog } from "./elementary";
export { NeuriteError } from "./error";
export type { ErrorCode } from "./error-code";
export { createExecutable } from "./executable";
export { gradient, pullback } from "./gradient";
export { type Graph, order } from "./graph";
export { interpreter } from "./interpreter";
export { deriveKey, type Key, permutation, seedKey, uniformAt } from "./key";
export { logGamma, stirlingCorrection } from "./log-gamma";
export { nearestName } from "./nearest-name";
export { type Attributes, elementwise, type Inputs, type OpName } from "./op";
export type { Backend, Entry, Executable, Program } from "./program";
export { bits, derive, keyTensor, normal, uniform } from "./random";
export { read } from "./read";
export { rowTemplate } from "./rows";
export { checkValue, evaluate, runGraph } from "./run";
export { type Scanned, type ScanStep, scan } from "./scan";
export {
  axesOf,
  broadcastShapes,
  checkShape,
  formatShape,
  type Shape,
  sameShape,
  sizeOf,
  stridesOf,
} from "./shape";
export { simplify } from "./simplify";
export { concat, constant, input, iota, stack } from "./source";
export { remake, substitute } from "./substitute";
export { type AnyNode, dimensions, type Node, type Operand, type Reduction, Tensor } from "./tensor";
export {
  allocate,
  type Data,
  type DType,
  dtypeOf,
  filled,
  formatType,
  isFloat,
  type Nested,
  type Type,
  type Value,
  value,
  zeros,
} from "./value";
export { within } from "./within";
export { type Written, type WrittenNumber, write } from "./written";

import { linear, sigmoid, softmax } from "@neurite/activations";
import { binaryCrossEntropy, categoricalCrossEntropy, meanSquaredError } from "@neurite/network";
import type { Activation, Loss } from "@neurite/plugin";
import type { Value } from "@neurite/tensor";
import type { TargetEncoder } from "./encoder";
import { encodeClasses, encodeNumbers } from "./target-encoder";
import type { TypedColumn } from "./typed-column";

/** The last layer of a network and the loss that goes with it. */
export interface OutputHead {
  readonly units: number;
  readonly activation: Activation;
  readonly loss: Loss;
}

/** Standardised targets further out than this are drawn in, as inputs are. */
const furthest = 1e6;

/** One linear unit for a number, one sigmoid unit for two classes, a softmax with a unit for each of more (or for a single one, which is then certain). */
export function outputHead(target: TargetEncoder): OutputHead {
  if (target.task === "regression") return { units: 1, activation: linear, loss: meanSquaredError };
  const { length } = target.labels;
  return length === 2
    ? { units: 1, activation: sigmoid, loss: binaryCrossEntropy() }
    : { units: length, activation: softmax(), loss: categoricalCrossEntropy() };
}

/** Whether there is nothing to learn: every training row has the same target. */
export function isConstant(target: TargetEncoder): boolean {
  return target.task === "regression" ? target.deviation === 0 : target.labels.length === 1;
}

/** The target of the rows given as the head's loss takes it: standardised numbers, 0 and 1, or the index of the class. */
export function encodeTarget(target: TargetEncoder, column: TypedColumn, rows: Int32Array): Value {
  const shape = [rows.length, 1];
  if (target.task === "regression") {
    const numbers = encodeNumbers(target, column, rows);
    const data = Float32Array.from(numbers, (z) => Math.min(furthest, Math.max(-furthest, z)));
    return { shape, dtype: "float32", data };
  }
  const classes = encodeClasses(target, column, rows);
  if (target.labels.length === 2) return { shape, dtype: "float32", data: Float32Array.from(classes) };
  return { shape: [rows.length], dtype: "int32", data: classes };
}

import type { Operation } from "./operation";

/** A formula, or a part of one, as it was understood. */
export type Expression = Figure | Named | Operated;

/** A number that the text gives. */
export interface Figure {
  readonly kind: "figure";
  readonly value: number;
}

/** The input or a trained number. */
interface Named {
  readonly kind: "named";
  readonly name: string;
}

export interface Operated {
  readonly kind: "operated";
  readonly operation: Operation;
  readonly operands: readonly Expression[];
}

export function figure(value: number): Figure {
  return { kind: "figure", value };
}

export function operated(operation: Operation, ...operands: readonly Expression[]): Operated {
  return { kind: "operated", operation, operands };
}

/** Whether it is a comparison. */
export function isCondition(expression: Expression): boolean {
  return expression.kind === "operated" && expression.operation.compares === true;
}

import { constant, type DType, type Operand, type Tensor } from "@neurite/tensor";
import type { Expression, Operated } from "./expression";
import type { Operation } from "./operation";

/** The graph of an expression, as one would write it by hand: numbers stay numbers where a method takes them. */
export function buildFormula(body: Expression, values: ReadonlyMap<string, Tensor>, dtype: DType): Tensor {
  return asTensor(asNumber(build(body, values, dtype), dtype), dtype);
}

/** Long sums lean to the left, and down that side it is a loop: only what the parser counts as nesting recurs. */
function build(expression: Expression, values: ReadonlyMap<string, Tensor>, dtype: DType): Operand {
  const above: Operated[] = [];
  let inner = expression;
  while (inner.kind === "operated") {
    above.push(inner);
    inner = inner.operands[0] as Expression;
  }
  let built: Operand = inner.kind === "figure" ? inner.value : (values.get(inner.name) as Tensor);
  for (const { operation, operands } of above.reverse()) {
    const others = operands.slice(1).map((operand) => build(operand, values, dtype));
    built = applied(operation, [built, ...others], dtype);
  }
  return built;
}

function applied(operation: Operation, operands: readonly Operand[], dtype: DType): Tensor {
  const isCondition = (i: number) => operation.operands[i] === "condition";
  const parts = operands.map((part, i) => (isCondition(i) ? part : asNumber(part, dtype)));
  if (operation.commutes && typeof parts[0] === "number") parts.reverse();
  // a method, or a choice, needs a tensor in front; functions of numbers alone are left to the backend, whose bits are the same everywhere
  const front = isCondition(0) ? 1 : 0;
  parts[front] = asTensor(parts[front] as Operand, dtype);
  return operation.build(...(parts as [Tensor, Operand, Operand])); // as many as it has names for
}

/** A condition as 1 where it holds and 0 elsewhere; numbers as they are. */
function asNumber(part: Operand, dtype: DType): Operand {
  return typeof part !== "number" && part.dtype === "bool" ? part.cast(dtype) : part;
}

function asTensor(part: Operand, dtype: DType): Tensor {
  return typeof part === "number" ? constant(part, dtype) : part;
}

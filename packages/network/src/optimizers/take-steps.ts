import type { Optimizer } from "@neurite/plugin";
import { allocate, constant, type DType, evaluate, type Shape, sizeOf, type Value, value } from "@neurite/tensor";

/** What a test leads an optimizer through. */
export interface Course {
  readonly start: readonly number[];
  /** The shape of the parameter; one axis unless told otherwise. */
  readonly shape?: Shape;
  readonly gradients: readonly (readonly number[])[];
  readonly learningRate: number;
  readonly dtype?: DType;
  readonly decay?: boolean;
}

/** For tests: the parameter after each of some steps with given gradients, the state starting at 0 as in a training. */
export function takeSteps(
  optimizer: Optimizer,
  { start, shape = [start.length], gradients, learningRate, dtype = "float64", decay = true }: Course,
): readonly (readonly number[])[] {
  let parameter = value(start, { dtype, shape });
  let state = new Map<string, Value>();
  for (const [slot, type] of Object.entries(optimizer.state(parameter))) {
    state.set(slot, { ...type, data: allocate(type.dtype, sizeOf(type.shape)) });
  }
  return gradients.map((gradient, step) => {
    const next = optimizer.update({
      parameter: constant(parameter),
      gradient: constant(gradient, dtype, shape),
      state: Object.fromEntries([...state].map(([slot, held]) => [slot, constant(held)])),
      learningRate: constant(learningRate, dtype),
      step: constant(step, "float64"),
      decay,
    });
    const slots = Object.keys(next.state);
    const values = evaluate([next.parameter, ...Object.values(next.state)]);
    parameter = values[0] as Value;
    state = new Map(slots.map((slot, i) => [slot, values[i + 1] as Value]));
    return [...parameter.data];
  });
}

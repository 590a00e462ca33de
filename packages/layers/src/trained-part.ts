import {
  type Config,
  type Constraint,
  type Initializer,
  partOption,
  type Regularizer,
  type Scope,
} from "@neurite/plugin";
import type { Shape, Tensor } from "@neurite/tensor";

/** The options of one parameter of a layer, under the names that are behind the parameter's own: `weights` has `weightsInitializer`. */
export interface TrainedPartOptions {
  readonly initializer: Initializer;
  readonly regularizer?: Regularizer | undefined;
  readonly constraint?: Constraint | undefined;
  /** False for biases, which weight decay leaves alone. */
  readonly decay?: false;
}

/** A parameter whose options have been checked: what a file keeps of them, and the way to ask for it. */
export interface TrainedPart {
  readonly config: { readonly [option: string]: Config };
  ask(scope: Scope, shape: Shape): Tensor;
}

/** Checks the options of a parameter; asked for, it adds its penalty and hands on its constraint. */
export function trainedPart(kind: string, name: string, options: TrainedPartOptions): TrainedPart {
  const { initializer, regularizer, constraint, decay } = options;
  partOption(kind, `${name}Initializer`, initializer, "sample");
  if (regularizer) partOption(kind, `${name}Regularizer`, regularizer, "apply");
  if (constraint) partOption(kind, `${name}Constraint`, constraint, "apply");
  return {
    config: {
      [`${name}Initializer`]: initializer,
      ...(regularizer && { [`${name}Regularizer`]: regularizer }),
      ...(constraint && { [`${name}Constraint`]: constraint }),
    },
    ask: (scope, shape) => {
      const parameter = scope.parameter(name, {
        shape,
        initializer,
        ...(decay === false && { decay }),
        ...(constraint && { constraint }),
      });
      if (regularizer) scope.penalty(regularizer.apply(parameter));
      return parameter;
    },
  };
}

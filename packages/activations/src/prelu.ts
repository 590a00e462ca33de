import { type Activation, numberOption } from "@neurite/plugin";
import { leaky } from "./leaky";
import { startAt } from "./start-at";

export interface PreluOptions {
  /** The slope that training starts from: 0.25 unless told otherwise. */
  readonly slope?: number | undefined;
  /** One slope for each column of the last axis instead of one for all: false unless told otherwise. */
  readonly perChannel?: boolean | undefined;
}

/**
 * A leaky relu whose slope is trained.
 *
 * Formula: `f(x) = x` where `x > 0`, else `slope · x`. Shapes: any, kept; the parameter `slope` is `[]`, or `[channels]` with
 * `perChannel`. Weight decay leaves it alone, since it would pull the slope to 0. Throws `bad-argument` for a slope that is not finite.
 * Source: He, Zhang, Ren and Sun, "Delving deep into rectifiers" (2015).
 *
 * @example
 * ```ts
 * import { prelu } from "@neurite/activations";
 *
 * console.log(prelu({ perChannel: true }).config); // → { slope: 0.25, perChannel: true }
 * ```
 */
export function prelu({ slope = 0.25, perChannel = false }: PreluOptions = {}): Activation {
  numberOption("prelu", "slope", slope);
  return {
    kind: "prelu",
    config: { slope, perChannel },
    apply: (x, scope) => {
      const shape = perChannel ? x.shape.slice(-1) : [];
      const trained = scope.parameter("slope", { shape, initializer: startAt(slope), decay: false });
      return leaky(x, trained);
    },
  };
}

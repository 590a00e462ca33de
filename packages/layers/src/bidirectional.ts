import { type AnyLayer, partOption } from "@neurite/plugin";
import { concat, constant, formatShape, NeuriteError, type Tensor } from "@neurite/tensor";

export interface BidirectionalOptions {
  /** Whether what both give stands side by side, or is added up: "concatenate" unless told otherwise. */
  readonly merge?: "concatenate" | "sum" | undefined;
}

/**
 * A recurrent layer and its twin with weights of its own, which reads the sequence from its end.
 *
 * Formula: `[layer(x), reversed(twin(reversed(x)))]`, so that both outputs of a step stand side by side; where the layer gives one vector
 * for a sequence, the last of both. Shapes: input `[rows, steps, inputs]`, and perhaps the first states of the layer and then those of its
 * twin; output as that of the layer with its last axis twice as long, or as it is with `merge: "sum"`; its states follow, and then its twin's.
 * The parameters are those of the layer below `forward` and `backward`. Throws `bad-argument` for what is no layer.
 * Source: Schuster and Paliwal, "Bidirectional recurrent neural networks" (1997).
 *
 * @example
 * ```ts
 * import { bidirectional, lstm } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const months = input("months", { shape: [5, 12, 2], dtype: "float32" });
 * const layer = bidirectional(lstm({ units: 8, returnSequences: true }));
 * const [output] = trace(layer, [months], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 5, 12, 16 ]
 * ```
 */
export function bidirectional(layer: AnyLayer, { merge = "concatenate" }: BidirectionalOptions = {}): AnyLayer {
  partOption("bidirectional", "layer", layer, "apply");
  if (merge !== "concatenate" && merge !== "sum") {
    throw new NeuriteError(
      "bad-argument",
      `bidirectional: "merge" should be "concatenate" or "sum", got ${JSON.stringify(merge)}. Choose one of the two.`,
    );
  }
  const twin: AnyLayer = Object.create(layer); // another object, so that its weights are its own
  return {
    kind: "bidirectional",
    config: { layer, merge },
    arity: "any",
    apply: ([x, ...states]: readonly Tensor[], scope) => {
      if (x?.shape.length !== 3 || states.length % 2 === 1) {
        throw new NeuriteError(
          "bad-shape",
          `bidirectional: the input should be [rows, steps, features], alone or with equally many states for both directions, got ${[x, ...states].map((t) => formatShape(t?.shape ?? [])).join(" and ")}. Reshape it.`,
        );
      }
      const half = states.length / 2;
      const forward = scope.childOutputs("forward", layer, [x, ...states.slice(0, half)]);
      const backward = scope.childOutputs("backward", twin, [backwards(x), ...states.slice(half)]);
      const [there, back] = [forward[0] as Tensor, backward[0] as Tensor];
      const aligned = back.shape.length === 3 ? backwards(back) : back;
      const merged = merge === "sum" ? there.add(aligned) : concat([there, aligned], -1);
      return forward.length === 1 ? merged : [merged, ...forward.slice(1), ...backward.slice(1)];
    },
  };
}

/** The steps of `[rows, steps, features]` from the last to the first. */
function backwards(x: Tensor): Tensor {
  const steps = x.shape[1] ?? 0;
  const order = Int32Array.from({ length: steps }, (_, i) => steps - 1 - i);
  return x.gather(constant(order, "int32"), 1);
}

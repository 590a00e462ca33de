// PyTorch's recurrent modules hold several layers and both directions at once; here they are layers on top of one another.
import { bidirectional } from "@neurite/layers";
import { trace } from "@neurite/plugin";
import { stack, type Tensor } from "@neurite/tensor";
import { made } from "./made";
import type { Given } from "./problem";

export interface StackOptions {
  readonly layers: number;
  readonly bidirectional: boolean;
  readonly activation: string | undefined;
}

/** The outputs `y`, `h_n` and, of an lstm, `c_n`; without names of the batch first, all as in PyTorch. */
export function recurrentStack(
  kind: "gru" | "lstm" | "simpleRnn",
  given: Given,
  { layers, bidirectional: both, activation }: StackOptions,
): Readonly<Record<string, Tensor>> {
  const { symbol, has, one, dtype } = given;
  const names = kind === "lstm" ? ["h", "c"] : ["h"];
  const units = symbol("weight_hh_l0").shape[1];
  const directions = both ? ["", "_reverse"] : [""];
  const last = names.map((): Tensor[] => []);
  let x = symbol("x");
  for (let at = 0; at < layers; at++) {
    const layer = made("layer", kind, {
      units,
      returnSequences: true,
      returnState: true,
      useBias: has("bias_ih_l0"),
      useRecurrentBias: has("bias_ih_l0"),
      activation,
    });
    const tensors = directions.flatMap((suffix) => {
      const path = both ? (suffix === "" ? "forward/" : "backward/") : "";
      const parameter = (name: string) => symbol(`${name}_l${at}${suffix}`);
      const weights = [
        [`${path}weights`, parameter("weight_ih").transpose()],
        [`${path}recurrentWeights`, parameter("weight_hh").transpose()],
      ] as const;
      const biases = [
        [`${path}bias`, "bias_ih"],
        [`${path}recurrentBias`, "bias_hh"],
      ] as const;
      return [...weights, ...(has("bias_ih_l0") ? biases.map(([ours, name]) => [ours, parameter(name)] as const) : [])];
    });
    const states = has("h0")
      ? directions.flatMap((_, d) => names.map((name) => slab(symbol(`${name}0`), at * directions.length + d)))
      : [];
    const { outputs } = trace(both ? bidirectional(layer) : layer, [x, ...states], {
      training: one.mode !== "eval",
      dtype,
      tensors: new Map(tensors),
    });
    const [y, ...ends] = outputs as readonly [Tensor, ...Tensor[]];
    x = y;
    ends.forEach((end, i) => {
      last[i % names.length]?.push(end);
    });
  }
  return { y: x, ...Object.fromEntries(names.map((name, i) => [`${name}_n`, stack(last[i] ?? [])])) };
}

/** One of `[layers · directions, rows, units]`. */
function slab(states: Tensor, at: number): Tensor {
  const [, rows = 0, units = 0] = states.shape;
  return states.slice([at, 0, 0], [1, rows, units]).reshape([rows, units]);
}

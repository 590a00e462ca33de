// PyTorch's functions as neurite's activations.
import { trace } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import { made, mapped } from "./made";
import type { Solve } from "./problem";
import { type Taken, takeConfig } from "./take-config";

interface Mapping {
  readonly kind: string;
  /** neurite's options of PyTorch's. */
  readonly options?: (config: Taken) => Parameters<typeof made>[2];
}

const axis = (config: Taken) => ({ axis: config.number("axis") ?? config.number("dim") });
const fixed = (names: readonly string[]) => (config: Taken) => {
  for (const name of names) config.number(name); // neurite's kind has PyTorch's defaults built in
  return {};
};

/** By the part of the id behind "activation/". */
const table: Readonly<Record<string, Mapping>> = {
  celu: { kind: "celu", options: (config) => ({ alpha: config.number("alpha") }) },
  elu: { kind: "elu", options: (config) => ({ alpha: config.number("alpha") }) },
  gelu: { kind: "gelu", options: (config) => ({ approximate: config.text("approximate") }) },
  gelu_exact: { kind: "gelu", options: (config) => ({ approximate: config.text("approximate") }) },
  gelu_tanh: { kind: "gelu", options: (config) => ({ approximate: config.text("approximate") ?? "tanh" }) },
  glu: { kind: "glu", options: (config) => lastAxisOnly(config) },
  hardshrink: { kind: "hardShrink", options: (config) => ({ threshold: config.number("lambd") }) },
  hardsigmoid: { kind: "hardSigmoid" },
  hardswish: { kind: "hardSilu" },
  hardtanh: {
    kind: "hardTanh",
    options: (config) => ({ min: config.number("min_val"), max: config.number("max_val") }),
  },
  identity: { kind: "linear" },
  leaky_relu: { kind: "leakyRelu", options: (config) => ({ slope: config.number("negative_slope") }) },
  log_softmax: { kind: "logSoftmax", options: axis },
  logsigmoid: { kind: "logSigmoid" },
  mish: { kind: "mish" },
  prelu: {
    kind: "prelu",
    options: (config) => {
      config.number("init");
      config.number("num_parameters");
      return { perChannel: true }; // one slope is a channel that all share
    },
  },
  relu: { kind: "relu" },
  relu6: { kind: "relu6" },
  selu: { kind: "selu", options: fixed(["alpha", "scale"]) },
  sigmoid: { kind: "sigmoid" },
  silu: { kind: "silu" },
  softmax: { kind: "softmax", options: axis },
  softmin: { kind: "softmin", options: axis },
  // PyTorch gives x itself beyond its threshold
  softplus: {
    kind: "softplus",
    options: (config) => ({ beta: config.number("beta"), threshold: config.number("threshold") }),
  },
  softshrink: { kind: "softShrink", options: (config) => ({ threshold: config.number("lambd") }) },
  softsign: { kind: "softsign" },
  swish: { kind: "silu" },
  tanh: { kind: "tanh" },
  tanhshrink: { kind: "tanhShrink" },
  threshold: {
    kind: "thresholdedRelu",
    options: (config) => {
      if ((config.number("value") ?? 0) !== 0)
        throw new Error("threshold: thresholdedRelu gives 0 below, no other value.");
      return { theta: config.number("threshold") };
    },
  },
};

function lastAxisOnly(config: Taken) {
  const at = config.number("axis") ?? config.number("dim") ?? -1;
  if (at !== -1) throw new Error(`glu: the axis ${at} has no mapping.`);
  return {};
}

/** An activation applied as it is, with its trained parameter where there is one. */
export const solveActivation: Solve = ({ vector, one, dtype, symbol, has }) => {
  const { kind, options } = mapped(table, vector.id.replace("activation/", ""));
  const config = takeConfig(vector, one);
  const activation = made("activation", kind, options?.(config));
  config.end();
  const x = symbol("x");
  const host = {
    kind: "host",
    apply: ([t]: readonly [Tensor], scope: Parameters<typeof activation.apply>[1]) => activation.apply(t, scope),
  };
  const slope = has("weight") ? [["slope", symbol("weight").broadcast(x.shape.slice(-1))] as const] : [];
  const { outputs } = trace(host, [x], { training: one.mode !== "eval", dtype, tensors: new Map(slope) });
  return { outputs: { y: outputs[0] as Tensor } };
};

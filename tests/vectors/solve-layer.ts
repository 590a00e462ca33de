// PyTorch's modules as neurite's layers. Weights are carried over inside the graph, so that gradients come out in PyTorch's layout.
import { type AnyLayer, trace } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import { channelsLast, channelsSecond, kernelLast } from "./layouts";
import { made, mapped } from "./made";
import type { Given, Solve } from "./problem";
import { recurrentStack } from "./recurrent-stack";
import { type Taken, takeConfig } from "./take-config";

/** A layer applied to tensors, its parameters and state given by path. */
function applied(
  { one, dtype }: Given,
  layer: AnyLayer,
  inputs: readonly Tensor[],
  tensors: Readonly<Record<string, Tensor>>,
) {
  return trace(layer, inputs, { training: one.mode !== "eval", dtype, tensors: new Map(Object.entries(tensors)) });
}

/** The symbols that there are, under neurite's names. */
function present({ has, symbol }: Given, names: Readonly<Record<string, string>>): Record<string, Tensor> {
  const found = Object.entries(names).filter(([, name]) => has(name));
  return Object.fromEntries(found.map(([ours, name]) => [ours, symbol(name)]));
}

const first = ({ outputs }: { readonly outputs: readonly Tensor[] }): Tensor => outputs[0] as Tensor;
/** Dropout draws other numbers than PyTorch; only what it does when predicting can be compared. */
const dropout: SolveLayer = (given, config) => {
  if (given.one.mode !== "eval") throw new Error(`${given.vector.id}: random numbers have no mapping.`);
  const layer = made("layer", "dropout", { rate: config.number("p") });
  return { outputs: { y: first(applied(given, layer, [given.symbol("x")], {})) } };
};

const scaleAndBias = { scale: "weight", bias: "bias" };
const useScaleAndBias = (given: Given) => ({ useScale: given.has("weight"), useBias: given.has("bias") });

type SolveLayer = (given: Given, config: Taken) => ReturnType<Solve>;

const linear: SolveLayer = (given, config) => {
  config.flag("bias");
  config.number("in_features");
  const weights = given.symbol("weight").transpose();
  const options = { units: weights.shape[1], useBias: given.has("bias") };
  config.number("out_features");
  const tensors = { weights, ...present(given, { bias: "bias" }) };
  return { outputs: { y: first(applied(given, made("layer", "dense", options), [given.symbol("x")], tensors)) } };
};

const embedding: SolveLayer = (given) => {
  const weights = given.symbol("weight");
  const layer = made("layer", "embedding", { categories: weights.shape[0], units: weights.shape[1] });
  return { outputs: { y: first(applied(given, layer, [given.symbol("ids")], { weights })) } };
};

const batchNorm: SolveLayer = (given, config) => {
  const layer = made("layer", "batchNormalization", {
    updateRate: config.number("momentum"),
    epsilon: config.number("eps"),
    ...useScaleAndBias(given),
  });
  const names = { ...scaleAndBias, mean: "running_mean", variance: "running_var" };
  const tensors = present(given, names);
  const done = applied(given, layer, [channelsLast(given.symbol("x"))], tensors);
  return {
    outputs: { y: channelsSecond(first(done)) },
    buffers: {
      running_mean: (done.updates.get("mean") ?? tensors.mean) as Tensor,
      running_var: (done.updates.get("variance") ?? tensors.variance) as Tensor,
    },
  };
};

const groupNorm: SolveLayer = (given, config) => {
  const x = given.symbol("x");
  config.number("num_channels");
  const groups = config.number("num_groups") ?? config.number("groups") ?? x.shape[1];
  const layer = made("layer", "groupNormalization", {
    groups,
    epsilon: config.number("eps"),
    ...useScaleAndBias(given),
  });
  config.flag("affine");
  return {
    outputs: { y: channelsSecond(first(applied(given, layer, [channelsLast(x)], present(given, scaleAndBias)))) },
  };
};

const layerNorm: SolveLayer = (given, config) => {
  const axes = (config.sizes("normalized_shape", 1) ?? given.symbol("weight").shape).length;
  const layer = made("layer", "layerNormalization", { axes, epsilon: config.number("eps"), ...useScaleAndBias(given) });
  config.flag("elementwise_affine");
  config.flag("bias");
  return { outputs: { y: first(applied(given, layer, [given.symbol("x")], present(given, scaleAndBias))) } };
};

const rmsNorm: SolveLayer = (given, config) => {
  config.sizes("normalized_shape", 1);
  const layer = made("layer", "rmsNormalization", {
    epsilon: config.number("eps") ?? 2 ** -52, // PyTorch's default is the machine epsilon
    useScale: given.has("weight"),
  });
  return { outputs: { y: first(applied(given, layer, [given.symbol("x")], present(given, { scale: "weight" }))) } };
};

/** For one axis a number, for two a pair, as neurite's options have it. */
function plain(sizes: readonly number[] | undefined, axes: number) {
  return axes === 1 ? sizes?.[0] : sizes && [...sizes];
}

const convolution =
  (axes: number): SolveLayer =>
  (given, config) => {
    const weight = given.symbol("weight");
    const per = (name: string) => {
      const sizes = config.sizesOrWord(name, axes);
      return typeof sizes === "string" ? sizes : plain(sizes, axes);
    };
    for (const name of ["in_channels", "out_channels"]) config.number(name);
    for (const name of ["kernel", "kernel_size"]) config.sizes(name, axes); // all three are the shape of the weight
    config.flag("bias");
    const size = weight.shape.slice(2);
    const layer = made("layer", axes === 1 ? "conv1d" : "conv2d", {
      filters: weight.shape[0],
      kernelSize: axes === 1 ? size[0] : [...size],
      stride: per("stride"),
      padding: per("padding"),
      dilation: per("dilation"),
      groups: config.number("groups"),
      useBias: given.has("bias"),
    });
    const tensors = { weights: kernelLast(weight), ...present(given, { bias: "bias" }) };
    return { outputs: { y: channelsSecond(first(applied(given, layer, [channelsLast(given.symbol("x"))], tensors))) } };
  };

const pooling =
  (kind: "max" | "average"): SolveLayer =>
  (given, config) => {
    const x = given.symbol("x");
    const axes = config.number("dims") ?? x.shape.length - 2;
    const per = (name: string) => {
      return plain(config.sizes(name, axes), axes);
    };
    const layer = made("layer", `${kind}Pooling${axes}d`, {
      kernelSize: per("kernel") ?? per("kernel_size"),
      stride: per("stride"),
      padding: per("padding"),
      ...(kind === "average" && { countPadding: config.flag("count_include_pad") ?? true }),
    });
    return { outputs: { y: channelsSecond(first(applied(given, layer, [channelsLast(x)], {}))) } };
  };

const recurrent =
  (kind: "gru" | "lstm" | "simpleRnn"): SolveLayer =>
  (given, config) => {
    for (const name of ["batch_first", "bias"]) config.flag(name);
    for (const name of ["gate_order", "gates"]) config.text(name);
    for (const name of ["input_size", "hidden_size", "input", "hidden"]) config.number(name);
    const options = {
      layers: config.number("num_layers") ?? 1,
      bidirectional: config.flag("bidirectional") ?? false,
      activation: kind === "simpleRnn" ? (config.text("nonlinearity") ?? "tanh") : undefined,
    };
    return { outputs: recurrentStack(kind, given, options) };
  };

/** By the part of the id behind "layer/". */
const table: Readonly<Record<string, SolveLayer>> = {
  avgpool: pooling("average"),
  avgpool1d: pooling("average"),
  avgpool2d: pooling("average"),
  batchnorm1d: batchNorm,
  batchnorm2d: batchNorm,
  conv1d: convolution(1),
  conv2d: convolution(2),
  dropout,
  embedding,
  groupnorm: groupNorm,
  gru: recurrent("gru"),
  instancenorm: groupNorm, // as many groups as channels, where no number is told
  layernorm: layerNorm,
  linear,
  lstm: recurrent("lstm"),
  maxpool: pooling("max"),
  maxpool1d: pooling("max"),
  maxpool2d: pooling("max"),
  rmsnorm: rmsNorm,
  rnn: recurrent("simpleRnn"),
  rnn_tanh: recurrent("simpleRnn"),
};

/** A layer with PyTorch's weights. */
export const solveLayer: Solve = (given) => {
  const config = takeConfig(given.vector, given.one);
  const solved = mapped(table, given.vector.id.replace("layer/", ""))(given, config);
  config.end();
  return solved;
};

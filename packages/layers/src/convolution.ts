import { linear } from "@neurite/activations";
import { type Activation, type Layer, partOption } from "@neurite/plugin";
import { NeuriteError, type Shape, type Tensor } from "@neurite/tensor";
import { featureAxis } from "./feature-axis";
import { type WeightsAndBiasOptions, weightsAndBias } from "./weights-and-bias";
import { wholeOption } from "./whole-option";
import { type PerAxis, paddingOption, perAxis, sizesConfig } from "./window-options";
import { gatherWindows, padded, windowsOver } from "./windows";

/** The options of a convolution; `N` is one number, or one or a pair for two axes. */
export interface ConvolutionOptions<N extends PerAxis> extends WeightsAndBiasOptions {
  /** How many filters, which is the number of channels of the output. */
  readonly filters: number;
  /** How many positions a filter sees at once along each axis. */
  readonly kernelSize: N;
  /** By how much a filter moves: 1 unless told otherwise. */
  readonly stride?: N | undefined;
  /**
   * How many zeros stand on both sides, none ("valid"), or as many as give `side / stride` windows, rounded up ("same"; where that is an odd
   * number, the one more stands behind, as in Keras): "valid" unless told otherwise.
   */
  readonly padding?: N | "same" | "valid" | undefined;
  /** How far apart the positions are that a filter sees: 1 unless told otherwise. */
  readonly dilation?: N | undefined;
  /** Into how many parts channels and filters are split, each part of the filters seeing its part of the channels: 1 unless told otherwise. */
  readonly groups?: number | undefined;
  /** Applied to the sums: `linear` unless told otherwise. */
  readonly activation?: Activation | undefined;
}

/** Convolutions along one axis and along two differ in the number of axes alone: one gather of all windows and one matrix product. */
export function convolution(kind: string, axes: number, options: ConvolutionOptions<PerAxis>): Layer {
  const { filters, groups = 1, activation = linear } = options;
  wholeOption(kind, "filters", filters);
  wholeOption(kind, "groups", groups);
  partOption(kind, "activation", activation, "apply");
  const sizes = {
    kernelSize: perAxis(kind, "kernelSize", options.kernelSize, axes),
    stride: perAxis(kind, "stride", options.stride ?? 1, axes),
    dilation: perAxis(kind, "dilation", options.dilation ?? 1, axes),
    padding: paddingOption(kind, options.padding ?? "valid", axes),
  };
  checkGroups(kind, "filters", filters, groups);
  const { weights, bias, config } = weightsAndBias(kind, options);
  return {
    kind,
    config: { filters, ...sizesConfig(sizes), groups, activation, ...config },
    apply: ([x], scope) => {
      const channels = featureAxis(kind, x);
      checkGroups(kind, "channels", channels, groups);
      const windows = windowsOver(kind, x, sizes);
      const kernel = weights.ask(scope, [...sizes.kernelSize, channels / groups, filters]);
      const sums = windowsTimes(gatherWindows(...padded(x, windows)), kernel, groups).reshape([
        ...x.shape.slice(0, 1),
        ...windows.map(({ positions }) => positions.length),
        filters,
      ]);
      return scope.activate("activation", activation, bias ? sums.add(bias.ask(scope, [filters])) : sums);
    },
  };
}

/** `[rows, windows, positions, channels]` times the kernel `[...kernelSize, channels / groups, filters]`, as `[rows · windows, filters]`. */
function windowsTimes(seen: Tensor, kernel: Tensor, groups: number): Tensor {
  const [rows = 0, count = 0, positions = 0, channels = 0] = seen.shape;
  const filters = kernel.shape.at(-1) ?? 0;
  const inputs = positions * (channels / groups);
  if (groups === 1) return seen.reshape([rows * count, inputs]).matmul(kernel.reshape([inputs, filters]));
  // the groups become the leading axis of one matrix product
  const split: Shape = [rows, count, positions, groups, channels / groups];
  const left = seen.reshape(split).transpose([3, 0, 1, 2, 4]);
  const right = kernel.reshape([inputs, groups, filters / groups]).transpose([1, 0, 2]);
  const sums = left.reshape([groups, rows * count, inputs]).matmul(right);
  return sums.transpose([1, 0, 2]).reshape([rows * count, filters]);
}

function checkGroups(kind: string, name: string, count: number, groups: number): void {
  if (count % groups === 0) return;
  throw new NeuriteError(
    "bad-argument",
    `${kind}: the ${name} should be a multiple of the ${groups} groups, got ${count}. Change one of them.`,
  );
}

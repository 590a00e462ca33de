// `trace --weights`: the article's networks, a few nodes without biases, in float64.
import { type ForwardTrace, fromNodeWeights, type NamedNode, NeuriteError } from "neurite";
import { activationOption } from "../activation-option";
import { readFile } from "../files/read-file";
import type { Io } from "../io";
import type { PluginFlags } from "../plugins/plugin-option";
import { openRegistry } from "../registry";
import { colorsFor } from "../terminal/colors";
import { layerActivations } from "./layer-activations";
import { readNodeWeights } from "./read-node-weights";
import { traceLines } from "./trace-text";

/** What `trace --weights` is told. */
export interface TraceWeightsFlags extends PluginFlags {
  readonly weights: string;
  readonly input?: readonly number[];
  readonly activation: string;
  readonly outputActivation: string;
  readonly top?: number;
  readonly json?: boolean;
}

/** Traces one row through the nodes of a weights file. */
export async function traceWeights(flags: TraceWeightsFlags, io: Io): Promise<void> {
  const { input } = flags;
  if (input === undefined) {
    throw new NeuriteError("usage", "trace: --weights needs the numbers to start from. Pass them as in --input 2,3.");
  }
  const registry = await openRegistry(flags.plugin, io);
  const activation = activationOption(flags.activation, "--activation", registry);
  const outputActivation = activationOption(flags.outputActivation, "--output-activation", registry);
  const { bytes, name } = await readFile(flags.weights, io);
  const { weights, layers } = readNodeWeights(bytes, name);
  const expected = layers[0]?.[0]?.weights.length;
  if (expected !== input.length) {
    throw new NeuriteError(
      "usage",
      `--input: the first nodes of ${name} have ${expected} weights, got ${input.length} numbers. Give one number for each weight.`,
    );
  }
  const model = fromNodeWeights(weights, { activation, outputActivation });
  const trace = model.trace([input]);
  if (flags.json) {
    io.stdout.write(`${JSON.stringify({ engine: model.backend.name, ...traceObject(trace, input, layers) })}\n`);
    return;
  }
  const colors = colorsFor(io.stdout, io);
  const unitName = (layer: number, unit: number) => layers[layer]?.[unit]?.name ?? "";
  const result = (trace.outputs[0] ?? []).join("  ");
  io.stdout.write(
    [
      `input   ${input.join("  ")}`,
      "",
      ...traceLines(trace, { unitName, activations: layerActivations(model), top: flags.top ?? Infinity }, colors),
      `result  ${colors.bold(result)}`,
      "",
    ].join("\n"),
  );
}

/** The object of `--json`. */
function traceObject(trace: ForwardTrace, input: readonly number[], layers: readonly (readonly NamedNode[])[]) {
  const [result = []] = trace.outputs;
  return {
    input,
    nodes: trace.layers.flatMap((layer, at) =>
      (layer.units ?? []).map((unit, i) => ({
        name: layers[at]?.[i]?.name,
        products: unit.terms,
        sum: unit.sum,
        activation: layer.activation,
        output: unit.output,
      })),
    ),
    result: result.length === 1 ? result[0] : result,
  };
}

import { type Activation, type Model, tensor, trace } from "neurite";
import { oneLine } from "../terminal/one-line";

/** The activations of each layer, by its path. */
export type LayerActivations = ReadonlyMap<string, readonly Activation[]>;

/** Applies a model's network once, to see which activations its layers apply. */
export function layerActivations({ network, inputs, dtype }: Model): LayerActivations {
  const row = inputs.map((type, i) => tensor.input(`input ${i}`, { shape: [1, ...type.shape], dtype: type.dtype }));
  const { places } = trace(network, row, { training: false, dtype });
  const found = new Map<string, Set<Activation>>();
  for (const { path, category } of places) if (category === "layer") found.set(path, new Set());
  for (const { path, category, applied } of places) {
    if (category === "activation") innermost(path, found)?.add(applied as Activation);
  }
  return new Map([...found].map(([path, activations]) => [path, [...activations]]));
}

/** What is kept for the innermost layer around a place. */
function innermost<T>(path: string, layers: ReadonlyMap<string, T>): T | undefined {
  for (let above = path; above !== ""; above = above.slice(0, Math.max(0, above.lastIndexOf("/")))) {
    const layer = layers.get(above);
    if (layer !== undefined) return layer;
  }
  return layers.get("");
}

/** The text of an activation that is a formula, short: without the start values of its trained numbers. */
export function formulaText({ kind, config }: Activation): string | undefined {
  return kind === "formula" && typeof config === "string" ? oneLine(config.replace(/^.*;/s, "").trim()) : undefined;
}

import type { AnyLayer } from "@neurite/plugin";
import { type DType, formatShape, type Shape, sizeOf, type Type } from "@neurite/tensor";
import { traceRows } from "./trace-rows";

/** One layer of a summary. */
export interface SummaryLayer {
  readonly path: string;
  readonly kind: string;
  /** How many layers it stands inside. */
  readonly depth: number;
  /** What one row of its output looks like. */
  readonly output: Shape;
  /** Numbers that training changes, in it and the layers inside it. */
  readonly parameters: number;
}

/** What a network is made of. */
export interface Summary {
  readonly layers: readonly SummaryLayer[];
  /** Numbers that training changes. */
  readonly parameters: number;
  /** Numbers that are kept but not changed by the optimizer. */
  readonly fixed: number;
  /** The summary as a table for people. */
  toString(): string;
}

/** Reads the layers of a network off one application of it. */
export function summarize(network: AnyLayer, inputs: readonly Type[], dtype: DType): Summary {
  const { traced } = traceRows(network, inputs, dtype, 1);
  const sizes = (trainable: boolean) =>
    [...traced.parameters.values()]
      .filter(({ spec }) => (spec.trainable ?? true) === trainable)
      .reduce((sum, { tensor }) => sum + sizeOf(tensor.shape), 0);
  const layers = traced.places
    .filter(({ category, depth }) => category === "layer" && depth > 0)
    .map((place) => {
      const own = new Map(
        place.requests.flatMap((r) =>
          r.type === "parameter" && (r.spec.trainable ?? true) ? [[r.path, r.tensor] as const] : [],
        ),
      );
      return {
        path: place.path,
        kind: place.applied.kind,
        depth: place.depth,
        output: place.outputs[0]?.shape.slice(1) ?? [],
        parameters: [...own.values()].reduce((sum, t) => sum + sizeOf(t.shape), 0),
      };
    });
  const stateSize = [...traced.state.values()].reduce((n, { tensor }) => n + sizeOf(tensor.shape), 0);
  const summary = { layers, parameters: sizes(true), fixed: sizes(false) + stateSize };
  return { ...summary, toString: () => formatSummary(summary) };
}

function formatSummary({ layers, parameters, fixed }: Omit<Summary, "toString">): string {
  const rows = layers.map(({ path, output, parameters: count, depth }) => [
    `${"  ".repeat(depth - 1)}${path}`,
    formatShape(["rows", ...output] as unknown as Shape),
    String(count),
  ]);
  const table = [["layer", "output", "parameters"], ...rows];
  const widths = [0, 1, 2].map((c) => Math.max(...table.map((row) => row[c]?.length ?? 0)));
  const lines = table.map(
    ([path = "", output = "", count = ""]) =>
      `${path.padEnd(widths[0] ?? 0)}  ${output.padEnd(widths[1] ?? 0)}  ${count.padStart(widths[2] ?? 0)}`,
  );
  const kept = fixed > 0 ? `, and ${fixed} numbers kept but not trained` : "";
  return [...lines, `${parameters} parameters${kept}`].join("\n");
}

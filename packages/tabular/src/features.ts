import type { CategoryEncoder, DateCycle, InputEncoder } from "./encoder";

/** One column of the float matrix, and what it says about which column of the table. */
export interface Feature {
  readonly name: string;
  /** The column of the table; null for the one feature of a table that has none. */
  readonly column: string | null;
  readonly part: FeaturePart;
}

/** What of its column a feature says. */
export type FeaturePart =
  | { readonly is: "value" }
  | { readonly is: "missing" }
  | { readonly is: "level"; readonly level: string }
  | { readonly is: "other" }
  | { readonly is: "cycle"; readonly cycle: DateCycle; readonly wave: "sin" | "cos" }
  | { readonly is: "nothing" };

/** A category that is encoded as an index. */
export interface EmbeddedCategory {
  readonly column: string;
  /** How many indices there are; index 0 is for missing, unseen and rare values. */
  readonly size: number;
  /** How many numbers a vector should have: the root of the size, from 2 to 16. */
  readonly width: number;
}

/**
 * The features of the float matrix in their order: those of each column side by side.
 *
 * Never empty: where no column varies, there is one feature that is 0 in every row, so that a network has an input.
 */
export function featuresOf(inputs: readonly InputEncoder[]): readonly Feature[] {
  const features = inputs.flatMap(featuresOfInput);
  return features.length > 0 ? named(features) : [{ name: "nothing", column: null, part: { is: "nothing" } }];
}

/** Columns may be called "a" and "a missing": a name that is taken gets a number. */
function named(features: readonly Feature[]): readonly Feature[] {
  const taken = new Set<string>();
  return features.map((feature) => {
    let name = feature.name;
    for (let n = 2; taken.has(name); n++) name = `${feature.name} (${n})`;
    taken.add(name);
    return name === feature.name ? feature : { ...feature, name };
  });
}

/** The embedded categories in the order of the index matrix. */
export function embeddedOf(inputs: readonly InputEncoder[]): readonly EmbeddedCategory[] {
  return inputs.filter(isEmbedded).map(({ column, levels }) => {
    const size = levels.length + 1;
    return { column, size, width: Math.min(16, Math.max(2, Math.ceil(Math.sqrt(size)))) };
  });
}

/** Whether a column is encoded as an index that says something. */
export function isEmbedded(input: InputEncoder): input is CategoryEncoder {
  return input.kind === "category" && input.form === "embedding" && input.levels.length > 0;
}

/** The features of one column; none where it does not vary. */
export function featuresOfInput(input: InputEncoder): readonly Feature[] {
  const { column } = input;
  const value: Feature = { name: column, column, part: { is: "value" } };
  const marks: Feature[] = [];
  if (input.kind !== "category" && input.missing) {
    marks.push({ name: `${column} missing`, column, part: { is: "missing" } });
  }
  switch (input.kind) {
    case "number":
      return input.deviation === 0 ? marks : [value, ...marks];
    case "boolean":
      return input.share === 0 || input.share === 1 ? marks : [value, ...marks];
    case "date": {
      const cycles = input.cycles.flatMap((cycle) =>
        (["sin", "cos"] as const).map(
          (wave): Feature => ({ name: `${column} ${cycle} ${wave}`, column, part: { is: "cycle", cycle, wave } }),
        ),
      );
      return input.deviation === 0 ? marks : [value, ...cycles, ...marks];
    }
    case "category": {
      if (input.form === "embedding" || input.levels.length + (input.other ? 1 : 0) < 2) return [];
      const levels = input.levels.map(
        (level): Feature => ({ name: `${column}=${level}`, column, part: { is: "level", level } }),
      );
      return input.other ? [...levels, { name: `${column} other`, column, part: { is: "other" } }] : levels;
    }
    default:
      return input satisfies never;
  }
}

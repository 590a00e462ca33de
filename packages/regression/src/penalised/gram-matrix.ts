import { dot } from "./standard-rows";

/** Z'Z of columns z, a column at a time as it is asked for: most columns never enter a fit. */
export interface GramMatrix {
  readonly column: (j: number) => Float64Array;
}

/** Remembers every column of Z'Z that was asked for. */
export function gramMatrix(columns: readonly Float64Array[]): GramMatrix {
  const known: (Float64Array | undefined)[] = columns.map(() => undefined);
  return {
    column: (j) => {
      const found = known[j];
      if (found !== undefined) return found;
      const z = columns[j] as Float64Array;
      const made = Float64Array.from(columns, (other, i) => known[i]?.[j] ?? dot(z, other));
      known[j] = made;
      return made;
    },
  };
}

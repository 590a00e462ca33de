/** A number that texts or tests quote. */
export interface Figure {
  /** To twelve digits, so that the last bits of no engine matter. */
  readonly is: number;
  /** How far from it another implementation may come out from the same numbers; 0 where nothing is rounded. */
  readonly within: number;
}

/** Figures of one kind by name. */
export type Figures = Readonly<Record<string, Figure>>;

export function figure(value: number, within: number): Figure {
  if (!Number.isFinite(value)) throw new Error(`internal: a figure should be a number, got ${value}.`);
  return { is: Number(value.toPrecision(12)), within };
}

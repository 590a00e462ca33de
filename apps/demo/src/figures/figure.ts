/** A number that texts or tests quote. */
export interface Figure {
  /** To ten digits, so that the last bits of no engine matter. */
  readonly is: number;
  /** How far from it another implementation may come out, or a text that is rounded; 0 where there is nothing to choose. */
  readonly within: number;
}

/** Figures of one kind by name. */
export type Figures = Readonly<Record<string, Figure>>;

export function figure(value: number, within: number): Figure {
  if (!Number.isFinite(value)) throw new Error(`internal: a figure should be a number, got ${value}.`);
  return { is: Number(value.toPrecision(10)), within };
}

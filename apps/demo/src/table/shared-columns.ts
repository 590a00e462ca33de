// What the page of your table hands over to the playground: two columns and a target, as numbers. It stays in this tab.

/** A column of a table, as numbers. */
export interface SharedColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** Two columns that predict a third. */
export interface SharedColumns {
  /** What the table is called. */
  readonly table: string;
  readonly inputs: readonly [SharedColumn, SharedColumn];
  readonly target: SharedColumn;
  /** How many of the first rows are learnt from; the others are held out. */
  readonly trainRows: number;
}

let handedOver: SharedColumns | undefined;

export const sharedColumns = {
  get value(): SharedColumns | undefined {
    return handedOver;
  },
  handOver(columns: SharedColumns): void {
    handedOver = columns;
  },
};

/** What may stand between two cells. */
export type Delimiter = "," | ";" | "\t" | "|";

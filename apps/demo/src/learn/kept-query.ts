/** A kept state that is a query, as those of chapters 3 and 4 are; nothing where it is none. */
export function keptQuery(kept: unknown): URLSearchParams | undefined {
  return typeof kept === "string" ? new URLSearchParams(kept) : undefined;
}

// The small change of messages: quoted names, counted nouns, lists that end.

/** A name or cell in quotes, on one line, cut off when long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}

/** `1 row`, `2 rows`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** `"a", "b" and "c"`; more than `limit` are counted. */
export function list(names: readonly string[], limit = 20): string {
  const shown = names.slice(0, limit).map(quote);
  const left = names.length - shown.length;
  if (left > 0) return `${shown.join(", ")} and ${left} more`;
  const last = shown.pop() ?? "none";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

// A built-in table and what was chosen of it, in the address.
import type { Choice } from "./choice";

export type BuiltInName = "bikes" | "customers";

const lists = ["ignore", "categories", "numbers"] as const;

/** What stands in the address: which built-in table, and what of its first choice was changed. */
export function parseTableQuery(query: URLSearchParams): {
  readonly data: BuiltInName;
  readonly changed: Partial<Choice>;
} {
  const data = query.get("data") === "customers" ? "customers" : "bikes";
  const target = query.get("target");
  const changed: Partial<Choice> = {
    ...(target !== null && { target }),
    ...Object.fromEntries(
      lists.flatMap((list) => (query.has(list) ? [[list, query.getAll(list).filter((name) => name !== "")]] : [])),
    ),
    ...(query.has("shuffled") && { shuffled: query.get("shuffled") === "1" }),
    ...(query.has("small") && { small: query.get("small") === "1" }),
  };
  return { data, changed };
}

/** Writes what differs from a table's first choice. */
export function writeTableQuery(data: BuiltInName | "lesson", choice: Choice, first: Choice): URLSearchParams {
  const query = new URLSearchParams();
  if (data === "customers") query.set("data", data);
  if (choice.target !== first.target) query.set("target", choice.target);
  for (const list of lists) {
    if (choice[list].join("\n") === first[list].join("\n")) continue;
    for (const name of choice[list].length > 0 ? choice[list] : [""]) query.append(list, name);
  }
  for (const flag of ["shuffled", "small"] as const)
    if (choice[flag] !== first[flag]) query.set(flag, choice[flag] ? "1" : "0");
  return query;
}

// The state of chapter 4 as a part of the address: ?w=1,1,-1,1,2,-1&x=2,3&slopes=1
import { numberList } from "../number-list";
import { type ArticleWeights, articleInputs, articleWeights, nodes, type Pair } from "./article-network";

export interface ChapterState {
  readonly weights: ArticleWeights;
  readonly inputs: Pair;
  readonly slopes: boolean;
}

/** Reads what the address says; what it leaves out, or says wrongly, is the article's. */
export function readState(query: URLSearchParams): ChapterState {
  const [a, b, c, d, e, f] = numberList(query.get("w"), 6, 3) ?? [];
  const [x, y] = numberList(query.get("x"), 2, 5) ?? [];
  const pair = (first?: number, second?: number): Pair => [first ?? 0, second ?? 0];
  return {
    weights: f === undefined ? articleWeights : { node_0: pair(a, b), node_1: pair(c, d), output: pair(e, f) },
    inputs: y === undefined ? articleInputs : pair(x, y),
    slopes: query.get("slopes") === "1",
  };
}

/** Writes the state into a copy of the query, and leaves what else it says. */
export function writeState(query: URLSearchParams, { weights, inputs, slopes }: ChapterState): URLSearchParams {
  const next = new URLSearchParams(query);
  next.set("w", nodes.flatMap((node) => weights[node]).join(","));
  next.set("x", inputs.join(","));
  if (slopes) next.set("slopes", "1");
  else next.delete("slopes");
  return next;
}

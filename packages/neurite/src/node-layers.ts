import { NeuriteError } from "@neurite/tensor";

/**
 * A network as beginners' articles write it: a dictionary from node to the weights of its inputs.
 *
 * `node_0`, `node_1`, … are one hidden layer, `node_0_0`, `node_0_1`, `node_1_0`, … several (layer, then node); `output` has one list
 * of weights, or a list of lists for several outputs. `output` alone is a network without hidden layer.
 */
export type NodeWeights = Readonly<Record<string, readonly number[] | readonly (readonly number[])[]>>;

/** One node of a dictionary: its name and the weights of its inputs. */
export interface NamedNode {
  readonly name: string;
  readonly weights: readonly number[];
}

/**
 * The layers of a dictionary of node weights, from the inputs to the output.
 *
 * Throws `bad-argument` naming the node where a name is not understood, a number is missing in a row of names, or a node has not one
 * weight for each node of the layer before.
 */
export function nodeLayers(weights: NodeWeights): readonly (readonly NamedNode[])[] {
  const hidden = new Map<number, Map<number, NamedNode>>();
  let output: readonly NamedNode[] | undefined;
  const forms = new Set<string>();
  for (const [name, given] of Object.entries(weights)) {
    if (name === "output") {
      output = outputNodes(given);
      continue;
    }
    const match = /^node_(?:(\d+)_)?(\d+)$/.exec(name);
    if (!match) {
      throw wrong(
        `the name "${name}" is not understood`,
        "Call nodes node_0, node_1, … or node_0_0, node_0_1, …, and the last one output.",
      );
    }
    forms.add(match[1] === undefined ? "node_0" : "node_0_0");
    const layer = hidden.get(Number(match[1] ?? 0)) ?? new Map<number, NamedNode>();
    hidden.set(Number(match[1] ?? 0), layer.set(Number(match[2]), { name, weights: numbers(name, given) }));
  }
  if (forms.size > 1) {
    throw wrong("names of the forms node_0 and node_0_0 are mixed", "Number all nodes in one way.");
  }
  if (!output) throw wrong("there is no output", 'Add "output" with one weight for each node of the last layer.');
  const layers = inOrder(hidden, "layer").map(([index, nodes]) =>
    inOrder(nodes, forms.has("node_0_0") ? `node of layer ${index}` : "node").map(([, node]) => node),
  );
  const all = [...layers, output];
  checkWidths(all);
  return all;
}

function outputNodes(given: NodeWeights[string]): readonly NamedNode[] {
  const several = given.length > 0 && given.every((part) => Array.isArray(part));
  if (!several) return [{ name: "output", weights: numbers("output", given) }];
  return given.map((part, i) => ({ name: `output_${i}`, weights: numbers(`output_${i}`, part as readonly number[]) }));
}

function numbers(name: string, given: readonly unknown[]): readonly number[] {
  if (!Array.isArray(given)) throw wrong(`the weights of "${name}" are no list`, "Give a list of numbers.");
  return given.map((weight: unknown, i) => {
    if (typeof weight === "number" && Number.isFinite(weight)) return weight;
    throw wrong(`weight ${i} of "${name}" is ${JSON.stringify(weight)}`, "Give finite numbers.");
  });
}

/** The entries numbered 0, 1, 2, … without a gap. */
function inOrder<T>(map: ReadonlyMap<number, T>, what: string): (readonly [number, T])[] {
  return Array.from({ length: map.size }, (_, i) => {
    const found = map.get(i);
    if (found !== undefined) return [i, found] as const;
    throw wrong(
      `${what} ${i} is missing, there are ${[...map.keys()].join(", ")}`,
      "Number them from 0 without a gap.",
    );
  });
}

function checkWidths(layers: readonly (readonly NamedNode[])[]): void {
  layers.forEach((nodes, i) => {
    const first = nodes[0]?.weights.length ?? 0;
    const width = layers[i - 1]?.length ?? first;
    const what = i === 0 ? `"${nodes[0]?.name}" has ${first}` : `there are ${width} nodes before it`;
    for (const { name, weights } of nodes) {
      if (weights.length !== width) {
        throw wrong(
          `"${name}" has ${weights.length} weights, but ${what}`,
          "Give each node one weight for each of its inputs.",
        );
      }
    }
  });
}

function wrong(what: string, remedy: string): NeuriteError {
  return new NeuriteError("bad-argument", `fromNodeWeights: ${what}. ${remedy}`);
}

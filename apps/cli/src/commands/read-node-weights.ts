// weights.json: {"node_0": [1, 1], "node_1": [-1, 1], "output": [2, -1]}, one list of numbers for each node.
import { type NamedNode, NeuriteError, type NodeWeights, nodeLayers } from "neurite";
import * as v from "valibot";

const numbers = v.array(v.pipe(v.number(), v.finite()));
const node = v.union([numbers, v.array(numbers)]);
const schema = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value)),
  v.record(v.string(), node),
);

/** The weights of a file, and its nodes by layer. */
export interface ReadWeights {
  readonly weights: NodeWeights;
  readonly layers: readonly (readonly NamedNode[])[];
}

/** Reads the weights of each node by its name from the text of a JSON file; throws `bad-file`. */
export function readNodeWeights(bytes: Uint8Array, name: string): ReadWeights {
  const result = v.safeParse(schema, parse(bytes, name));
  if (!result.success) {
    const place = v.getDotPath(result.issues[0]);
    const expected =
      place === null
        ? "expected an object of node names and weights, got something else"
        : `the weights of "${place}" should be a list of finite numbers, and are not`;
    throw new NeuriteError("bad-file", `${name}: ${expected}. ${example}`);
  }
  try {
    return { weights: result.output, layers: nodeLayers(result.output) };
  } catch (error) {
    // What the library calls a wrong argument is here a fault of the file.
    if (!(error instanceof NeuriteError)) throw error;
    throw new NeuriteError("bad-file", `${name}: ${error.message.replace(/^\w+: /, "")}`, { cause: error });
  }
}

const example = 'Write it as in {"node_0": [2, 4], "node_1": [4, -5], "output": [2, 7]}.';

function parse(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : "it is not UTF-8 text";
    throw new NeuriteError("bad-file", `${name}: expected JSON, but ${reason}. ${example}`, { cause: error });
  }
}

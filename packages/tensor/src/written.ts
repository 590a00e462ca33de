import { NeuriteError } from "./error";
import { type Graph, order } from "./graph";
import type { AnyNode, Tensor } from "./tensor";
import type { Value } from "./value";

/** The set of operations that written graphs use; it grows when an operation is added and never changes meaning. 2 has expm1 and log1p. */
export const operationSet = 2;

/** A number in a file: JSON has no NaN, no infinity and no -0; `rows` follows the size of the batch. */
export type WrittenNumber = number | "NaN" | "Infinity" | "-Infinity" | "-0" | { readonly rows: number };

/** An attribute of an operation as JSON. */
export type WrittenAttribute =
  | boolean
  | string
  | WrittenNumber
  | readonly WrittenAttribute[]
  | { readonly [key: string]: WrittenAttribute };

/** A node as JSON: its operation, its inputs as `[node, output]`, its attributes. */
export interface WrittenNode {
  readonly op: string;
  readonly inputs?: readonly (readonly [number, number])[];
  readonly attributes?: { readonly [key: string]: WrittenAttribute };
}

/** A graph as JSON: the first nodes are its inputs. */
export interface Written {
  readonly operations: number;
  readonly inputs: number;
  readonly nodes: readonly WrittenNode[];
  readonly outputs: readonly (readonly [number, number])[];
}

/**
 * Writes a graph down as JSON data.
 *
 * Throws `missing-input` if it uses an input that is not listed, `bad-argument` if one that is listed is not an input.
 */
export function write(graph: Graph): Written {
  const index = new Map<AnyNode, number>();
  const nodes: WrittenNode[] = [];
  const at = (t: Tensor) => [index.get(t.node) as number, t.output] as const;
  const add = (node: AnyNode) => {
    index.set(node, nodes.length);
    const inputs = node.inputs.map(at);
    const attributes = Object.fromEntries(
      Object.entries(node.attributes).map(([name, x]) => [name, writeAttribute(x)]),
    );
    nodes.push({
      op: node.op,
      ...(inputs.length > 0 && { inputs }),
      ...(Object.keys(attributes).length > 0 && { attributes }),
    });
  };
  for (const { node } of graph.inputs) {
    if (node.op !== "input" || index.has(node)) {
      throw new NeuriteError(
        "bad-argument",
        `write: the inputs of a graph should be different input tensors, got ${node.op === "input" ? `"${node.attributes.name}" twice` : node.op}. Put an input there with substitute.`,
      );
    }
    add(node);
  }
  for (const node of order(graph.outputs, (n) => index.has(n))) {
    if (index.has(node)) continue;
    if (node.op === "input") {
      throw new NeuriteError(
        "missing-input",
        `write: the graph uses the input "${node.attributes.name}", which is not among its inputs. List it.`,
      );
    }
    add(node);
  }
  return {
    operations: operationSet,
    inputs: graph.inputs.length,
    nodes,
    outputs: graph.outputs.map(at),
  };
}

function writeAttribute(attribute: unknown): WrittenAttribute {
  if (typeof attribute === "number") return writeNumber(attribute);
  if (typeof attribute === "boolean" || typeof attribute === "string") return attribute;
  if (Array.isArray(attribute)) return attribute.map(writeAttribute);
  if (isValue(attribute)) {
    const { shape, dtype, data } = attribute;
    return { shape: [...shape], dtype, data: Array.from(data, writeNumber) };
  }
  if (isGraph(attribute)) return write(attribute) as unknown as WrittenAttribute;
  return Object.fromEntries(Object.entries(attribute as object).map(([name, x]) => [name, writeAttribute(x)]));
}

function writeNumber(n: number): WrittenNumber {
  if (Number.isFinite(n)) return Object.is(n, -0) ? "-0" : n;
  return String(n) as "NaN" | "Infinity" | "-Infinity";
}

function isValue(x: unknown): x is Value {
  return typeof x === "object" && x !== null && "data" in x && ArrayBuffer.isView(x.data);
}

function isGraph(x: unknown): x is Graph {
  return typeof x === "object" && x !== null && "outputs" in x && "inputs" in x;
}

import { NeuriteError } from "./error";
import type { Graph } from "./graph";
import { formatShape } from "./shape";
import { type Written, type WrittenAttribute, write } from "./written";

/** Two prime batch sizes: a number that is 7 times something at the one and 11 times the same at the other follows the rows. */
const [few, many] = [7, 11] as const;

/**
 * Writes a graph so that it fits any number of rows.
 *
 * The graph is built for 7 and for 11 rows; a number that differs becomes `{ rows: k }`. Anything else that differs, and one of the first
 * `perRow` outputs whose first axis is not the rows, is a `rows-dependent` error. A branch on sizes below 7 is not seen.
 */
export function rowTemplate(
  build: (rows: number) => Graph,
  options: { readonly perRow?: number; readonly subject?: string } = {},
): Written {
  const { perRow = 0, subject = "rowTemplate" } = options;
  const graphs = [build(few), build(many)] as const;
  graphs.forEach((graph, i) => {
    const rows = i === 0 ? few : many;
    for (const output of graph.outputs.slice(0, perRow)) {
      if (output.shape[0] === rows) continue;
      throw new NeuriteError(
        "rows-dependent",
        `${subject}: an output should have one row for each of ${rows} rows put in, got shape ${formatShape(output.shape)}. Keep the first axis as it is.`,
      );
    }
  });
  const a = write(graphs[0]);
  const b = write(graphs[1]);
  const differ = (where: string): NeuriteError =>
    new NeuriteError(
      "rows-dependent",
      `${subject}: the shape depends on the batch: ${where} differs between ${few} and ${many} rows, and not in proportion. Use mean, reshape with -1, or iota instead of the number of rows, and draw random numbers by keys only.`,
    );
  if (a.nodes.length !== b.nodes.length) {
    throw differ(`the number of operations (${a.nodes.length} and ${b.nodes.length})`);
  }
  if (a.inputs !== b.inputs || JSON.stringify(a.outputs) !== JSON.stringify(b.outputs)) {
    throw differ("the list of inputs or outputs");
  }
  const nodes = a.nodes.map((node, i) => {
    const other = b.nodes[i];
    const where = `operation ${i} (${node.op})`;
    if (node.op !== other?.op || JSON.stringify(node.inputs) !== JSON.stringify(other.inputs)) {
      throw differ(where);
    }
    if (!node.attributes || !other.attributes) return node;
    const attributes = merge(node.attributes, other.attributes, () => differ(where));
    return { ...node, attributes: attributes as { [key: string]: WrittenAttribute } };
  });
  return { ...a, nodes };
}

function merge(a: WrittenAttribute, b: WrittenAttribute, differ: () => NeuriteError): WrittenAttribute {
  if (a === b) return a;
  if (typeof a === "number" && typeof b === "number" && a / few === b / many) {
    return { rows: a / few };
  }
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    return a.map((part, i) => merge(part, b[i] as WrittenAttribute, differ));
  }
  if (isRecord(a) && isRecord(b)) {
    const others = new Map(Object.entries(b));
    const pairs = Object.entries(a).map(([name, part]) => {
      const other = others.get(name);
      if (other === undefined) throw differ();
      return [name, merge(part, other, differ)] as const;
    });
    if (pairs.length === others.size) return Object.fromEntries(pairs);
  }
  throw differ();
}

function isRecord(x: WrittenAttribute): x is Exclude<WrittenAttribute, readonly unknown[]> & object {
  return typeof x === "object" && !Array.isArray(x);
}

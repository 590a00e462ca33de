import { type AnyNode, elementwise, type Graph, order, type Written, write } from "@neurite/tensor";

/** What is known of a node: nothing of the data goes in; or axis 0 is the rows, and a row comes from the same row of the data alone. */
type Kind = "fixed" | "rows";

/**
 * Whether the graph alone shows that the answer for a row depends neither on the other rows nor on how many there are.
 *
 * `false` proves nothing: the layer may do what is not followed here (a scan, an axis turned to the front), and has to be tried out.
 *
 * @param few the graph for some rows, from which `template` was written; its first `dataInputs` inputs are the data
 * @param alone the same for one row, which must not be another graph
 */
export function rowsAreApart(few: Graph, alone: Graph, template: Written, dataInputs: number): boolean {
  const atOneRow = JSON.stringify(template, (_, part) => (isRows(part) ? part.rows : part));
  if (atOneRow !== JSON.stringify(write(alone))) return false;

  const given = few.inputs.map(({ node }) => node);
  const kinds = new Map<AnyNode, Kind>(given.map((node, i) => [node, i < dataInputs ? "rows" : "fixed"]));
  let at = given.length; // nodes stand in the template in this order
  for (const node of order(few.outputs, (n) => kinds.has(n))) {
    if (kinds.has(node)) continue;
    const kind = kindOf(
      node,
      node.inputs.map((t) => kinds.get(t.node) as Kind),
      template.nodes[at++]?.attributes ?? {},
    );
    if (kind === undefined) return false;
    kinds.set(node, kind);
  }
  return few.outputs.every(({ node }) => kinds.get(node) === "rows");
}

type Attributes = NonNullable<Written["nodes"][number]["attributes"]>;
type WrittenAttribute = Attributes[string];

function kindOf(node: AnyNode, inputs: readonly Kind[], written: Attributes): Kind | undefined {
  const keepsRows = (kept: boolean): Kind | undefined => (kept ? "rows" : undefined);
  if (inputs.every((kind) => kind === "fixed")) {
    if (!Object.values(written).some(followsRows)) return "fixed";
    return keepsRows(node.op === "broadcast" && startsWithRows(written.shape));
  }
  const allRows = inputs.every((kind) => kind === "rows");
  if (elementwise.has(node.op)) return keepsRows(allRows);
  switch (node.op) {
    case "sum":
    case "max":
      return keepsRows(!node.attributes.axes.includes(0));
    case "argmax":
    case "softmax":
    case "logSoftmax":
      return keepsRows(node.attributes.axis !== 0);
    case "concat":
      return keepsRows(allRows && node.attributes.axis !== 0);
    case "matmul": {
      const flat = node.inputs[0].shape.length === 2;
      if (flat) return keepsRows(inputs[0] === "rows" && inputs[1] === "fixed" && !node.attributes.transposeA);
      return keepsRows(allRows);
    }
    case "gather": {
      const [from, indices] = inputs;
      if (from === "fixed") return keepsRows(node.attributes.axis === 0);
      return keepsRows(indices === "fixed" && node.attributes.axis !== 0);
    }
    case "transpose":
      return keepsRows(node.attributes.order[0] === 0);
    case "reshape":
      return keepsRows(startsWithRows(written.shape));
    case "broadcast":
      return keepsRows(startsWithRows(written.shape) && node.inputs[0].shape.length === node.attributes.shape.length);
    case "slice":
      return keepsRows(startsWithRows(written.size) && node.attributes.start[0] === 0 && node.attributes.step[0] === 1);
    case "pad": {
      const { before, after, between } = node.attributes;
      return keepsRows([before, after, between].every(([first]) => first === 0));
    }
    default:
      return undefined;
  }
}

/** A shape whose first side is the number of rows, and no other side follows it. */
function startsWithRows(shape: WrittenAttribute | undefined): boolean {
  if (!Array.isArray(shape)) return false;
  const [first, ...others] = shape as readonly WrittenAttribute[];
  return isRows(first) && first.rows === 1 && !others.some(followsRows);
}

function followsRows(written: WrittenAttribute): boolean {
  if (typeof written !== "object") return false;
  return isRows(written) || Object.values(written).some(followsRows);
}

function isRows(part: unknown): part is { readonly rows: number } {
  return typeof part === "object" && part !== null && "rows" in part && typeof part.rows === "number";
}

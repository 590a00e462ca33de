// From the library's graph to a tree. The graph is the one that trains, so what is written is what runs.
import type { tensor } from "neurite";
import { call, type Expression, isFunctionName, isSame, number, truth } from "./expression";

type Node = tensor.AnyNode;

/** The tree of a tensor without axes; `names` are the graph's inputs. Throws for what no formula can hold. */
export function readExpression(output: tensor.Tensor, names: ReadonlyMap<Node, string>): Expression {
  const read = new Map<Node, Expression>();
  const of = ({ node }: tensor.Tensor): Expression => read.get(node) as Expression;
  for (const node of inOrder(output.node)) {
    const name = names.get(node);
    read.set(node, name === undefined ? readNode(node, of) : { kind: "name", name });
  }
  return of(output);
}

/** Each node after those that it reads. */
function inOrder(last: Node): readonly Node[] {
  const seen = new Set<Node>();
  const ordered: Node[] = [];
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const input of node.inputs) visit(input.node);
    ordered.push(node);
  };
  visit(last);
  return ordered;
}

function readNode(node: Node, of: (t: tensor.Tensor) => Expression): Expression {
  const parts = node.inputs.map(of);
  const [a, b, c] = parts as [Expression, Expression, Expression];
  if (isFunctionName(node.op)) return call(node.op, a);
  switch (node.op) {
    case "constant": {
      const value = node.attributes.value.data[0] as number;
      return node.attributes.value.dtype === "bool" ? truth(value === 1) : number(value);
    }
    case "broadcast":
    case "reshape":
    case "stopGradient":
      return a;
    case "cast":
      return node.inputs[0].dtype === "bool" ? call("count", a) : a;
    case "equal":
      return node.inputs[0].dtype === "bool" ? call("not", b.kind === "truth" ? a : b) : call("equal", a, b);
    case "where":
      // `or` is a choice between true and the other condition
      if (node.outputs[0]?.dtype === "bool" && b.kind === "truth" && b.holds) return call("or", a, c);
      return isGate(a) ? b : call("where", a, b, c);
    case "less":
      return isBound(b, 1) || isBound(a, -1) ? truth(true) : call("less", a, b);
    case "maximum":
      return isBound(b, -1) ? a : call("maximum", a, b);
    case "minimum":
      return isBound(b, 1) ? a : call("minimum", a, b);
    case "neg":
    case "add":
    case "sub":
    case "mul":
    case "div":
    case "pow":
      return call(node.op, ...parts);
    default:
      throw new Error(`internal: "${node.op}" is no part of a formula.`);
  }
}

/** `x · sigmoid(x)` is computed as it stands only between -1000 and 1000, where its sigmoid is no longer 0 or 1; within, it is the product. */
function isBound(part: Expression, sign: 1 | -1): boolean {
  return isSame(part, number(sign * 1000));
}

function isGate(condition: Expression): boolean {
  return isSame(condition, truth(true));
}

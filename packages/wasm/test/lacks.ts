import { type AnyNode, order, type Program, simplify, type Tensor } from "@neurite/tensor";

/** Operations that the engine still lacks: graphs with them are left out. */
const missing: ReadonlySet<string> = new Set(["pow"]);

/** Whether a program has an operation, in a loop or outside, that the engine lacks. */
export function lacks({ entries }: Program): boolean {
  const among = (node: AnyNode): boolean =>
    node.op === "scan" ? within(node.attributes.body.outputs) : missing.has(node.op);
  const within = (outputs: readonly Tensor[]): boolean => order(simplify(outputs)).some(among);
  return Object.values(entries).some(({ outputs, updates, guard }) =>
    within([...Object.values(outputs), ...Object.values(updates), ...(guard ? [guard] : [])]),
  );
}

import type { AnyNode, DType } from "@neurite/tensor";
import { isExpensive } from "./element";
import type { Member } from "./kernel";

/** Members that a later pass reads, worth keeping in a row of scratch memory: by node, with their dtype. */
export function keptRows(members: readonly Member[], stored: (node: AnyNode) => boolean): ReadonlyMap<AnyNode, DType> {
  const byNode = new Map(members.map((m) => [m.node, m]));
  const kept = new Map<AnyNode, DType>();
  const need = (node: AnyNode, pass: number, seen: Set<AnyNode>) => {
    if (seen.has(node)) return;
    seen.add(node);
    const member = byNode.get(node);
    if (member?.place !== "full" || member.form !== "element") return;
    if (member.level < pass) {
      if (stored(node)) return;
      if (isExpensive(node.op)) {
        kept.set(node, node.outputs[0]?.dtype as DType);
        return;
      }
    }
    for (const o of member.operands) if (o.kind === "member") need(o.node, pass, seen);
  };
  // from the last pass backwards: what a pass keeps has to be made in an earlier one
  const levels = Math.max(...members.map((m) => m.level));
  for (let pass = levels; pass >= 0; pass--) {
    const seen = new Set<AnyNode>();
    for (const { node, form, level, place, operands } of members) {
      const reads = form === "fold" ? level === pass + 1 : form === "sink" ? place === "full" && level === pass : false;
      if (reads) for (const o of operands) if (o.kind === "member") need(o.node, pass, seen);
      if (form === "element" && place === "full" && level === pass && (stored(node) || kept.has(node)))
        need(node, pass, seen);
    }
  }
  return kept;
}

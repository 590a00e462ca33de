import type { Tensor } from "@neurite/tensor";

/** The number that a constant holds everywhere; undefined for everything else. */
export function uniformConstant({ node }: Tensor): number | undefined {
  if (node.op !== "constant") return undefined;
  const { data } = node.attributes.value;
  const first = data[0];
  for (let i = 1; i < data.length; i++) if (!Object.is(data[i], first)) return undefined;
  return first;
}

import { formatShape, NeuriteError, type Tensor } from "@neurite/tensor";

/** How large each part is where the last axis is cut into `parts` equal ones. Throws `bad-shape` where it cannot be. */
export function splitLastAxis(kind: string, { shape }: Tensor, parts: number): number {
  const last = shape.at(-1) ?? 0;
  if (last > 0 && last % parts === 0) return last / parts;
  throw new NeuriteError(
    "bad-shape",
    `${kind}: the last axis should be a multiple of ${parts}, got ${last} (shape ${formatShape(shape)}). Give the layer before it ${parts} units for each one that should come out.`,
  );
}

import { type Cover, cover, type Pieces, rowUnit, stepCost, widest } from "./matmul-cover";
import type { MatmulPlan } from "./matmul-plan";

/** Panels of one width, cut into the same tiles. */
export interface Panels extends Pieces {
  /** Lanes that count in the last vector of a panel. */
  readonly lastLanes: number;
  readonly tiles: readonly Pieces[];
}

/** How a product is cut up, and where in the scratch memory its parts lie. */
export interface MatmulLayout {
  readonly panels: readonly Panels[];
  readonly packA: boolean;
  readonly packB: boolean;
  /** Blocks of the inner axis, and the steps in each but the last. */
  readonly innerBlocks: number;
  readonly innerBlock: number;
  /** Blocks of rows, and the rows in each but the last, which has more. */
  readonly rowBlocks: number;
  readonly rowBlock: number;
  /** Byte offsets of packed A and of partial sums; packed B is at 0. */
  readonly packedA: number;
  readonly sums: number;
  readonly bytes: number;
}

const above = (n: number, unit: number) => Math.ceil(n / unit) * unit;

function cutPanels(rows: number, columns: number, lanes: number): Panels[] {
  const covers: Cover[] = [];
  const tiles = (width: number): Cover => {
    covers[width] ??= cover(rows, (height) => stepCost(height, width));
    return covers[width];
  };
  const panels: Panels[] = [];
  for (const { size, count } of cover(Math.ceil(columns / lanes), (width) =>
    width > widest ? Number.POSITIVE_INFINITY : tiles(width).cost,
  ).pieces) {
    panels.push({ size, count, lastLanes: lanes, tiles: tiles(size).pieces });
  }
  const last = panels[panels.length - 1];
  const lastLanes = columns % lanes;
  if (last && lastLanes) {
    panels.pop();
    if (last.count > 1) panels.push({ ...last, count: last.count - 1 });
    panels.push({ ...last, count: 1, lastLanes });
  }
  return panels;
}

export function layMatmul(plan: MatmulPlan): MatmulLayout {
  const { rows, inner, columns, strideA, strideB, transposeA, transposeB } = plan;
  const size = plan.dtype === "float32" ? 4 : 8;
  const panels = cutPanels(rows, columns, 16 / size);
  const panel = 16 * Math.max(...panels.map((p) => p.size));
  const packB = transposeB || (rows >= 16 && inner > 8 && (inner * columns * size > 49152 || strideB * size > 1023));
  const innerBlocks = packB ? Math.ceil(inner / (4096 / size)) : 1;
  const innerBlock = innerBlocks > 1 ? above(Math.ceil(inner / innerBlocks), 4) : inner;
  const packA =
    columns * size > 2 * panel &&
    (transposeA ? inner > 32 && strideA * size > 1023 : rows > 16 && innerBlocks > 1 && columns * size > 8 * panel);
  const rowBlock = rowUnit * Math.max(1, Math.floor(262144 / size / rowUnit / innerBlock));
  const rowBlocks = columns * size > 4 * panel ? Math.max(1, Math.floor(rows / rowBlock)) : 1;
  const packedA = packB ? above(innerBlock, 4) * panel : 0;
  const mostRows = rows - (rowBlocks - 1) * rowBlock;
  const sums = packedA + (packA ? above(mostRows * innerBlock * size, 16) + 16 : 0);
  const vectors = panels.reduce((sum, p) => sum + p.size * p.count, 0);
  const bytes = sums + (innerBlocks > 1 ? mostRows * vectors * 16 : 0);
  return { panels, packA, packB, innerBlocks, innerBlock, rowBlocks, rowBlock, packedA, sums, bytes };
}

/** Bytes of scratch memory that the kernel of a product needs. */
export function matmulScratch(plan: MatmulPlan): number {
  return layMatmul(plan).bytes;
}

import type { Code, Local } from "../assembler/code";
import type { MatmulPlan } from "./matmul-plan";

/** A tile of sums that are kept in registers while the inner axis is walked. */
export interface Tile {
  readonly dtype: MatmulPlan["dtype"];
  readonly height: number;
  /** In vectors. */
  readonly width: number;
  /** The first element of A and B; both end where the inner axis does. */
  readonly a: Local;
  readonly b: Local;
  readonly endB: Local;
  /** Bytes per step over the inner axis, and from row to row of the tile. */
  readonly stepA: number;
  readonly stepB: number;
  readonly rowA: number;
}

/**
 * Adds a row of A times the panel of B to the sums, step by step: multiplied, rounded, added, rounded, in the order of the inner axis.
 *
 * Not unrolled: V8 of Node 20 spills registers then. The shorter side's operands are held, the longer side's loaded one at a time.
 */
export function addProducts(code: Code, tile: Tile, sums: readonly Local[][]): void {
  const { dtype, height, width, a, b, endB, stepA, stepB, rowA } = tile;
  const shape = dtype === "float32" ? "f32x4" : "f64x2";
  const loadA = (row: number) => {
    code.get(a);
    code.memory(dtype === "float32" ? "v128.load32_splat" : "v128.load64_splat", row * rowA);
  };
  const loadB = (vector: number) => {
    code.get(b);
    code.memory("v128.load", 16 * vector);
  };
  const flat = height < width;
  const [few, many] = flat ? [height, width] : [width, height];
  const [loadFew, loadMany] = flat ? [loadA, loadB] : [loadB, loadA];
  const held = Array.from({ length: few }, () => code.local("v128"));
  const one = code.local("v128");
  code.loop(() => {
    held.forEach((local, i) => {
      loadFew(i);
      code.set(local);
    });
    for (let j = 0; j < many; j++) {
      loadMany(j);
      code.set(one);
      held.forEach((local, i) => {
        const sum = (flat ? sums[i]?.[j] : sums[j]?.[i]) ?? 0;
        code.get(sum, one, local);
        code.op(`${shape}.mul`, `${shape}.add`);
        code.set(sum);
      });
    }
    code.bump(a, stepA);
    code.bump(b, stepB);
    code.get(b, endB);
    code.op("i32.ne");
    code.brIf(0);
  });
}

import type { Code, Local } from "../assembler/code";
import type { Epilogue, MatmulPlan } from "./matmul-plan";

/** A tile of sums, kept in registers while the inner axis is walked. */
export interface Tile {
  readonly dtype: MatmulPlan["dtype"];
  readonly height: number;
  /** In vectors. */
  readonly width: number;
  /** Lanes that count in the last vector. */
  readonly lastLanes: number;
  /** Bytes per step over the inner axis, and of A from row to row. */
  readonly stepA: number;
  readonly stepB: number;
  readonly rowA: number;
  /** The inner axis comes in blocks: sums wait in scratch memory. */
  readonly blocked: boolean;
}

/** Where the code around a tile keeps what the tile needs. */
export interface TilePlace {
  /** The first element of A; after the tile, where the inner axis ends. */
  readonly a: Local;
  /** The panel of B, and its end. */
  readonly b: Local;
  readonly endB: Local;
  readonly row: Local;
  readonly column: Local;
  /** Sums that wait, and which block of the inner axis this is. */
  readonly waiting: Local;
  readonly block: Local;
}

/** For a tile in blocks: whether the block is the first, the last, or between. */
export const [firstBlock, lastBlock] = [1, 2];

/**
 * Computes a tile and hands its sums to the epilogue. Of the tile's sides, the shorter's operands are held, the longer's loaded one
 * at a time, and not two steps at once: no more than 15 vectors live.
 *
 * The `when` around the loop is never false. With it V8 of Node 20 places most loads beside their uses; without, all of them at the
 * loop's start, a burst that processors wait for: a fifth of the speed.
 */
export function emitTile(code: Code, tile: Tile, place: TilePlace, epilogue: Epilogue): void {
  const { dtype, height, width, stepA, stepB, rowA, blocked } = tile;
  const { a, endB, row, column, waiting, block } = place;
  const flat = height < width;
  const [few, many] = flat ? [height, width] : [width, height];
  const sums = Array.from({ length: many }, () => Array.from({ length: few }, () => code.local("v128")));
  const each = (visit: (sum: Local, row: number, vector: number) => void) => {
    for (let r = 0; r < height; r++) {
      for (let v = 0; v < width; v++) visit(sums[flat ? v : r]?.[flat ? r : v] ?? 0, r, v);
    }
  };
  const offset = (r: number, v: number) => 16 * (r * width + v);
  const zero = () => {
    each((sum) => {
      code.f32x4(0);
      code.set(sum);
    });
  };
  if (blocked) {
    code.get(block);
    code.i32(firstBlock);
    code.op("i32.and");
    code.when(zero, () => {
      each((sum, r, v) => {
        code.get(waiting);
        code.memory("v128.load", offset(r, v));
        code.set(sum);
      });
    });
  } else zero();
  const [multiply, add, splat] =
    dtype === "float32"
      ? (["f32x4.mul", "f32x4.add", "v128.load32_splat"] as const)
      : (["f64x2.mul", "f64x2.add", "v128.load64_splat"] as const);
  const b = code.local("i32");
  code.get(place.b);
  code.set(b);
  const loadA = (r: number) => {
    code.get(a);
    code.memory(splat, r * rowA);
  };
  const loadB = (v: number) => {
    code.get(b);
    code.memory("v128.load", 16 * v);
  };
  const [loadFew, loadMany] = flat ? [loadA, loadB] : [loadB, loadA];
  const held = Array.from({ length: few }, () => code.local("v128"));
  const one = code.local("v128");
  code.get(b, endB);
  code.op("i32.ne");
  code.when(() => {
    code.loop(() => {
      held.forEach((local, i) => {
        loadFew(i);
        code.set(local);
      });
      sums.forEach((line, j) => {
        loadMany(j);
        code.set(one);
        line.forEach((sum, i) => {
          code.get(sum, one, held[i] ?? 0);
          code.op(multiply, add);
          code.set(sum);
        });
      });
      code.bump(a, stepA);
      code.bump(b, stepB);
      code.get(b, endB);
      code.op("i32.ne");
      code.brIf(0);
    });
  });
  const finish = () => {
    epilogue.tile(code, row, column);
    const lanes = dtype === "float32" ? 4 : 2;
    each((sum, r, v) => {
      epilogue.vector(code, sum, r, v * lanes, v === width - 1 ? tile.lastLanes : lanes);
    });
  };
  if (blocked) {
    code.get(block);
    code.i32(lastBlock);
    code.op("i32.and");
    code.when(finish, () => {
      each((sum, r, v) => {
        code.get(waiting, sum);
        code.memory("v128.store", offset(r, v));
      });
    });
    code.bump(waiting, 16 * height * width);
  } else finish();
}

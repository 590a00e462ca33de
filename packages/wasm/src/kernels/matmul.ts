import { Code, type Local, type LocalType } from "../assembler/code";
import { layMatmul, type Panels } from "./matmul-layout";
import { packColumns, packRows } from "./matmul-pack";
import type { Epilogue, MatmulPlan } from "./matmul-plan";
import { addProducts } from "./matmul-tile";

const [a, b, scratch] = [0, 1, 2];

/** A new local at `from` plus a constant. */
function after(code: Code, from: Local, by: number): Local {
  const local = code.local("i32");
  code.get(from);
  code.set(local);
  code.bump(local, by);
  return local;
}

/**
 * The kernel of a matrix product: a function of the addresses of A, B and scratch memory, and of the epilogue's pointers.
 *
 * Each sum starts at 0 and runs over the inner axis in order, with a product rounded before it is added: its bits depend neither
 * on how the product is cut up nor on how many rows there are.
 *
 * From outside in: blocks of rows (of A in the second-level cache), blocks of the inner axis (a panel of B in the first-level cache),
 * panels of B, tiles. Sums wait in scratch memory from one inner block to the next. For small products all loops but the last two vanish.
 */
export function matmul(plan: MatmulPlan, epilogue: Epilogue): Code {
  const code = new Code(["i32", "i32", "i32", ...new Array<LocalType>(epilogue.pointers).fill("i32")]);
  const { rows, inner, transposeA, transposeB, strideA, strideB, dtype } = plan;
  const { panels, packA, packB, innerBlocks, innerBlock, rowBlocks, rowBlock, ...layout } = layMatmul(plan);
  const size = dtype === "float32" ? 4 : 8;
  const lanes = 16 / size;
  const [rowA, stepA] = transposeA ? [size, strideA * size] : [strideA * size, size];
  const [stepB, columnB] = transposeB ? [size, strideB * size] : [strideB * size, size];

  // Bounds of the loops outside: constants where there is but one block.
  const firstRow = code.local("i32");
  const rowBlocksLeft = code.local("i32");
  const innerBlocksLeft = code.local("i32");
  /** Puts `last` on the stack in the last block, `other` before. */
  const bound = (blocks: number, left: Local, last: () => void, other: () => void) => {
    last();
    if (blocks === 1) return;
    other();
    code.get(left);
    code.i32(1);
    code.op("i32.eq", "select");
  };
  const lastInner = inner - (innerBlocks - 1) * innerBlock;
  /** Puts bytes of the inner block on the stack, for `step` bytes a step. */
  const innerBytes = (step: number) =>
    bound(
      innerBlocks,
      innerBlocksLeft,
      () => code.i32(lastInner * step),
      () => code.i32(innerBlock * step),
    );
  const endAfter = (from: Local, step: number) => {
    code.get(from);
    innerBytes(step);
    code.op("i32.add");
    return code.take("i32");
  };

  const blocks = (count: number, left: Local, body: () => void, next: () => void) => {
    if (count === 1) return body();
    code.i32(count);
    code.set(left);
    code.loop(() => {
      body();
      next();
      code.bump(left, -1);
      code.get(left);
      code.brIf(0);
    });
  };

  /** Runs `body` for the tiles of a panel in the block of rows; `row` holds the first row of each. */
  const eachTile = ({ tiles }: Panels, row: Local, body: (height: number) => void) => {
    code.get(firstRow);
    code.set(row);
    for (const [i, { size: height, count }] of tiles.entries()) {
      const loop = () =>
        code.loop(() => {
          body(height);
          code.bump(row, height);
          code.get(row);
          if (i > 0) code.i32(rows);
          else {
            bound(
              rowBlocks,
              rowBlocksLeft,
              () => code.i32(height * count),
              () => {
                code.get(firstRow);
                code.i32(rowBlock);
                code.op("i32.add");
              },
            );
          }
          code.op("i32.ne");
          code.brIf(0);
        });
      if (i === 0 || rowBlocks === 1) loop();
      else {
        code.get(rowBlocksLeft);
        code.i32(1);
        code.op("i32.eq");
        code.when(loop);
      }
    }
  };

  const row = code.local("i32");
  const column = code.local("i32");
  const blockA = after(code, a, 0);
  blocks(
    rowBlocks,
    rowBlocksLeft,
    () => {
      const innerA = after(code, blockA, 0);
      const innerB = after(code, b, 0);
      blocks(
        innerBlocks,
        innerBlocksLeft,
        () => {
          const sumsAt = after(code, scratch, layout.sums);
          const panelB = after(code, innerB, 0);
          code.i32(0);
          code.set(column);
          for (const group of panels) {
            const width = group.size;
            const packedA = packA ? after(code, scratch, layout.packedA) : 0;
            if (packA) {
              const from = after(code, innerA, 0);
              eachTile(group, row, (height) => {
                const strip = after(code, from, 0);
                const to = after(code, packedA, 0);
                const end = endAfter(to, height * size);
                packRows(code, strip, to, end, { bytes: height * size, stride: stepA });
                code.get(end);
                code.set(packedA);
                code.bump(from, height * size);
              });
            }
            code.times(group.count, () => {
              let readB = panelB;
              if (packB) {
                readB = scratch;
                const from = after(code, panelB, 0);
                const to = after(code, scratch, 0);
                const end = endAfter(to, 16 * width);
                if (transposeB) {
                  const count = (width - 1) * lanes + group.lastLanes;
                  packColumns(code, from, to, end, { lanes, width, count, stride: columnB });
                } else packRows(code, from, to, end, { bytes: 16 * width, stride: stepB });
              }
              const step = packB ? 16 * width : stepB;
              const endB = endAfter(readB, step);
              const tileA = packA ? after(code, scratch, layout.packedA) : after(code, innerA, 0);
              eachTile(group, row, (height) => {
                const sums = Array.from({ length: height }, () =>
                  Array.from({ length: width }, () => code.local("v128")),
                );
                const each = (visit: (sum: Local, row: number, vector: number) => void) => {
                  for (const [r, line] of sums.entries()) for (const [v, sum] of line.entries()) visit(sum, r, v);
                };
                const zero = () =>
                  each((sum) => {
                    code.f32x4(0);
                    code.set(sum);
                  });
                if (innerBlocks === 1) zero();
                else {
                  code.get(innerBlocksLeft);
                  code.i32(innerBlocks);
                  code.op("i32.eq");
                  code.when(zero, () =>
                    each((sum, r, v) => {
                      code.get(sumsAt);
                      code.memory("v128.load", 16 * (r * width + v));
                      code.set(sum);
                    }),
                  );
                }
                const at = after(code, tileA, 0);
                addProducts(
                  code,
                  {
                    dtype,
                    height,
                    width,
                    a: at,
                    b: after(code, readB, 0),
                    endB,
                    stepA: packA ? height * size : stepA,
                    stepB: step,
                    rowA: packA ? size : rowA,
                  },
                  sums,
                );
                const finish = () => {
                  epilogue.tile(code, row, column);
                  each((sum, r, v) =>
                    epilogue.vector(code, sum, r, v * lanes, v === width - 1 ? group.lastLanes : lanes),
                  );
                };
                if (innerBlocks === 1) finish();
                else {
                  code.get(innerBlocksLeft);
                  code.i32(1);
                  code.op("i32.eq");
                  code.when(finish, () =>
                    each((sum, r, v) => {
                      code.get(sumsAt, sum);
                      code.memory("v128.store", 16 * (r * width + v));
                    }),
                  );
                  code.bump(sumsAt, 16 * height * width);
                }
                if (packA) {
                  code.get(at);
                  code.set(tileA);
                } else code.bump(tileA, height * rowA);
              });
              code.bump(column, width * lanes);
              code.bump(panelB, width * lanes * columnB);
            });
          }
        },
        () => {
          code.bump(innerA, innerBlock * stepA);
          code.bump(innerB, innerBlock * stepB);
        },
      );
    },
    () => {
      code.bump(firstRow, rowBlock);
      code.bump(blockA, rowBlock * rowA);
    },
  );
  return code;
}

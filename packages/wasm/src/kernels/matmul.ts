import { Code, type Local, type LocalType } from "../assembler/code";
import type { Pieces } from "./matmul-cover";
import { layMatmul, type Panels } from "./matmul-layout";
import { packColumns, packRows } from "./matmul-pack";
import type { Epilogue, MatmulPlan } from "./matmul-plan";
import { emitTile, firstBlock, lastBlock } from "./matmul-tile";

const [a, b, scratch] = [0, 1, 2];

/** A new local at `from` plus a constant. */
function after(code: Code, from: Local, by = 0): Local {
  code.get(from);
  const local = code.take("i32");
  code.bump(local, by);
  return local;
}

/**
 * Runs `body` for the tiles of a panel from `row` to `end`, the end of the first tiles in the block of rows.
 * The tiles of the second height follow in the last block.
 */
function eachTile(code: Code, { tiles }: Panels, row: Local, end: Local, body: (height: number) => void): void {
  const [first, second] = tiles as [Pieces, Pieces?];
  const run = (height: number, until: () => void) => {
    code.loop(() => {
      body(height);
      code.bump(row, height);
      code.get(row);
      until();
      code.op("i32.ne");
      code.brIf(0);
    });
  };
  run(first.size, () => code.get(end));
  if (!second) return;
  const mainRows = first.size * first.count;
  code.get(end);
  code.i32(mainRows);
  code.op("i32.eq");
  code.when(() => run(second.size, () => code.i32(mainRows + second.size * second.count)));
}

/**
 * The kernel of a matrix product: a function of the addresses of A, B and scratch memory, and of the epilogue's pointers.
 *
 * Each sum starts at 0 and runs over the inner axis in order, with a product rounded before it is added: its bits depend neither
 * on how the product is cut up nor on how many rows there are.
 *
 * From outside in: blocks of rows (of A in the second-level cache), blocks of the inner axis (a panel of B in the caches),
 * panels of B, tiles. Sums wait in scratch memory from one inner block to the next. For small products all loops but the last two vanish.
 */
export function matmul(plan: MatmulPlan, epilogue: Epilogue): Code {
  const code = new Code(["i32", "i32", "i32", ...new Array<LocalType>(epilogue.pointers).fill("i32")]);
  const { rows, inner, transposeA, transposeB, strideA, strideB, dtype } = plan;
  const { panels, packA, packB, innerBlocks, innerBlock, rowBlocks, rowBlock, packedA, sums } = layMatmul(plan);
  const size = dtype === "float32" ? 4 : 8;
  const lanes = 16 / size;
  const [rowA, stepA] = transposeA ? [size, strideA * size] : [strideA * size, size];
  const [stepB, columnB] = transposeB ? [size, strideB * size] : [strideB * size, size];
  const [row, column, firstRow, rowsLeft, innerLeft, block] = [0, 0, 0, 0, 0, 0].map(() => code.local("i32")) as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ];

  /** Runs `body` for each of some blocks, and `next` between; `left` counts down to 1. */
  const eachBlock = (count: number, left: Local, body: () => void, next: () => void) => {
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
  /** Puts on the stack whether this is block number `n` from the end. */
  const isBlock = (left: Local, n: number) => {
    code.get(left);
    code.i32(n);
    code.op("i32.eq");
  };
  /** Puts the end of what starts at `from` and has `step` bytes per step of the inner block into a new local. */
  const endAfter = (from: Local, step: number) => {
    code.i32((inner - (innerBlocks - 1) * innerBlock) * step);
    if (innerBlocks > 1) {
      code.i32(innerBlock * step);
      isBlock(innerLeft, 1);
      code.op("select");
    }
    code.get(from);
    code.op("i32.add");
    return code.take("i32");
  };
  /** Puts the row after the last one of a panel's first tiles on the stack. */
  const endRow = ({ tiles: [first] }: Panels) => {
    code.i32((first?.size ?? 0) * (first?.count ?? 0));
    if (rowBlocks > 1) {
      code.get(firstRow);
      code.i32(rowBlock);
      code.op("i32.add");
      isBlock(rowsLeft, 1);
      code.op("select");
    }
  };
  /** Packs the block of a transposed A as the tiles read it. */
  const packTiles = (group: Panels, from: Local, to: Local) => {
    code.get(firstRow);
    const row = code.take("i32");
    endRow(group);
    eachTile(code, group, row, code.take("i32"), (height) => {
      const end = endAfter(to, height * size);
      packRows(code, after(code, from), to, end, { bytes: height * size, stride: stepA });
      code.bump(from, height * size);
    });
  };
  /** Copies the block of A, whose rows may be so far apart that they displace each other in the cache. */
  const gatherRows = (from: Local, to: Local) => {
    code.i32((rows - (rowBlocks - 1) * rowBlock) * innerBlock * size);
    if (rowBlocks > 1) {
      code.i32(rowBlock * innerBlock * size);
      isBlock(rowsLeft, 1);
      code.op("select");
    }
    code.get(to);
    code.op("i32.add");
    const end = code.take("i32");
    code.loop(() => {
      const copy = after(code, to);
      packRows(code, after(code, from), copy, endAfter(copy, size), { bytes: 16, stride: 16 });
      code.bump(from, rowA);
      code.bump(to, innerBlock * size);
      code.get(to, end);
      code.op("i32.ne");
      code.brIf(0);
    });
  };
  /** Packs a panel of B, and gives its address. */
  const packPanel = ({ size: width, lastLanes }: Panels, from: Local) => {
    const to = after(code, scratch);
    const end = endAfter(to, 16 * width);
    if (transposeB) {
      const count = (width - 1) * lanes + lastLanes;
      packColumns(code, after(code, from), to, end, { lanes, width, count, stride: columnB });
    } else packRows(code, after(code, from), to, end, { bytes: 16 * width, stride: stepB });
    return scratch;
  };
  /** Computes the panels of one width for a block of rows and of the inner axis. */
  const runPanels = (group: Panels, blockA: Local, panelB: Local, waiting: Local) => {
    const { size: width, count } = group;
    const readA = packA ? after(code, scratch, packedA) : blockA;
    if (packA && transposeA) packTiles(group, after(code, blockA), after(code, readA));
    else if (packA && group === panels[0]) gatherRows(after(code, blockA), after(code, readA));
    const step = packB ? 16 * width : stepB;
    const readRowA = packA && !transposeA ? innerBlock * size : rowA;
    code.times(count, () => {
      const readB = packB ? packPanel(group, panelB) : panelB;
      const endB = endAfter(readB, step);
      const tileA = after(code, readA);
      code.get(firstRow);
      code.set(row);
      endRow(group);
      eachTile(code, group, row, code.take("i32"), (height) => {
        const at = packA && transposeA ? tileA : after(code, tileA);
        emitTile(
          code,
          {
            dtype,
            height,
            width,
            lastLanes: group.lastLanes,
            stepB: step,
            blocked: innerBlocks > 1,
            stepA: packA && transposeA ? height * size : stepA,
            rowA: readRowA,
          },
          { a: at, b: readB, endB, row, column, waiting, block },
          epilogue,
        );
        if (at !== tileA) code.bump(tileA, height * readRowA);
      });
      code.bump(column, width * lanes);
      code.bump(panelB, width * lanes * columnB);
    });
  };

  const blockA = after(code, a);
  eachBlock(
    rowBlocks,
    rowsLeft,
    () => {
      const innerA = after(code, blockA);
      const innerB = after(code, b);
      eachBlock(
        innerBlocks,
        innerLeft,
        () => {
          if (innerBlocks > 1) {
            isBlock(innerLeft, innerBlocks);
            isBlock(innerLeft, 1);
            code.i32(lastBlock / firstBlock);
            code.op("i32.mul", "i32.or");
            code.set(block);
          }
          const waiting = after(code, scratch, sums);
          const panelB = after(code, innerB);
          code.i32(0);
          code.set(column);
          for (const group of panels) runPanels(group, innerA, panelB, waiting);
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

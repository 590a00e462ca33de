import type { Code, Local } from "../assembler/code";
import type { Epilogue, MatmulPlan } from "./matmul-plan";

/** Stores the first lanes of a vector at an address in `at` plus `offset`, and no byte after them. */
function storeLanes(code: Code, at: Local, vector: Local, offset: number, bytes: number): void {
  code.get(at, vector);
  if (bytes === 16) code.memory("v128.store", offset);
  else if (bytes === 4) code.memory("v128.store32_lane", offset, 0);
  else code.memory("v128.store64_lane", offset, 0);
  if (bytes !== 12) return;
  code.get(at, vector);
  code.memory("v128.store32_lane", offset + 8, 2);
}

/** The epilogue that stores the sums as a matrix, rows `stride` elements apart, and nothing else. */
export function storeSums(plan: MatmulPlan, stride = plan.columns): Epilogue {
  const size = plan.dtype === "float32" ? 4 : 8;
  let cursor: Local;
  return {
    pointers: 1,
    tile(code, row, column) {
      code.get(row);
      code.i32(stride);
      code.op("i32.mul");
      code.get(column);
      code.op("i32.add");
      code.i32(size);
      code.op("i32.mul");
      code.get(3);
      code.op("i32.add");
      cursor = code.take("i32");
    },
    vector(code, sums, row, column, lanes) {
      storeLanes(code, cursor, sums, (row * stride + column) * size, lanes * size);
    },
  };
}

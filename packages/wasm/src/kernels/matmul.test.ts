import { describe, expect, it } from "vitest";
import type { Code } from "../assembler/code";
import { Module } from "../assembler/module";
import { matmul } from "./matmul";
import { matmulScratch } from "./matmul-layout";
import type { Epilogue, MatmulPlan } from "./matmul-plan";
import { storeSums } from "./store-sums";

type Dtype = MatmulPlan["dtype"];
type Numbers = Float32Array | Float64Array;
type Kernel = (...pointers: number[]) => void;

const pages = 64;
const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
/** What stands where nothing may be written. */
const guard = -77.5;

function instantiate(kernels: readonly Code[]): Kernel[] {
  const module = new Module();
  kernels.forEach((kernel, i) => {
    module.export(`${i}`, module.add(kernel));
  });
  const compiled = new WebAssembly.Module(module.bytes(false));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return kernels.map((_, i) => exports[`${i}`] as Kernel);
}

const numbersAt = (dtype: Dtype, at: number, length: number): Numbers =>
  dtype === "float32" ? new Float32Array(memory.buffer, at, length) : new Float64Array(memory.buffer, at, length);

/** Numbers of mixed sizes and signs, so that sums in another order have other bits. */
function fill(to: Numbers, seed: number): void {
  let state = seed;
  for (let i = 0; i < to.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    to[i] = state / 2 ** 31 + (state & 7) / 3;
  }
}

function planned(rows: number, inner: number, columns: number, form: number, dtype: Dtype, gap = 0): MatmulPlan {
  const [transposeA, transposeB] = [form % 2 > 0, form > 1];
  const strideA = (transposeA ? rows : inner) + gap;
  const strideB = (transposeB ? inner : columns) + gap;
  return { dtype, rows, inner, columns, transposeA, transposeB, strideA, strideB };
}

interface Placed {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly scratch: number;
  readonly valuesA: Numbers;
  readonly valuesB: Numbers;
}

/** A, B, C and scratch one after the other, with 16 bytes after A and B that are not numbers. */
function place(plan: MatmulPlan, lengthC: number): Placed {
  const size = plan.dtype === "float32" ? 4 : 8;
  const lengthA = (plan.transposeA ? plan.inner : plan.rows) * plan.strideA;
  const lengthB = (plan.transposeB ? plan.columns : plan.inner) * plan.strideB;
  const a = 64;
  const b = a + lengthA * size + 16;
  const c = b + lengthB * size + 16;
  const scratch = c + (lengthC + 8) * size;
  const valuesA = numbersAt(plan.dtype, a, lengthA);
  const valuesB = numbersAt(plan.dtype, b, lengthB);
  numbersAt(plan.dtype, a, lengthA + 16 / size).fill(Number.NaN);
  numbersAt(plan.dtype, b, lengthB + 16 / size).fill(Number.NaN);
  fill(valuesA, plan.rows);
  fill(valuesB, plan.columns + 1);
  numbersAt(plan.dtype, c, lengthC + 8).fill(guard);
  return { a, b, c, scratch, valuesA, valuesB };
}

/** The definition: each sum from 0, in the order of the inner axis, each product and each sum rounded. */
function reference(plan: MatmulPlan, { valuesA, valuesB }: Placed): Numbers {
  const round = plan.dtype === "float32" ? Math.fround : (x: number) => x;
  const { rows, inner, columns, strideA, strideB, transposeA, transposeB } = plan;
  const sums = plan.dtype === "float32" ? new Float32Array(rows * columns) : new Float64Array(rows * columns);
  for (let m = 0; m < rows; m++) {
    for (let n = 0; n < columns; n++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) {
        const x = valuesA[transposeA ? k * strideA + m : m * strideA + k] ?? 0;
        const y = valuesB[transposeB ? n * strideB + k : k * strideB + n] ?? 0;
        sum = round(sum + round(x * y));
      }
      sums[m * columns + n] = sum;
    }
  }
  return sums;
}

/** Runs a kernel that stores rows `stride` apart; the indices of C, its gaps and its guard that do not hold what they should. */
function wrong(plan: MatmulPlan, kernel: Kernel, stride: number): number[] {
  const lengthC = plan.rows * stride;
  const size = plan.dtype === "float32" ? 4 : 8;
  const placed = place(plan, lengthC);
  const scratchBytes = matmulScratch(plan);
  const guards = numbersAt(plan.dtype, Math.ceil((placed.scratch + scratchBytes) / size) * size + 16, 4).fill(guard);
  kernel(placed.a, placed.b, placed.scratch, placed.c);
  const want = reference(plan, placed);
  const got = numbersAt(plan.dtype, placed.c, lengthC + 8);
  const bad: number[] = [];
  got.forEach((x, i) => {
    const column = i % stride;
    const inside = i < lengthC && column < plan.columns;
    if (!Object.is(x, inside ? want[Math.floor(i / stride) * plan.columns + column] : guard)) bad.push(i);
  });
  return guards.every((x) => x === guard) ? bad : [...bad, -1];
}

/** The plans whose kernels go wrong. */
function failing(plans: readonly MatmulPlan[], gapC = 0): string[] {
  const kernels = instantiate(plans.map((plan) => matmul(plan, storeSums(plan, plan.columns + gapC))));
  return plans.flatMap((plan, i) => {
    const bad = wrong(plan, kernels[i] as Kernel, plan.columns + gapC);
    return bad.length ? [`${JSON.stringify(plan)} at ${bad.slice(0, 5)}`] : [];
  });
}

const forms = [0, 1, 2, 3];

describe.each(["float32", "float64"] as const)("a matrix product of %s numbers", (dtype) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 33, 65])("has the bits of the plain loop for %i rows", (rows) => {
    const sides = [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 33, 65];
    const plans = sides.flatMap((columns) =>
      [1, 2, 3, 4, 5, 7, 16, 33].flatMap((inner) => forms.map((form) => planned(rows, inner, columns, form, dtype))),
    );
    expect(failing(plans)).toEqual([]);
  });

  it("has them in matrices whose rows stand apart, and leaves what is between", () => {
    const plans = [1, 3, 5, 8, 17].flatMap((rows) =>
      [1, 4, 6, 11].flatMap((inner) =>
        [1, 2, 7, 8, 13].flatMap((columns) => forms.map((form) => planned(rows, inner, columns, form, dtype, 3))),
      ),
    );
    expect(failing(plans, 2)).toEqual([]);
  });

  it.each([
    [1, 700, 37],
    [17, 300, 33],
    [19, 1203, 264],
    [40, 2330, 20],
    [131, 1059, 47],
    [247, 1391, 41],
    [370, 140, 90],
    [489, 530, 73],
    [260, 40, 270],
  ])("has them in blocks too: %i rows, %i steps, %i columns", (rows, inner, columns) => {
    expect(failing(forms.map((form) => planned(rows, inner, columns, form, dtype)))).toEqual([]);
  });

  it("does not depend on the rows beside a row", () => {
    const [inner, columns] = [300, 70];
    const together = planned(256, inner, columns, 0, dtype);
    const alone = { ...together, rows: 1 };
    const kernels = instantiate([together, alone].map((plan) => matmul(plan, storeSums(plan))));
    const placed = place(together, 256 * columns);
    const size = dtype === "float32" ? 4 : 8;
    kernels[0]?.(placed.a, placed.b, placed.scratch, placed.c);
    const all = numbersAt(dtype, placed.c, 256 * columns).slice();
    for (let m = 0; m < 256; m++) {
      kernels[1]?.(placed.a + m * inner * size, placed.b, placed.scratch, placed.c + m * columns * size);
    }
    expect(numbersAt(dtype, placed.c, 256 * columns)).toEqual(all);
  });
});

describe("an epilogue", () => {
  it("learns the place and the lanes of each vector", () => {
    const plan = planned(11, 3, 23, 0, "float32");
    let cursor = 0;
    /** Stores row · 1000 + column of the vector's first element over as many elements as count; the sums only prove to be there. */
    const places: Epilogue = {
      pointers: 2,
      tile(code, row, column) {
        code.get(row);
        code.i32(1000);
        code.op("i32.mul");
        code.get(column);
        code.op("i32.add");
        cursor = code.take("i32");
      },
      vector(code, sums, row, column, lanes) {
        for (let lane = 0; lane < lanes; lane++) {
          // 4 · (row · 23 + column + lane), from row · 1000 + column
          const at = code.local("i32");
          code.get(cursor);
          code.i32(row * 1000 + column);
          code.op("i32.add");
          code.set(at);
          code.get(at, at);
          code.i32(1000);
          code.op("i32.div_u");
          code.i32(23 - 1000);
          code.op("i32.mul", "i32.add");
          code.i32(4);
          code.op("i32.mul");
          code.get(4);
          code.op("i32.add");
          code.get(at);
          code.memory("i32.store", 4 * lane);
          code.get(3, sums);
          code.memory("v128.store");
        }
      },
    };
    const [kernel] = instantiate([matmul(plan, places)]);
    const placed = place(plan, 11 * 23);
    kernel?.(placed.a, placed.b, placed.scratch, 0, placed.c);
    const got = [...new Int32Array(memory.buffer, placed.c, 11 * 23)];
    // Vectors begin every 4 columns.
    expect(got).toEqual(got.map((_, i) => Math.floor(i / 23) * 1000 + Math.floor((i % 23) / 4) * 4));
  });
});

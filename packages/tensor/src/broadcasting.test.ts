// Broadcasting of every operation on two arrays, against a reference that looks each element up by its index.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbersOf } from "../test/numbers-of";
import { NeuriteError } from "./error";
import { gradient } from "./gradient";
import { type Shape, sizeOf } from "./shape";
import { constant } from "./source";

const operations = {
  add: (a: number, b: number) => a + b,
  sub: (a: number, b: number) => a - b,
  mul: (a: number, b: number) => a * b,
  div: (a: number, b: number) => a / b,
  pow: (a: number, b: number) => a ** b,
  minimum: (a: number, b: number) => Math.min(a, b),
  maximum: (a: number, b: number) => Math.max(a, b),
  less: (a: number, b: number) => Number(a < b),
  equal: (a: number, b: number) => Number(a === b),
};

/** Two shapes that mostly broadcast: sides of one shape, some set to 1, some axes in front left out. */
const shapes = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), fc.infiniteStream(fc.nat(3)), fc.nat(4), fc.nat(4))
  .map(([full, choice, cutA, cutB]) => {
    const thin = (cut: number) =>
      full.slice(Math.min(cut, full.length)).map((side) => {
        const n = choice.next().value as number;
        return n === 0 ? 1 : n === 1 && side === 2 ? 3 : side;
      });
    return [thin(cutA), thin(cutB)] as const;
  });

/** The index of every element of a shape, row by row. */
function indicesOf(shape: Shape): number[][] {
  return shape.reduce<number[][]>(
    (lists, side) => lists.flatMap((list) => Array.from({ length: side }, (_, i) => [...list, i])),
    [[]],
  );
}

/** NumPy's rule in its simplest form: align at the end; a side of 1 or an absent one gives its only element. */
function elementAt(data: readonly number[], shape: Shape, index: readonly number[]): number {
  const own = index.slice(index.length - shape.length);
  const flat = shape.reduce((at, side, axis) => at * side + (side === 1 ? 0 : (own[axis] as number)), 0);
  return data[flat] as number;
}

function naiveShape(a: Shape, b: Shape): number[] | undefined {
  const rank = Math.max(a.length, b.length);
  const pad = (shape: Shape) => [...new Array<number>(rank - shape.length).fill(1), ...shape];
  const [x, y] = [pad(a), pad(b)];
  const fits = x.every((side, axis) => side === y[axis] || side === 1 || y[axis] === 1);
  return fits ? x.map((side, axis) => (side === 1 ? (y[axis] as number) : side)) : undefined;
}

const numbersFor = (shape: Shape, salt: number) =>
  Array.from({ length: sizeOf(shape) }, (_, i) => ((i * 7 + salt) % 5) - 2);

describe("broadcasting", () => {
  it("gives every operation NumPy's shapes and elements, and refuses what NumPy refuses", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(operations)), shapes, (name, [shapeA, shapeB]) => {
        const op = name as keyof typeof operations;
        const [dataA, dataB] = [numbersFor(shapeA, 1), numbersFor(shapeB, 3)];
        const a = constant(Float64Array.from(dataA), "float64", shapeA);
        const b = constant(Float64Array.from(dataB), "float64", shapeB);
        const shape = naiveShape(shapeA, shapeB);
        if (!shape) {
          expect(() => a[op](b)).toThrow(NeuriteError);
          return;
        }
        const result = a[op](b);
        expect(result.shape).toEqual(shape);
        const expected = indicesOf(shape).map((index) =>
          operations[op](elementAt(dataA, shapeA, index), elementAt(dataB, shapeB, index)),
        );
        expect(numbersOf(result)).toEqual(expected);
      }),
      { numRuns: 600, seed: 1 },
    );
  });

  it("gives each gradient the shape of its tensor, summed over every place it was used", () => {
    fc.assert(
      fc.property(shapes, ([shapeA, shapeB]) => {
        const shape = naiveShape(shapeA, shapeB);
        fc.pre(shape !== undefined);
        const a = constant(new Float64Array(sizeOf(shapeA)).fill(2), "float64", shapeA);
        const b = constant(new Float64Array(sizeOf(shapeB)).fill(3), "float64", shapeB);
        const [toA, toB] = gradient(a.mul(b).sum(), [a, b]);
        expect([toA.shape, toB.shape]).toEqual([shapeA, shapeB]);
        // each element is used size / own size times, each time with the slope of the other
        const uses = (own: Shape) => (sizeOf(own) === 0 ? 0 : sizeOf(shape ?? []) / sizeOf(own));
        expect(numbersOf(toA)).toEqual(numbersFor(shapeA, 0).map(() => 3 * uses(shapeA)));
        expect(numbersOf(toB)).toEqual(numbersFor(shapeB, 0).map(() => 2 * uses(shapeB)));
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});

// The sums of products of columns, X'X, to some 70 bits by a program of float64: a backend that is good at products of matrices does nearly all of it.
// Each number is split in two, x = h + l, with h a multiple of 2⁻²¹. The sums of h h' over a block of rows fit into 53 bits, so no rounding touches
// them; those with l are so small that rounding takes 2⁻⁵³ of 2⁻²² only. Source: Ozaki, Ogita, Oishi and Rump, Error-free transformations of matrix
// multiplication, Numerical Algorithms 59 (2012).
import { type Entry, input, type Program, type Tensor } from "@neurite/tensor";
import { splitter } from "./double-double";

/** Rows at a time. With |h| ≤ √2 a sum of their products is below 2¹⁰ and a multiple of 2⁻⁴²: 52 bits. */
export const blockHeight = 512;
/** Added and taken off again, it leaves a multiple of 2⁻²¹, rounded. */
const rounder = 1.5 * 2 ** 31;
/** More panels multiply less that is known by symmetry, but each is code of its own, and low ones are slow. */
const mostPanels = 3;
const leastHeight = 16;

/** What the columns need beyond float64 values. */
export interface GramKind {
  readonly size: number;
  /** Whether there are low parts. */
  readonly low: boolean;
  /** Whether rows have weights. */
  readonly weighted: boolean;
}

/** Some columns that are multiplied by themselves and by those after them: the products below the diagonal are those above it. */
export interface GramPanel {
  readonly from: number;
  readonly count: number;
}

/** A few panels, the last one lower than the others where it must be. */
export function gramPanels(size: number): readonly GramPanel[] {
  const height = Math.max(leastHeight, 4 * Math.ceil(size / (4 * mostPanels)));
  return Array.from({ length: Math.ceil(size / height) }, (_, i) => ({
    from: i * height,
    count: Math.min(height, size - i * height),
  }));
}

/**
 * The program of columns with `shift` and `scale`: its entry `add` takes a block of their `values` (`[size, rows]`; with their `low` parts, and with
 * the `roots` of the weights as `[2, rows]`, high and low) and adds its products.
 *
 * X'X = E + M + M': E in `exact<panel>` and, what its own rounding took, `rest<panel>`, M in `small`.
 */
export function gramProgram({ size, low, weighted }: GramKind): Program {
  const given = (name: string, shape: readonly number[]) => input(name, { shape, dtype: "float64" });
  const shift = given("shift", [size, 1]);
  const scale = given("scale", [size, 1]);
  const values = given("values", [size, blockHeight]);
  const inputs: Record<string, Tensor> = { values };

  // the shift is taken off without error: s + rest = values - shift
  const s = values.sub(shift);
  const t = s.sub(values);
  let rest = values.sub(s.sub(t)).sub(shift.add(t));
  if (low) {
    inputs.low = given("low", [size, blockHeight]);
    rest = rest.add(inputs.low);
  }
  let x = { high: s.mul(scale), low: rest.mul(scale) };
  if (weighted) {
    inputs.roots = given("roots", [2, blockHeight]);
    x = timesRoots(x, inputs.roots);
  }
  const h = x.high.add(rounder).sub(rounder);
  const l = x.high.sub(h).add(x.low);

  const small = given("small", [size, size]);
  const state: Record<string, Tensor> = { shift, scale, small };
  // (h + l)(h + l)' = h h' + m + m' with m = (h + l/2) l'
  const updates: Record<string, Tensor> = { small: small.add(h.add(l.mul(0.5)).matmul(l.transpose())) };
  for (const [i, { from, count }] of gramPanels(size).entries()) {
    const rows = h.slice([from, 0], [count, blockHeight]);
    const columns = h.slice([from, 0], [size - from, blockHeight]);
    const sum = given(`exact${i}`, [count, size - from]);
    const lost = given(`rest${i}`, [count, size - from]);
    const products = rows.matmul(columns.transpose());
    const next = sum.add(products);
    const v = next.sub(sum);
    state[`exact${i}`] = sum;
    state[`rest${i}`] = lost;
    updates[`exact${i}`] = next;
    updates[`rest${i}`] = lost.add(sum.sub(next.sub(v)).add(products.sub(v)));
  }
  const add: Entry = { inputs, outputs: {}, updates };
  return { state, entries: { add } };
}

interface Parts {
  readonly high: Tensor;
  readonly low: Tensor;
}

/** x times the roots of its rows' weights, as multiply in double-double.ts. */
function timesRoots(x: Parts, roots: Tensor): Parts {
  const root = roots.slice([0, 0], [1, blockHeight]);
  const rootLow = roots.slice([1, 0], [1, blockHeight]);
  const high = x.high.mul(root);
  const a = halves(x.high);
  const b = halves(root);
  const lost = a.low.mul(b.low).sub(high.sub(a.high.mul(b.high)).sub(a.low.mul(b.high)).sub(a.high.mul(b.low)));
  return { high, low: lost.add(x.high.mul(rootLow).add(x.low.mul(root))) };
}

/** Two halves of 26 bits. */
function halves(x: Tensor): Parts {
  const s = x.mul(splitter);
  const high = s.sub(s.sub(x));
  return { high, low: x.sub(high) };
}

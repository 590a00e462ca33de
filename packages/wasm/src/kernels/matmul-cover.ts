/** A number of equal pieces, one after the other. */
export interface Pieces {
  readonly size: number;
  readonly count: number;
}

/** Pieces side by side, and what they cost together. */
export interface Cover {
  readonly pieces: readonly Pieces[];
  readonly cost: number;
}

/** More vectors than this do not fit into the 16 registers of x86-64, of which V8 keeps one. */
const registers = 15;
export const widest = 12;

/** Blocks of rows are multiples of this, and so of every height of a tile. */
export const rowUnit = 120;

/**
 * Half cycles for one step over the inner axis: the multiply-adds, or the wait for the sums before; then the loop and, since they cost
 * an address each, the elements of A.
 *
 * Some engines load all operands of a step before they use one, so they count as live, and so does a product.
 */
export function stepCost(height: number, width: number): number {
  const sums = height * width;
  if (rowUnit % height || sums + height + width + 1 > registers) return Number.POSITIVE_INFINITY;
  return Math.max(sums, 7) + 1 + height / 8;
}

/** The cheapest way to cut `length` into pieces of at most two sizes: each size is code of its own. */
export function cover(length: number, cost: (size: number) => number): Cover {
  let best: Cover = { pieces: [], cost: Number.POSITIVE_INFINITY };
  for (let size = Math.min(widest, length); size > 0; size--) {
    const each = cost(size);
    if (each === Number.POSITIVE_INFINITY) continue;
    const most = Math.floor(length / size);
    if (most * size === length) {
      if (most * each < best.cost) best = { pieces: [{ size, count: most }], cost: most * each };
      continue;
    }
    for (let count = most; count > Math.max(0, most - 2); count--) {
      const rest = length - count * size;
      for (let times = 1; times < 4; times++) {
        if (rest % times !== 0) continue;
        const total = count * each + times * cost(rest / times);
        if (total < best.cost)
          best = {
            pieces: [
              { size, count },
              { size: rest / times, count: times },
            ],
            cost: total,
          };
      }
    }
  }
  return best;
}

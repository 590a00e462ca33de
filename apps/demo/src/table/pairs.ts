// Which two columns say most together: the pair whose table of means tells rows that were not used for it more than its two columns added up.

/** A column in bins: `bins[row]` from 0 up, below `count`. */
export interface BinnedColumn {
  readonly name: string;
  readonly bins: Uint8Array;
  readonly count: number;
}

/** Two columns and what they say together. */
export interface Pair {
  readonly x: string;
  readonly y: string;
  /** The share of the target's ups and downs that the pair explains beyond the sum of its two. */
  readonly gain: number;
  /** How many cells its table of means has. */
  readonly cells: number;
}

interface Rows {
  /** The rows that means are taken of. */
  readonly train: Int32Array;
  /** The rows that the gain is measured on. */
  readonly held: Int32Array;
}

/** A mean of fewer rows than this is mostly what its row and column say. */
const shrink = 8;
const rounds = 12;

/**
 * All pairs, the one with the largest gain first; a pair of fewer cells goes before one that is hardly better (a tenth), since its picture
 * is simpler. Where `due` says so, the rest is left out.
 */
export function rankPairs(
  columns: readonly BinnedColumn[],
  target: Float64Array,
  rows: Rows,
  due: () => boolean = () => false,
): readonly Pair[] {
  const found: Pair[] = [];
  for (const [i, one] of columns.entries()) {
    for (const other of columns.slice(i + 1)) {
      if (due()) return sorted(found);
      found.push(gainOf(one, other, target, rows));
    }
  }
  return sorted(found);
}

function sorted(pairs: readonly Pair[]): readonly Pair[] {
  const byGain = [...pairs].sort((a, b) => b.gain - a.gain);
  const best = byGain[0]?.gain ?? 0;
  const simplest = byGain
    .filter(({ gain }) => gain > 0 && gain >= 0.9 * best)
    .sort((a, b) => a.cells - b.cells || b.gain - a.gain)[0];
  return simplest ? [simplest, ...byGain.filter((pair) => pair !== simplest)] : byGain;
}

function gainOf(one: BinnedColumn, other: BinnedColumn, target: Float64Array, { train, held }: Rows): Pair {
  const cells = one.count * other.count;
  const n = new Float64Array(cells);
  const sums = new Float64Array(cells);
  let total = 0;
  for (const row of train) {
    const cell = (one.bins[row] as number) * other.count + (other.bins[row] as number);
    const y = target[row] as number;
    n[cell] = (n[cell] as number) + 1;
    sums[cell] = (sums[cell] as number) + y;
    total += y;
  }
  const added = addUp(n, sums, one.count, other.count, total / Math.max(1, train.length));
  let apart = 0;
  let together = 0;
  let about = 0;
  const mean = total / Math.max(1, train.length);
  for (const row of held) {
    const cell = (one.bins[row] as number) * other.count + (other.bins[row] as number);
    const y = target[row] as number;
    const sum = added[cell] as number;
    const count = n[cell] as number;
    const own = count === 0 ? sum : (sums[cell] as number) / count;
    apart += (y - sum) ** 2;
    together += (y - (sum + (count / (count + shrink)) * (own - sum))) ** 2;
    about += (y - mean) ** 2;
  }
  return { x: one.name, y: other.name, gain: about > 0 ? (apart - together) / about : 0, cells };
}

/** The best a_i + b_j for each cell by its rows' squares, found by turns. */
function addUp(n: Float64Array, sums: Float64Array, height: number, width: number, mean: number): Float64Array {
  const a = new Float64Array(height);
  const b = new Float64Array(width);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < height; i++) {
      let [count, sum] = [0, 0];
      for (let j = 0; j < width; j++) {
        const cell = i * width + j;
        count += n[cell] as number;
        sum += (sums[cell] as number) - (n[cell] as number) * (mean + (b[j] as number));
      }
      a[i] = count === 0 ? 0 : sum / count;
    }
    for (let j = 0; j < width; j++) {
      let [count, sum] = [0, 0];
      for (let i = 0; i < height; i++) {
        const cell = i * width + j;
        count += n[cell] as number;
        sum += (sums[cell] as number) - (n[cell] as number) * (mean + (a[i] as number));
      }
      b[j] = count === 0 ? 0 : sum / count;
    }
  }
  return Float64Array.from(
    n,
    (_, cell) => mean + (a[Math.floor(cell / width)] as number) + (b[cell % width] as number),
  );
}

// Shares of classes by the largest remainder, in whole numbers.

/**
 * Assigns shuffled rows to train (0), validation (1) and test (2) so that each class has its share in every part.
 *
 * The parts have exactly the sizes given; a class keeps a row in train as long as that is possible.
 */
export function stratified(
  order: Int32Array,
  classes: Int32Array,
  sizes: { readonly test: number; readonly validation: number },
): Uint8Array {
  const byClass = new Map<number, number[]>();
  for (const row of order) {
    const key = classes[row] as number;
    const list = byClass.get(key);
    if (list === undefined) byClass.set(key, [row]);
    else list.push(row);
  }
  // By class number, not by the order in which the shuffle met them.
  const groups = [...byClass].sort(([a], [b]) => a - b).map(([, rows]) => rows);
  const spare = groups.reduce((sum, rows) => sum + rows.length - 1, 0);
  const keep = sizes.test + sizes.validation <= spare ? 1 : 0;
  const part = new Uint8Array(order.length);
  for (const [name, value] of [
    ["test", 2],
    ["validation", 1],
  ] as const) {
    const free = groups.map((rows) => rows.length - keep);
    const quotas = shares(
      groups.map((rows) => rows.length),
      free,
      sizes[name],
    );
    for (const [i, rows] of groups.entries()) {
      for (const row of rows.splice(0, quotas[i] as number)) part[row] = value;
    }
  }
  return part;
}

/** Shares `total` out in proportion to the weights, none above its limit (the limits add up to `total` or more). */
function shares(weights: readonly number[], limits: readonly number[], total: number): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const quotas = weights.map((weight, i) => Math.min(limits[i] as number, Math.floor((weight * total) / all)));
  const byRemainder = weights
    .map((weight, i) => ({ i, remainder: (weight * total) % all }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  let left = total - quotas.reduce((sum, quota) => sum + quota, 0);
  while (left > 0) {
    for (const { i } of byRemainder) {
      if (left === 0 || (quotas[i] as number) >= (limits[i] as number)) continue;
      quotas[i] = (quotas[i] as number) + 1;
      left--;
    }
  }
  return quotas;
}

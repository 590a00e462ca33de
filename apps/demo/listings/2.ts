// Chapter 2, what the line misses. Needs Node and neurite: npm install neurite tsx, then npx tsx 2.ts
import { leastSquares, predictLinear } from "neurite";

/** Numbers in [0, 1), by Tommy Ettinger's generator. */
function mulberry32(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Columns at an interaction k, and the mean that the noise was added to. */
function customers(k: number) {
  const u = mulberry32(7);
  const rows = Array.from({ length: 400 }, () => {
    const age = Math.floor(30 + 55 * u());
    const balance = Math.floor(500 * u() + 0.5) / 10;
    const retired = u() < Math.min(1, Math.max(0, (age - 52) / 20)) ? 1 : 0;
    let noise = -6;
    for (let i = 0; i < 12; i++) noise += u();
    const mean = 26 - 0.15 * (age - 57) - 6 * (retired - 0.4) - k * 1.2 * (retired - 0.4) * (balance - 25);
    return { age, balance, retired, turn: balance * retired, y: Math.max(0, Math.floor(mean + 3 * noise + 0.5)), mean };
  });
  return (name: keyof (typeof rows)[number]) => rows.map((row) => row[name]);
}

type Columns = ReturnType<typeof customers>;

/** On the held-out rows, the last 100. */
function r2(actual: readonly number[], said: ArrayLike<number>): number {
  const [y, z] = [actual.slice(300), Array.from(said).slice(300)];
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const squares = (from: (row: number) => number) => y.reduce((sum, value, row) => sum + (value - from(row)) ** 2, 0);
  return 1 - squares((row) => z[row] as number) / squares(() => mean);
}

/** Least squares on the first 300 rows: coefficients, and R² on the others. */
function fit(column: Columns, names: readonly Parameters<Columns>[0][]) {
  const table = (end: number) => new Map(names.map((name) => [name, column(name).slice(0, end)]));
  const line = leastSquares(table(300), column("y").slice(0, 300));
  const b = [line.intercept ?? 0, ...line.coefficients.map(({ estimate }) => estimate)] as const;
  return { b, r2: r2(column("y"), predictLinear(line, table(400))) };
}

for (let tenth = 0; tenth <= 10; tenth++) {
  const column = customers(tenth / 10);
  const line = fit(column, ["age", "balance", "retired"]);
  const product = fit(column, ["age", "balance", "retired", "turn"]);
  console.log(
    `k ${(tenth / 10).toFixed(1)}: line ${line.r2.toFixed(3)}, product ${product.r2.toFixed(3)}, the line about balance ${line.b[2]?.toFixed(3)}`,
  );
}

const all = customers(1);
const { b, r2: twoLines } = fit(all, ["balance", "retired", "turn"]);
const [start, slope = 0, more = 0, turn = 0] = b;
console.log(
  `working ${start.toFixed(2)} + ${slope.toFixed(3)} balance, retired ${(start + more).toFixed(2)} + ${(slope + turn).toFixed(3)} balance`,
);
console.log(`they cross at ${(-more / turn).toFixed(1)}, held-out R2 ${twoLines.toFixed(3)}`);
console.log(`parallel lines: held-out R2 ${fit(all, ["balance", "retired"]).r2.toFixed(3)}`);
console.log(`the formula itself: held-out R2 ${r2(all("y"), all("mean")).toFixed(3)}`);

// The one table of all chapters: invented by a formula, so that the truth is known.
import { mulberry32 } from "./mulberry32";

/** A bank's customers, column by column; a row is a customer. */
export interface Customers {
  /** How much the columns act together, from 0 to 1. */
  readonly interaction: number;
  /** Years, 30 to 84. */
  readonly age: Float64Array;
  /** Thousand euro, 0 to 50. */
  readonly balance: Float64Array;
  /** 0 or 1. */
  readonly retired: Float64Array;
  /** A month. */
  readonly transactions: Float64Array;
  /** What the formula says without its noise: nothing predicts better. */
  readonly truth: Float64Array;
}

/** Rows that models learn from come first; the others are held out. */
export const trainRows = 300;
export const customerRows = 400;
const seed = 7;

/**
 * 400 invented customers. Only + − × ÷ and floor are used (the noise is a sum of twelve), so every engine gets the same rows.
 *
 * `interaction` changes only what balance and retirement do together: the slope of balance is 1.2 · interaction · 0.4 thousand
 * euro for those who work and −1.2 · interaction · 0.6 for the retired.
 */
export function createCustomers(interaction: number): Customers {
  const u = mulberry32(seed);
  const column = () => new Float64Array(customerRows);
  const table = { age: column(), balance: column(), retired: column(), transactions: column(), truth: column() };
  for (let row = 0; row < customerRows; row++) {
    const age = Math.floor(30 + 55 * u());
    const balance = Math.floor(500 * u() + 0.5) / 10;
    const retired = u() < Math.min(1, Math.max(0, (age - 52) / 20)) ? 1 : 0;
    let noise = -6;
    for (let i = 0; i < 12; i++) noise += u();
    const mean = 26 - 0.15 * (age - 57) - 6 * (retired - 0.4) - interaction * 1.2 * (retired - 0.4) * (balance - 25);
    table.age[row] = age;
    table.balance[row] = balance;
    table.retired[row] = retired;
    table.truth[row] = mean;
    table.transactions[row] = Math.max(0, Math.floor(mean + 3 * noise + 0.5));
  }
  return { interaction, ...table };
}

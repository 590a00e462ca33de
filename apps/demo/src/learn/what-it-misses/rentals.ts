// The bike rentals, hour by hour, and what the hour and the kind of day say of them, added up and together.
import { leastSquares } from "neurite";

/** The columns that are needed of the shipped table. */
export interface Rentals {
  /** 0 to 23. */
  readonly hour: Float64Array;
  /** 1 on working days. */
  readonly workingday: Float64Array;
  readonly rentals: Float64Array;
}

/** Reads the shipped table: known columns, numbers, no quotes. */
export function readRentals(text: string): Rentals {
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(",");
  const places = ["hr", "workingday", "cnt"].map((name) => names.indexOf(name));
  if (places.some((place) => place < 0))
    throw new Error(`The bike table should have the columns hr, workingday and cnt, got ${head}.`);
  const [hour, workingday, rentals] = places.map((place) =>
    Float64Array.from(lines, (line) => Number(line.split(",")[place])),
  ) as [Float64Array, Float64Array, Float64Array];
  return { hour, workingday, rentals };
}

/** The rows of one hour on one kind of day. */
export interface Cell {
  readonly hour: number;
  readonly workingday: number;
  readonly rows: readonly number[];
  readonly mean: number;
}

/** What three models say of a row, and how well: R² on all rows. */
export interface RentalModels {
  readonly cells: readonly Cell[];
  readonly mean: number;
  /** Squares about the mean. */
  readonly about: number;
  /** One slope for the hour, one for the working day. */
  readonly straight: {
    readonly intercept: number;
    readonly perHour: number;
    readonly perWorkingday: number;
    readonly left: number;
  };
  /** Every hour a level of its own, a working day the same for each. */
  readonly added: { readonly levels: readonly number[]; readonly perWorkingday: number; readonly left: number };
  /** Every hour of each kind of day a level of its own. */
  readonly together: { readonly left: number };
}

const hours = 24;

/** Fits the models through the means of the 48 cells, weighted by their rows, which gives what fitting all rows gives. */
export function fitRentals({ hour, workingday, rentals }: Rentals): RentalModels {
  const rowsOf: number[][] = Array.from({ length: 2 * hours }, () => []);
  for (let row = 0; row < rentals.length; row++)
    rowsOf[(workingday[row] as number) * hours + (hour[row] as number)]?.push(row);
  const cells = rowsOf.map((rows, i): Cell => {
    const sum = rows.reduce((total, row) => total + (rentals[row] as number), 0);
    return { hour: i % hours, workingday: Math.floor(i / hours), rows, mean: sum / rows.length };
  });
  const mean = rentals.reduce((sum, y) => sum + y, 0) / rentals.length;
  const left = (said: (cell: Cell) => number) =>
    cells.reduce(
      (sum, cell) => sum + cell.rows.reduce((part, row) => part + ((rentals[row] as number) - said(cell)) ** 2, 0),
      0,
    );

  const fit = (columns: readonly (readonly [string, readonly number[]])[]) => {
    const { intercept, coefficients } = leastSquares(
      columns,
      cells.map((cell) => cell.mean),
      {
        weights: cells.map(({ rows }) => rows.length),
      },
    );
    return { intercept: intercept ?? 0, slopes: coefficients.map(({ estimate }) => estimate) };
  };
  const working = ["workingday", cells.map((cell) => cell.workingday)] as const;
  const line = fit([["hour", cells.map((cell) => cell.hour)], working]);
  const [perHour = 0, perWorkingday = 0] = line.slopes;
  const isHour = (at: number) => [`hour ${at}`, cells.map((cell) => Number(cell.hour === at))] as const;
  const free = fit([working, ...Array.from({ length: hours - 1 }, (_, i) => isHour(i + 1))]);
  const [forWorking = 0, ...further] = free.slopes;
  const levels = [free.intercept, ...further.map((more) => free.intercept + more)];
  return {
    cells,
    mean,
    about: left(() => mean),
    straight: {
      intercept: line.intercept,
      perHour,
      perWorkingday,
      left: left((cell) => line.intercept + perHour * cell.hour + perWorkingday * cell.workingday),
    },
    added: {
      levels,
      perWorkingday: forWorking,
      left: left((cell) => (levels[cell.hour] as number) + forWorking * cell.workingday),
    },
    together: { left: left((cell) => cell.mean) },
  };
}

/** How often the two kinds of day change places from hour to hour. */
export function crossings(cells: readonly Cell[]): number {
  const more = Array.from({ length: hours }, (_, at) => (cells[hours + at]?.mean ?? 0) > (cells[at]?.mean ?? 0));
  return more.filter((is, at) => at > 0 && is !== more[at - 1]).length;
}

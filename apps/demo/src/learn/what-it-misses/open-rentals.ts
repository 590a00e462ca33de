// The figures of the bike rentals as numbers that open, down to the rows of the table.
import { type Derivation, derived, given } from "../../numbers/derivation";
import { openLeastSquares } from "../../numbers/open-least-squares";
import { openR2 } from "../../numbers/open-score";
import { sumOf } from "../../numbers/sum-of";
import type { RentalModels, Rentals } from "./rentals";

type Column = "hr" | "workingday" | "cnt";

export interface OpenRentals {
  /** R² of the three models. */
  readonly straight: Derivation;
  readonly added: Derivation;
  readonly together: Derivation;
  /** What the straight line says a working day is worth. */
  readonly perWorkingday: Derivation;
  /** The mean of the cell with this index. */
  mean(cell: number): Derivation;
  /** The level of an hour where hour and day are added up. */
  level(hour: number): Derivation;
}

export function openRentals(table: Rentals, models: RentalModels): OpenRentals {
  const rows = table.rentals.length;
  const columns = { hr: table.hour, workingday: table.workingday, cnt: table.rentals };
  const rowName = (row: number) => `row ${row + 1}`;
  const cell = (column: Column, row: number) =>
    given(
      `${column} of ${rowName(row)}`,
      columns[column][row] as number,
      `row ${row + 1} of the bike table, column ${column}`,
    );
  const { intercept, perHour, perWorkingday } = models.straight;
  const line = openLeastSquares(
    { rows, rowName, cell },
    { columns: ["hr", "workingday"], target: "cnt", intercept, coefficients: [perHour, perWorkingday] },
  );

  const meanOf = (name: string, column: Column, of: readonly number[]) => {
    const sum = of.reduce((total, row) => total + (columns[column][row] as number), 0);
    return derived(name, sum / of.length, () => [
      sumOf(`sum of ${column}`, sum, of.length, (index) => cell(column, of[index] as number)),
      `÷ ${of.length}`,
    ]);
  };
  const mean = (index: number) => {
    const one = models.cells[index] as RentalModels["cells"][number];
    return meanOf(`mean of ${one.hour} h on ${one.workingday === 1 ? "working" : "free"} days`, "cnt", one.rows);
  };
  const cellOf = (row: number) => (table.workingday[row] as number) * 24 + (table.hour[row] as number);

  const rowsOfHour = (hour: number) => models.cells.filter((one) => one.hour === hour).flatMap((one) => one.rows);
  const share = (hour: number) => meanOf(`share of working days at ${hour} h`, "workingday", rowsOfHour(hour));
  const worth = openWorth();
  const level = (hour: number) =>
    derived(`level of ${hour} h`, models.added.levels[hour] as number, () => [
      meanOf(`mean of ${hour} h`, "cnt", rowsOfHour(hour)),
      "−",
      worth,
      "·",
      share(hour),
    ]);

  /** b = Σ r · y ÷ Σ r², where r is the working day less the share of working days at its hour. */
  function openWorth(): Derivation {
    const how = () => {
      const shares = Array.from({ length: 24 }, (_, hour) => share(hour));
      const rest = (row: number) => {
        const [day, usual] = [cell("workingday", row), shares[table.hour[row] as number] as Derivation];
        return derived(`rest of workingday, ${rowName(row)}`, day.value - usual.value, () => [day, "−", usual]);
      };
      const product = (row: number) => {
        const [r, y] = [rest(row), cell("cnt", row)];
        return derived(rowName(row), r.value * y.value, () => [r, "·", y]);
      };
      const square = (row: number) => {
        const r = rest(row);
        return derived(rowName(row), r.value ** 2, () => [r, "²"]);
      };
      const total = (term: (row: number) => Derivation) => {
        let sum = 0;
        for (let row = 0; row < rows; row++) sum += term(row).value;
        return sum;
      };
      return [
        sumOf("sum of rest × cnt", total(product), rows, product),
        "÷",
        sumOf("sum of squared rests", total(square), rows, square),
      ];
    };
    return derived("a working day's worth, the hour aside", models.added.perWorkingday, how, {
      note: "The rest of workingday is what it lies above the share of working days at its hour.",
    });
  }

  const judged = (name: string, left: number, predicted: (row: number) => Derivation) =>
    openR2(
      name,
      { left, about: models.about, mean: models.mean },
      { rows, rowName, actual: (row) => cell("cnt", row), predicted },
    );
  return {
    straight: judged("R² of the straight line", models.straight.left, line.predict),
    added: judged("R² of hour and day added up", models.added.left, (row) => {
      const [base, day] = [level(table.hour[row] as number), cell("workingday", row)];
      return derived(`rentals said of ${rowName(row)}`, base.value + worth.value * day.value, () => [
        base,
        "+",
        worth,
        "·",
        day,
      ]);
    }),
    together: judged("R² of hour and day together", models.together.left, (row) => mean(cellOf(row))),
    perWorkingday: line.coefficients[1] as Derivation,
    mean,
    level,
  };
}

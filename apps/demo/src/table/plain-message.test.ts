import { fitTableBaseline, inspectTable, NeuriteError, tableFromColumns } from "neurite";
import { expect, it } from "vitest";
import { plainMessage } from "./plain-message";

const rows = 40;
const columns = (cells: (row: number) => string | number) =>
  tableFromColumns([
    ["x", Array.from({ length: rows }, (_, row) => row % 7)],
    ["y", Array.from({ length: rows }, (_, row) => cells(row))],
  ]);

it("says what the page has a button for, not which option of a function it is", () => {
  const leak = fitTableBaseline(
    columns((row) => row % 7),
    { target: "y" },
  ).warnings.map(({ message }) => message);
  expect(leak.map(plainMessage)).toEqual([
    'Column "x" equals the target "y" in all 40 rows: a leak, if it is not known before the target is. Leave out "x".',
  ]);

  const mixed = inspectTable(columns((row) => (row === 3 ? "four" : row))).warnings.map(({ message }) => message);
  expect(mixed.map(plainMessage).slice(0, 1)).toEqual([
    'Column "y": 1 of 40 cells is not a number, the first is "four" in row 4; such cells count as missing. Mend them, or read the column as a category.',
  ]);

  const classes = fitTableBaseline(
    columns((row) => row % 2),
    { target: "y" },
  ).warnings.map(({ message }) => message);
  expect(classes.map(plainMessage)).toEqual([
    'The target "y" is 0 or 1 in every row, so it is predicted as two classes. Read it as numbers to predict the number itself.',
  ]);
});

it("says so of what is refused, too", () => {
  const refused = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      if (error instanceof NeuriteError) return plainMessage(error.message);
      throw error;
    }
    return "taken";
  };
  expect(
    refused(() =>
      fitTableBaseline(
        columns(() => "a"),
        { target: "y", numbers: ["y"] },
      ),
    ),
  ).toBe(
    'The column "y" should hold numbers, but not one of its cells is a number; the first is "a" (row 1). Read it as a category.',
  );
  expect(
    refused(() =>
      fitTableBaseline(
        columns((row) => `2024-01-${10 + (row % 20)}`),
        { target: "y" },
      ),
    ),
  ).toBe('The target "y" should hold numbers or classes, got dates. Read it as a category to predict them as classes.');
  expect(
    refused(() =>
      fitTableBaseline(
        columns(() => 1),
        { target: "y", ignore: ["y"] },
      ),
    ),
  ).toBe('The target "y" is not used. Use it, or choose another target.');
});

// Your table: the two tables that it has at once, as its worker reads, splits and fits them.
import { readCsv, toTable } from "@neurite/csv";
import { leastSquares } from "neurite";
import { score } from "../customers/score";
import type { Answered } from "../table/answered";
import { type BuiltInTable, bikes, customers, customersCsv } from "../table/built-in-tables";
import { createSession } from "../table/session";
import { type Figures, figure } from "./figure";

const call = { report: () => undefined, signal: new AbortController().signal, whilePaused: async () => undefined };

function sessionOf({ file, target, ignore, small }: BuiltInTable, bytes: Uint8Array) {
  const session = createSession();
  session.read({ name: file, bytes, leaveOut: false }, call);
  return { session, choice: { target, ignore, categories: [], numbers: [], shuffled: false, small } };
}

const scoreOf = ({ actual, predicted }: Answered) => score(actual, (row) => predicted[row] as number, 0, actual.length);

/** With their date, the bike rentals are what `npm start` trains on. */
function tables(bikeBytes: Uint8Array): readonly (readonly [string, BuiltInTable, Uint8Array])[] {
  const dated = { ...bikes, ignore: bikes.ignore.filter((name) => name !== "dteday") };
  return [
    ["bike rentals", bikes, bikeBytes],
    ["bike rentals with their date", dated, bikeBytes],
    ["bank customers", customers, new TextEncoder().encode(customersCsv())],
  ];
}

/** The straight lines, and the single column that nearly gives the answer away. */
export function tableLineFigures(bikeBytes: Uint8Array): Figures {
  const figures: Record<string, Figures[string]> = {};
  for (const [name, table, bytes] of tables(bikeBytes)) {
    const { session, choice } = sessionOf(table, bytes);
    const { r2, rmse } = scoreOf(session.line(choice).test);
    figures[`${name}, straight line: held-out R²`] = figure(r2, 0.0005);
    figures[`${name}, straight line: typical error`] = figure(rmse, 0.5);
  }
  const { columns } = toTable(readCsv(bikeBytes, bikes.file));
  const numbers = (name: string) => Float64Array.from(columns.find((one) => one.name === name)?.cells ?? [], Number);
  const alone = leastSquares([["registered", numbers("registered")]], numbers("cnt"));
  figures["bike rentals, registered alone: R²"] = figure(alone.rSquared ?? Number.NaN, 0.0005);
  return figures;
}

/** What the networks reach on the same rows. */
export async function tableNetworkFigures(bikeBytes: Uint8Array): Promise<Figures> {
  const figures: Record<string, Figures[string]> = {};
  for (const [name, table, bytes] of tables(bikeBytes)) {
    const { session, choice } = sessionOf(table, bytes);
    session.line(choice);
    const { r2, rmse } = scoreOf((await session.train(choice, call)).test);
    figures[`${name}, network: held-out R²`] = figure(r2, 0.01);
    figures[`${name}, network: typical error`] = figure(rmse, 1);
  }
  return figures;
}

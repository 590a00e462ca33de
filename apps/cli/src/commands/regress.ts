import { cellColumns, readCsv } from "@neurite/csv";
import { type Command, Option } from "commander";
import { type FamilyName, formulaColumns, parseFormula, type RobustKind } from "neurite";
import { readFile } from "../files/read-file";
import type { Io } from "../io";
import { collect, nonNegativeNumber, openShare } from "../option-values";
import { plotNames } from "../plots/plot-names";
import { checkPlots } from "../plots/write-plots";
import { aboutLines } from "../regression/about-lines";
import { completeRows } from "../regression/complete-rows";
import { drawResiduals } from "../regression/draw-residuals";
import { fitGeneralized } from "../regression/fit-generalized";
import { fitLeastSquares } from "../regression/fit-least-squares";
import { columnsFor, formulaOf, isGeneralized, type RegressFlags } from "../regression/regression-flags";
import { colorsFor } from "../terminal/colors";
import { printWarnings } from "../warnings";

/** Adds `regress`: a formula fitted to a table by least squares or for a family, with all its statistics. */
export function addRegress(program: Command, io: Io): void {
  program
    .command("regress")
    .summary("fit a straight line by a formula, with all its statistics")
    .description(
      "Fit a formula to a table by least squares, or as a generalized linear model, and show coefficients with standard errors, tests and intervals. Decimal text is read with all its digits.",
    )
    .argument("<file>", 'a CSV file; "-" is standard input')
    .option("--formula <formula>", 'the model in R\'s grammar, as in "y ~ a * b + I(x^2)"')
    .addOption(
      new Option("--target <column>", "the column to explain by all others, in place of a formula").conflicts(
        "formula",
      ),
    )
    .option(
      "--ignore <columns>",
      'columns that "." and --target leave out (commas between, or given several times)',
      collect,
    )
    .addOption(
      new Option(
        "--family <name>",
        "how the target is spread, for a generalized linear model in place of least squares",
      ).choices(families),
    )
    .addOption(
      new Option("--link <name>", "of the gamma family: log, unless told otherwise").choices(["log", "inverse"]),
    )
    .option("--alpha <number>", "of the negativeBinomial family; estimated unless told", nonNegativeNumber)
    .option("--weights <column>", "a column of weights: how much each row counts")
    .addOption(
      new Option("--robust <kind>", "standard errors that hold where errors are spread unequally")
        .choices(robustKinds)
        .conflicts("clusters"),
    )
    .option(
      "--clusters <column>",
      "standard errors that hold where rows of one cluster are alike: a column that tells it",
    )
    .option("--level <share>", "with what probability intervals hold their coefficient (default: 0.95)", openShare)
    .option("--plots <folder>", "draw the residuals into SVG files: against fitted values, Q-Q, against leverage")
    .option("--force", "replace drawings that are there")
    .option("--json", "print one JSON object, numbers with all their digits")
    .addHelpText("after", examples)
    .action((file: string, flags: RegressFlags) => runRegress(file, flags, io));
}

const families: readonly FamilyName[] = ["gaussian", "poisson", "binomial", "gamma", "negativeBinomial"];
const robustKinds: readonly RobustKind[] = ["HC0", "HC1", "HC2", "HC3"];

const examples = `
Columns of text are factors; C(column) makes one of numbers. Rows that lack a value take no part.

Examples:
  neurite regress bikes.csv --formula "cnt ~ temp + I(temp^2) + C(season)"
  neurite regress bikes.csv --formula "log(cnt) ~ hum * windspeed" --json
  neurite regress bikes.csv --formula "cnt ~ temp + hum" --family poisson
  neurite regress bikes.csv --formula "cnt ~ temp" --robust HC3 --plots drawings
  neurite regress bikes.csv --target cnt --ignore instant,dteday,casual,registered`;

async function runRegress(file: string, flags: RegressFlags, io: Io): Promise<void> {
  const formula = parseFormula(formulaOf(flags));
  const generalized = isGeneralized(flags);
  const { plots: folder, weights, clusters } = flags;
  const writing = { cwd: io.cwd, force: flags.force === true };
  if (folder !== undefined) await checkPlots(folder, plotNames, writing);
  const { bytes, name } = await readFile(file, io);
  const text = readCsv(bytes, name);
  const columns = columnsFor(flags, cellColumns(text));
  const header = columns.map(([column]) => column);
  const apart = [weights, clusters].flatMap((column) => column ?? []);
  const complete = completeRows(text, columns, [...formulaColumns(formula, header), ...apart]);
  const report = aboutLines(name, complete.lines, () =>
    generalized ? fitGeneralized(formula, complete, flags) : fitLeastSquares(formula, complete, flags),
  );
  const drawn = folder === undefined ? undefined : await drawResiduals(report, folder, writing);
  const warnings = [...text.warnings, ...complete.warnings, ...(drawn?.warnings ?? [])];
  if (flags.json) {
    io.stdout.write(`${JSON.stringify({ ...report.numbers, ...(drawn && { plots: drawn.plots }), warnings })}\n`);
    return;
  }
  printWarnings(warnings, io);
  io.stdout.write(report.text(colorsFor(io.stdout, io)));
  if (drawn !== undefined && drawn.plots.length > 0) io.stdout.write(`\nDrawings: ${drawn.plots.join(", ")}\n`);
}

// The three drawings that every regression deserves a look at, as in R's plot(fit) and statsmodels.
import * as Plot from "@observablehq/plot";
import { normalDistribution } from "neurite";
import { oneLine } from "../terminal/one-line";
import { counted, countText } from "../terminal/short-number";
import { plotNames } from "./plot-names";
import { largest, rowsToDraw } from "./rows-to-draw";
import { svgText } from "./svg-text";

/** The rows of a fit, each with a number in every list. */
export interface DrawnRows {
  /** Which residuals these are: target less fitted value, or signed roots of the deviance. */
  readonly kind: "" | "deviance ";
  readonly fitted: ArrayLike<number>;
  readonly residuals: ArrayLike<number>;
  /** Residuals over their own standard deviation. */
  readonly studentized: ArrayLike<number>;
  readonly leverage: ArrayLike<number>;
  readonly cooksDistance: ArrayLike<number>;
  /** The line of each in the file, by which a point is named. */
  readonly lines: readonly number[];
  /** How many coefficients the fit has. */
  readonly rank: number;
  /** What was fitted, for people. */
  readonly target: string;
}

/** A drawing with the name of its file. */
export interface NamedSvg {
  readonly name: string;
  readonly svg: string;
}

/** Draws residuals against fitted values, a Q-Q plot, and residuals against leverage. */
export function residualPlots(rows: DrawnRows): readonly NamedSvg[] {
  const size = Array.from(rows.studentized, Math.abs);
  const drawn = rowsToDraw(size.length, size, rows.leverage, rows.cooksDistance);
  const part =
    drawn.length === size.length
      ? ""
      : ` (${countText(drawn.length)} of ${counted(size.length, "row")}, all extreme ones)`;
  const shown: Shown = { rows, drawn, part, outlying: largest(size, named) };
  const draw = [residualsAgainstFitted, quantiles, residualsAgainstLeverage];
  return plotNames.map((name, i) => ({ name, svg: (draw[i] as (typeof draw)[0])(shown) }));
}

interface Shown {
  readonly rows: DrawnRows;
  readonly drawn: readonly number[];
  readonly part: string;
  /** Rows that are named by their lines. */
  readonly outlying: readonly number[];
}

const named = 3;
const pale = "#888";
/** Keeps text apart from the lines that it stands on. */
const halo = { stroke: "white", strokeWidth: 3 };

function residualsAgainstFitted({ rows, drawn, part, outlying }: Shown): string {
  const at = points(rows.lines, rows.fitted, rows.residuals);
  return svgText({
    title: "Residuals against fitted values",
    hint: `A bend asks for another term, a funnel for robust errors${part}`,
    x: { label: oneLine(`fitted ${rows.target}`) },
    y: { label: `${rows.kind}residual` },
    marks: [Plot.ruleY([0], { stroke: pale }), ...cloud(drawn.map(at), outlying.map(at))],
  });
}

function quantiles({ rows, drawn, part, outlying }: Shown): string {
  const { studentized, lines } = rows;
  const count = studentized.length;
  const order = largest(studentized, count);
  const rank = new Int32Array(count);
  for (const [i, row] of order.entries()) rank[row] = count - i;
  const { quantile } = normalDistribution();
  // Where R's ppoints puts the i-th of n.
  const shift = count <= 10 ? 3 / 8 : 1 / 2;
  const normal = new Map(
    [...new Set([...drawn, ...outlying])].map((row) => [
      row,
      quantile(((rank[row] as number) - shift) / (count + 1 - 2 * shift)),
    ]),
  );
  const at = (row: number) => ({
    x: normal.get(row) as number,
    y: studentized[row] as number,
    line: lines[row] as number,
  });
  const ends = [order.at(-1) as number, order[0] as number].map((row) => at(row).x);
  return svgText({
    title: "Normal Q-Q",
    hint: `Residuals of a normal distribution lie on the line${part}`,
    x: { label: "quantile of the normal distribution" },
    y: { label: `studentised ${rows.kind}residual` },
    marks: [
      Plot.line(
        ends.map((x) => [x, x]),
        { stroke: pale },
      ),
      ...cloud(drawn.map(at), outlying.map(at)),
    ],
  });
}

function residualsAgainstLeverage({ rows, drawn, part }: Shown): string {
  const { leverage, studentized, cooksDistance, rank, lines } = rows;
  const at = points(lines, leverage, studentized);
  const reach = drawn.reduce((most, row) => Math.max(most, Math.abs(studentized[row] as number)), 1) * 1.1;
  const far = drawn.reduce((most, row) => Math.max(most, leverage[row] as number), 0) * 1.05;
  return svgText({
    title: "Residuals against leverage",
    hint: `Rows beyond the dashes decide the fit by themselves${part}`,
    x: { label: "leverage", domain: [0, far] },
    y: { label: `studentised ${rows.kind}residual`, domain: [-reach, reach] },
    marks: [
      Plot.ruleY([0], { stroke: pale }),
      ...[0.5, 1].flatMap((distance) => contour(distance, rank, Math.min(far, 1), reach)),
      ...cloud(drawn.map(at), largest(cooksDistance, named).map(at)),
    ],
  });
}

/** Where Cook's distance has one value: r² h / (p (1 - h)) = D. */
function contour(distance: number, rank: number, far: number, reach: number): Plot.Markish[] {
  const curve = Array.from({ length: 200 }, (_, i) => {
    const h = (far * (i + 1)) / 200;
    return { x: h, y: Math.sqrt((distance * rank * (1 - h)) / h) };
  }).filter(({ y }) => y <= reach);
  const end = curve.at(-1);
  if (end === undefined) return [];
  const style = { x: "x", stroke: "#c33", strokeDasharray: "4 3" };
  return [
    Plot.line(curve, { ...style, y: "y" }),
    Plot.line(curve, { ...style, y: ({ y }) => -y }),
    Plot.text([end], {
      x: "x",
      y: "y",
      text: () => `Cook's distance ${distance}`,
      textAnchor: "end",
      dy: -6,
      fill: "#c33",
      ...halo,
    }),
  ];
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly line: number;
}

const points =
  (lines: readonly number[], x: ArrayLike<number>, y: ArrayLike<number>) =>
  (row: number): Point => ({ x: x[row] as number, y: y[row] as number, line: lines[row] as number });

/** Points, some with the line of the file they stand in. */
function cloud(all: readonly Point[], outlying: readonly Point[]): Plot.Markish[] {
  return [
    Plot.dot(all, { x: "x", y: "y", r: 2.5, stroke: "#2563a8", strokeOpacity: 0.7 }),
    Plot.text(legible(outlying, all), {
      x: "x",
      y: "y",
      text: ({ line }) => `line ${line}`,
      dy: -9,
      fill: "black",
      ...halo,
    }),
  ];
}

/** The points whose names have room: not those so near to one before them that the names would lie over each other. */
function legible(outlying: readonly Point[], all: readonly Point[]): readonly Point[] {
  const [width, height] = [extent(all, "x"), extent(all, "y")];
  const kept: Point[] = [];
  for (const point of outlying) {
    const isFree = ({ x, y }: Point) => Math.abs(point.x - x) > 0.09 * width || Math.abs(point.y - y) > 0.04 * height;
    if (kept.every(isFree)) kept.push(point);
  }
  return kept;
}

function extent(all: readonly Point[], of: "x" | "y"): number {
  const [least, most] = all.reduce(
    ([low, high], point) => [Math.min(low, point[of]), Math.max(high, point[of])],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return most - least;
}

import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { type DrawnRows, residualPlots } from "./residual-plots";

/** Four rows, of which the last lies far out. */
const rows: DrawnRows = {
  kind: "",
  fitted: [1, 2, 3, 4],
  residuals: [-1, 0.5, 0, 2],
  studentized: [-1.2, 0.6, 0, 2.4],
  leverage: [0.3, 0.2, 0.2, 0.9],
  cooksDistance: [0.3, 0.05, 0, 3],
  lines: [2, 3, 5, 6],
  rank: 2,
  target: "y",
};

interface Drawn {
  readonly texts: readonly string[];
  readonly circles: readonly (readonly [number, number])[];
  readonly paths: number;
}

function read(svg: string): Drawn {
  const { document } = parseHTML(`<body>${svg}</body>`);
  return {
    texts: [...document.querySelectorAll("text")].map((node) => node.textContent),
    circles: [...document.querySelectorAll("circle")].map((node) => [
      Number(node.getAttribute("cx")),
      Number(node.getAttribute("cy")),
    ]),
    paths: document.querySelectorAll('[aria-label="line"] path').length,
  };
}

const drawings = (of: DrawnRows) => residualPlots(of).map(({ svg }) => read(svg));

describe("residualPlots", () => {
  it("gives three files that stand by themselves", () => {
    const plots = residualPlots(rows);
    expect(plots.map(({ name }) => name)).toEqual(["residuals-fitted.svg", "qq.svg", "leverage.svg"]);
    for (const { svg } of plots) {
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).toMatch(/<\/svg>\n$/);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/);
    }
    expect(residualPlots(rows)).toEqual(plots);
  });

  it("puts residuals against fitted values, and names the rows furthest out by their lines", () => {
    const [plot] = drawings(rows) as [Drawn, Drawn, Drawn];
    expect(plot.texts).toEqual(expect.arrayContaining(["fitted y →", "line 6", "line 2", "line 3"]));
    expect(plot.texts).not.toContain("line 5");
    expect(plot.circles).toHaveLength(4);
    const [a, b, c] = plot.circles as [[number, number], [number, number], [number, number]];
    // fitted values are equally far apart; the residual goes from -1 by half the way and another to 0.5 and 0
    expect(b[0] - a[0]).toBeCloseTo(c[0] - b[0], 6);
    expect((a[1] - b[1]) / (a[1] - c[1])).toBeCloseTo(1.5, 6);
  });

  it("leaves out a name that would lie over another", () => {
    // line 5 is next to line 6, and not as far out
    const [plot] = drawings({
      ...rows,
      fitted: [1, 2, 3.99, 4],
      residuals: [-1, 0.5, 1.99, 2],
      studentized: [-1.2, 0.6, 2.3, 2.4],
    });
    expect(plot?.texts.filter((text) => text.startsWith("line"))).toEqual(["line 6", "line 2"]);
    expect(plot?.circles).toHaveLength(4);
  });

  it("puts studentised residuals against the quantiles of R's ppoints", () => {
    const [, plot] = drawings(rows) as [Drawn, Drawn, Drawn];
    const x = plot.circles.map(([cx]) => cx);
    // ranks 1, 3, 2, 4 of 4; qnorm(ppoints(4)) = -1.0491314, -0.2993069, 0.2993069, 1.0491314
    const place = (row: number) => ((x[row] as number) - (x[0] as number)) / ((x[3] as number) - (x[0] as number));
    expect(place(2)).toBeCloseTo((1.0491314 - 0.2993069) / (2 * 1.0491314), 6);
    expect(place(1)).toBeCloseTo((1.0491314 + 0.2993069) / (2 * 1.0491314), 6);
  });

  it("draws Cook's distances where they are in reach", () => {
    const [, , plot] = drawings(rows) as [Drawn, Drawn, Drawn];
    // two curves above 0 and two below
    expect(plot.paths).toBe(4);
    expect(plot.texts).toEqual(expect.arrayContaining(["Cook's distance 0.5", "Cook's distance 1", "line 6"]));
    const tame = drawings({ ...rows, leverage: [0.01, 0.01, 0.01, 0.01] })[2];
    expect(tame?.paths).toBe(0);
  });

  it("says so where it draws some of very many rows", () => {
    const many = 10_000;
    const wave = Float64Array.from({ length: many }, (_, row) => Math.sin(row));
    const all = { fitted: wave, residuals: wave, studentized: wave, leverage: wave.map(Math.abs), cooksDistance: wave };
    const plots = drawings({ ...rows, ...all, lines: Array.from(wave, (_, row) => row + 2) });
    for (const { circles, texts } of plots) {
      expect(circles.length).toBeLessThanOrEqual(4000);
      expect(texts.join()).toContain(`${circles.length.toLocaleString("en")} of 10,000 rows, all extreme ones`);
    }
  });

  it("draws equal fitted values, and text from a table as text", () => {
    const svg = residualPlots({ ...rows, fitted: [1, 1, 1, 1], target: '<script>&"\u001b' })[0]?.svg;
    expect(svg).toContain("fitted &lt;script&gt;&amp;");
    expect(svg).not.toMatch(/NaN|<script/);
    expect(svg).not.toContain("\u001b");
  });
});

import { describe, expect, it } from "vitest";
import { fitTable } from "./fit-table";
import { fitTableBaseline } from "./fit-table-baseline";

const rows = Array.from({ length: 90 }, (_, i) => ({
  a: (i * 7) % 20,
  kind: i % 3 === 0 ? "x" : "y",
  n: ((i * 7) % 20) * (i % 3) + ((i * 13) % 7),
  c: i % 2 === 0 ? "even" : "odd",
}));

describe("fitTableBaseline", () => {
  it.each(["n", "c"] as const)("is the line that fitTable holds its network against: target %s", async (target) => {
    const options = { target, seed: 3, ignore: [target === "n" ? "c" : "n"] as const };
    const model = await fitTable(rows, { ...options, epochs: 1, units: [1] });
    const line = fitTableBaseline(rows, options);
    expect(line.baseline).toEqual(model.baseline);
    expect(line.scores).toEqual(model.scores.baseline);
    expect(line.rows).toEqual(model.scores.rows);
    expect(line.encoder).toEqual(model.encoder);
    const answers = line.predict(rows.slice(0, 9));
    const said = model.predictBaseline(rows.slice(0, 9));
    const expected = said.map((one) => (typeof one === "number" ? one : one.probability));
    const got =
      "numbers" in answers
        ? [...answers.numbers]
        : said.map((_, row) => Math.max(...answers.probabilities.subarray(2 * row, 2 * row + 2)));
    expect(got).toEqual(expected);
  });

  it("refuses what fitTable refuses", () => {
    expect(() => fitTableBaseline(rows, { target: "m" as "n" })).toThrow('There is no column "m"');
    expect(() => fitTableBaseline(rows, {} as { target: "n" })).toThrow('"target" should be the name');
  });
});

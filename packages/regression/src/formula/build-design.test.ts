import { describe, expect, it } from "vitest";
import type { Columns } from "../columns/columns";
import { refusal } from "../refusal";
import { applyDesign, buildDesign, type Design } from "./build-design";

const built = (formula: string, columns: Columns) => refusal(() => buildDesign(formula, columns));
const named = ({ columns }: Design) => columns.map(({ name, values }) => [name, [...values.high]]);

describe("the numbers of a design", () => {
  it("keep about 31 digits of powers and products of decimal text, of which float64 has 16", () => {
    const table = { y: ["1", "2"], x: ["-6.860120914", "0.1"], z: ["3", "1234.5678"] };
    const { columns } = buildDesign("y ~ I(x^10) + x:z + I(x * z) + I(x / 3) + I(x ** 2 - x^2)", table);
    const number = (name: string, row: number) => {
      const values = columns.find((column) => column.name === name)?.values;
      return [values?.high[row], values?.low?.[row] ?? 0];
    };
    // computed with exact rational numbers; `low` is the exact number less `high`, and its own last digit may be off
    expect(number("I(x^10)", 0)[0]).toBe(230843528.99180466);
    expect(number("I(x^10)", 0)[1]).toBeCloseTo(-5.347682052145491e-9, 22);
    expect(number("x:z", 1)).toEqual([123.45678, 5.1431925385259095e-15]);
    expect(number("I(x * z)", 1)).toEqual([123.45678, 5.1431925385259095e-15]);
    expect(number("I(x / 3)", 1)).toEqual([0.03333333333333333, 4.625929269271485e-19]);
    expect(number("I(x ** 2 - x^2)", 0)).toEqual([0, 0]);
  });

  it("keep all digits of whole powers and sums of float64", () => {
    const { columns, target } = buildDesign("y + 1e-20 ~ I(x^3)", { y: [1, 2], x: Float64Array.of(123456789, 2) });
    // 123456789³ = 1881676371789154860897069
    expect([columns[0]?.values.high[0], columns[0]?.values.low?.[0]]).toEqual([1.8816763717891548e24, 75731757]);
    expect([target.values.high[0], target.values.low?.[0]]).toEqual([1, 1e-20]);
  });

  it("stay finite near the ends of float64, with the digits that float64 has", () => {
    const { columns } = buildDesign("y ~ I(x^1) + I(x * 2) + I(x / x)", { y: [1, 2], x: [8e307, 1e-300] });
    expect(columns.map(({ values }) => [...values.high])).toEqual([
      [8e307, 1e-300],
      [1.6e308, 2e-300],
      [1, 1],
    ]);
  });

  it("come from every function and operator", () => {
    const table = { y: [1, 2], x: [0.25, 4] };
    const at = (text: string) => [...(buildDesign(`y ~ ${text}`, table).columns[0]?.values.high ?? [])];
    expect(at("sqrt(x)")).toEqual([0.5, 2]);
    expect(at("abs(1 - x)")).toEqual([0.75, 3]);
    expect(at("sign(x - 1)")).toEqual([-1, 1]);
    expect(at("floor(x)")).toEqual([0, 4]);
    expect(at("log2(x)")).toEqual([-2, 2]);
    expect(at("np.log10(x * 250)")[1]).toBe(3);
    expect(at("exp(x - x)")).toEqual([1, 1]);
    expect(at("expm1(x - x) + sin(x - x) + tan(x - x) + atan(x - x) + tanh(x - x)".replace(/^(.*)$/, "I($1)"))).toEqual(
      [0, 0],
    );
    expect(at("I(log(x) + log(1 / x) + log1p(x - x) + cos(x - x))")).toEqual([1, 1]);
    expect(at("I(-x^2)")).toEqual([-0.0625, -16]);
    expect(at("I(2^-x ** 0.5)")[1]).toBe(0.25);
    expect(at("I(x ^ 0.5)")).toEqual([0.5, 2]);
    expect(at("I(x^-1)")).toEqual([4, 0.25]);
    expect(at("I(8 / 4 / 2 - x - 1)")).toEqual([-0.25, -4]);
    expect(at("I(2^3^2 * +1)")).toEqual([512, 512]);
  });

  it("sum up the offsets, which have no column", () => {
    const table = { y: [1, 2], n: [10, 20], x: [3, 4] };
    const design = buildDesign("y ~ x + offset(n) + offset(x / 2)", table);
    expect(design.columns.map(({ name }) => name)).toEqual(["x"]);
    expect([...(design.offset?.high ?? [])]).toEqual([11.5, 22]);
    expect([...(applyDesign(design.recipe, { n: [1], x: [2] }).offset?.high ?? [])]).toEqual([2]);
    expect(buildDesign("y ~ x", table).offset).toBeUndefined();
  });
});

describe("a factor", () => {
  const y = [1, 2, 3, 4];

  it("has the first level in sorted order as its reference: numbers by size, text by its code units", () => {
    const table = { y, n: [10, 9, 2, 10], t: ["b", "B", "a", "é"] };
    expect(named(buildDesign("y ~ C(n) + t", table))).toEqual([
      ["C(n)[T.9]", [0, 1, 0, 0]],
      ["C(n)[T.10]", [1, 0, 0, 1]],
      ["t[T.a]", [0, 0, 1, 0]],
      ["t[T.b]", [1, 0, 0, 0]],
      ["t[T.é]", [0, 0, 0, 1]],
    ]);
  });

  it("takes 1, 1.0 and 1e0 for one level, and keeps numbers apart that float64 would mix up", () => {
    const table = { y, n: ["1", "1.0", "2", "1e0"], id: ["9007199254740993", "9007199254740992", "7", "7.0"] };
    expect(buildDesign("y ~ C(n)", table).columns.map(({ name }) => name)).toEqual(["C(n)[T.2]"]);
    expect(buildDesign("y ~ factor(id)", table).columns.map(({ name }) => name)).toEqual([
      "factor(id)[T.9007199254740992]",
      "factor(id)[T.9007199254740993]",
    ]);
  });

  it("may hold numbers and text where it is called one", () => {
    const design = buildDesign("y ~ C(code)", { y, code: ["7", "A1", "07", "A1"] });
    expect(design.columns.map(({ name }) => name)).toEqual(["C(code)[T.7]", "C(code)[T.A1]"]);
    expect(named(applyDesign(design.recipe, { code: ["7"] })).map(([, values]) => values)).toEqual([[1], [0]]);
  });

  it("lets names be what they are: __proto__, spaces and signs", () => {
    const table: Columns = [
      ["y", y],
      ["__proto__", ["toString", "__proto__", "toString", "a"]],
      ["net income (k$)", [1, 2, 3, 4]],
    ];
    const design = buildDesign("y ~ __proto__ + `net income (k$)` + log(`net income (k$)`)", table);
    expect(design.columns.map(({ name }) => name)).toEqual([
      "__proto__[T.a]",
      "__proto__[T.toString]",
      "`net income (k$)`",
      "log(`net income (k$)`)",
    ]);
    expect(buildDesign("y ~ .", table).columns.map(({ name }) => name)).toEqual([
      "__proto__[T.a]",
      "__proto__[T.toString]",
      "`net income (k$)`",
    ]);
  });

  it("tells the term of each column", () => {
    const design = buildDesign("y ~ x * g", { y, x: [1, 2, 3, 4], g: ["a", "b", "c", "a"] });
    expect(design.columns.map(({ term }) => term)).toEqual(["x", "g", "g", "x:g", "x:g"]);
  });
});

describe("new rows", () => {
  const table = { y: [2, 4, 3, 9], x: ["1", "2", "3", "5"], g: ["b", "a", "b", "c"], z: [1, 0, 2, 1] };

  it("get the columns of the fit by its levels and its polynomials, in whatever order and beside whatever else they come", () => {
    const design = buildDesign("y ~ 0 + g*x + poly(z, 2) + C(z):x", table);
    const recipe = JSON.parse(JSON.stringify(design.recipe)) as typeof design.recipe;
    const again = applyDesign(recipe, { more: ["?", "?", "?", "?"], g: table.g, z: table.z, x: table.x });
    expect(again.columns).toEqual(design.columns);
    expect(again.intercept).toBe(false);
    const one = applyDesign(recipe, { x: [2], g: ["c"], z: ["2.0"] });
    expect(one.columns.map(({ name }) => name)).toEqual(design.columns.map(({ name }) => name));
    expect(one.columns.find(({ name }) => name === "g[T.c]:x")?.values.high[0]).toBe(2);
    expect(one.columns.find(({ name }) => name === "C(z)[T.2]:x")?.values.high[0]).toBe(2);
  });

  it("need no target, take a point for the columns of the fit, and may be none", () => {
    const { recipe } = buildDesign("log(y) ~ .", table);
    const columns = { extra: [1], z: [3], x: [7], g: ["a"] };
    expect(named(applyDesign(recipe, columns))).toEqual([
      ["x", [7]],
      ["g[T.b]", [0]],
      ["g[T.c]", [0]],
      ["z", [3]],
    ]);
    expect(applyDesign(recipe, { x: [], g: [], z: [] }).columns.map(({ values }) => values.high.length)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(applyDesign(buildDesign("y ~ 1", table).recipe, { any: [5, 6] })).toMatchObject({ rows: 2, columns: [] });
  });

  it("are refused where the fit knows nothing of them", () => {
    const { recipe } = buildDesign("y ~ g + x", table);
    expect(refusal(() => applyDesign(recipe, { x: [1, 2], g: ["a", "d"] }))).toEqual([
      "bad-cell",
      'formula: factor "g" should have one of the levels "a", "b", "c", got "d" in row 1 (counted from 0). Leave the row out, or fit anew with rows of this level.',
    ]);
    expect(refusal(() => applyDesign(recipe, { x: [1] }))).toEqual([
      "missing-column",
      'formula: expected a column at character 5 of "y ~ g + x", got "g". The columns are "x".',
    ]);
    expect(refusal(() => applyDesign(recipe, { g: ["a"], x: ["a"] }))[0]).toBe("bad-cell");
    expect(refusal(() => applyDesign(recipe, {}))[0]).toBe("bad-data");
    const poor = { ...buildDesign("y ~ poly(z, 2)", table).recipe, polynomials: [] };
    expect(refusal(() => applyDesign(poor, table))).toEqual([
      "bad-argument",
      'formula: "polynomials" of the recipe should have an entry for "poly(z, 2)", got none. Pass the recipe that buildDesign gave.',
    ]);
  });
});

describe("a recipe from a file", () => {
  const table = { y: [1, 4, 9, 17], x: [1, 2, 3, 4], g: ["a", "b", "a", "b"] };
  const { recipe } = buildDesign("y ~ poly(x, 2) + g", table);
  const { basis } = recipe.polynomials[0] ?? { basis: { centres: [], norms: [] } };
  const polynomials = (of: object) => [{ variable: "poly(x, 2)", basis: { ...basis, ...of } }];

  it.each<[string, unknown, string]>([
    ["nothing", null, '"formula" of the recipe should be text, got a value of type undefined'],
    ["no formula", { ...recipe, formula: 7 }, '"formula" of the recipe should be text, got a value of type number'],
    [
      "numbers for names",
      { ...recipe, columns: [1] },
      '"columns" of the recipe should be a list of names, got another list',
    ],
    [
      "a factor without levels",
      { ...recipe, levels: [{ variable: "g", levels: [] }] },
      '"levels" of the recipe should be',
    ],
    [
      "a level twice",
      { ...recipe, levels: [{ variable: "g", levels: ["a", "a"] }] },
      '"levels" of the recipe should be',
    ],
    ["no list of levels", { ...recipe, levels: null }, "with its different levels each, got null"],
    [
      "a norm of 0",
      { ...recipe, polynomials: polynomials({ norms: basis.norms.map(() => ({ high: 0, low: 0 })) }) },
      "its centres",
    ],
    [
      "no centres",
      { ...recipe, polynomials: polynomials({ centres: [] }) },
      '"polynomials" of the recipe should be a list',
    ],
    [
      "a lower degree",
      {
        ...recipe,
        formula: "y ~ poly(x, 2) + poly(x, 3) + g",
        polynomials: [...recipe.polynomials, { variable: "poly(x, 3)", basis }],
      },
      '"polynomials" of the recipe should have an entry for "poly(x, 3)"',
    ],
    [
      "no entry for a factor",
      { ...recipe, formula: "y ~ C(x)" },
      '"levels" of the recipe should have an entry for "C(x)"',
    ],
  ])("is refused with %s", (_, given, message) => {
    const [code, text] = refusal(() => applyDesign(given as typeof recipe, table));
    expect(code).toBe("bad-argument");
    expect(text).toContain(message);
  });

  it("has names that are but names", () => {
    const given = [
      ["y", [1, 2, 4]],
      ["__proto__", [1, 2, 5]],
    ] as const;
    const stored = JSON.parse(JSON.stringify(buildDesign("y ~ .", given).recipe)) as typeof recipe;
    expect(stored.columns).toEqual(["__proto__"]);
    expect(applyDesign(stored, given).columns.map(({ name }) => name)).toEqual(["__proto__"]);
  });
});

describe("columns that a formula cannot use", () => {
  const table = { sales: [1, 2, 3], price: [4, 5, 6], shop: ["a", "b", "a"] };

  it("are missing ones, with what may have been meant", () => {
    expect(built("sales ~ pirce", table)).toEqual([
      "missing-column",
      'formula: expected a column at character 9 of "sales ~ pirce", got "pirce". Did you mean price? The columns are "sales", "price", "shop".',
    ]);
    expect(built("sale ~ price", table)[1]).toContain(
      'at character 1 of "sale ~ price", got "sale". Did you mean sales?',
    );
    expect(built("sales ~ I(prices^2)", table)[1]).toContain("Did you mean price?");
    expect(built("sales ~ C(shopp)", table)[1]).toContain("Did you mean shop?");
    expect(built("sales ~ toString", table)[0]).toBe("missing-column");
  });

  it("are those with cells that are missing or no numbers", () => {
    expect(built("sales ~ price", { ...table, price: [1, Number.NaN, 2] })).toEqual([
      "bad-cell",
      'formula: column "price" should hold a finite number in every row, got NaN in row 1 (counted from 0). Mend the cell or leave the row out.',
    ]);
    expect(built("sales ~ price", { ...table, price: ["1", "", "2"] })).toEqual([
      "bad-cell",
      'formula: column "price" should hold numbers alone, or text alone, got "" in row 1 (counted from 0). Mend the cell, leave the row out, or write C(price) for a factor.',
    ]);
    expect(built("sales ~ price", { ...table, price: ["n/a", "1", "2"] })[1]).toContain('got "n/a" in row 0');
    expect(built("sales ~ shop", { ...table, shop: ["a", " ", "b"] })).toEqual([
      "bad-cell",
      'formula: factor "shop" should have a level in every row, got " " in row 1 (counted from 0). Mend the cell or leave the row out.',
    ]);
    expect(built("sales ~ C(price)", { ...table, price: [1, Number.POSITIVE_INFINITY, 2] })[1]).toContain(
      'factor "C(price)" should have a level in every row, got Infinity in row 1',
    );
    expect(built("sales ~ log(shop)", table)[1]).toContain(
      'column "shop" should hold a finite number in every row, got "a"',
    );
    expect(built("shop ~ price", table)[1]).toContain(
      'column "shop" should hold a finite number in every row, got "a"',
    );
  });

  it("are factors of one level, and levels that are not there", () => {
    expect(built("sales ~ shop", { ...table, shop: ["a", "a", "a"] })).toEqual([
      "bad-data",
      'formula: factor "shop" should have at least 2 levels, got only "a". Leave it out of the formula.',
    ]);
    expect(built('sales ~ C(shop, Treatment("A"))', table)).toEqual([
      "bad-formula",
      'formula: expected a level at character 27 of "…hop, Treatment(\\"A\\"))", got "A". Did you mean a? The levels are "a", "b".',
    ]);
  });

  it("are unequally long, or empty", () => {
    expect(built("sales ~ price", { ...table, price: [1] })).toEqual([
      "bad-data",
      'formula: every column should have 3 rows like the first, got 1 in "price". Make the columns equally long.',
    ]);
    expect(built("sales ~ price", { sales: [], price: [] })).toEqual([
      "too-few-rows",
      "formula: at least 1 row is needed, got 0. Pass the rows to fit.",
    ]);
    expect(built("sales ~ price", {})[0]).toBe("bad-data");
  });

  it("come to no finite number", () => {
    expect(built("sales ~ log(price - 4)", table)).toEqual([
      "not-finite",
      'formula: "log(price - 4)" should come to a finite number in every row, got -Infinity in row 0 (counted from 0). Leave the row out, or change the formula.',
    ]);
    for (const text of [
      "sqrt(3 - price)",
      "I(1 / (price - 5))",
      "exp(price * 1000)",
      "I((3 - price)^0.5)",
      "I(price^1e3^2)",
    ]) {
      expect(built(`sales ~ ${text}`, table)[0], text).toBe("not-finite");
    }
    expect(built("sales ~ a:b", { sales: [1], a: [1e200], b: [1e200] })[0]).toBe("not-finite");
    expect(built("log(sales - 1) ~ price", table)[0]).toBe("not-finite");
  });

  it("would make a design that no memory holds", () => {
    const id = Array.from({ length: 20_000 }, (_, i) => `c${i}`);
    const other = Array.from({ length: 20_000 }, (_, i) => `d${i % 300}`);
    const y = new Float64Array(20_000);
    expect(built("y ~ id", { y, id })).toEqual([
      "too-large",
      'formula: the design should have at most 100000000 cells, got 20000 rows of 19999 columns, 19999 of them from "id". Leave that term out, or join levels of its factors.',
    ]);
    expect(built("y ~ id:other", { y, id, other })[0]).toBe("too-large");
    const letters = [..."abcdefghi"];
    const factors = letters.map((letter) => [letter, ["p", "q"]] as const);
    expect(built(`y ~ ${letters.join(":")}`, [["y", [1, 2]], ...factors])).toEqual([
      "too-large",
      'formula: expected interactions of at most 8 factors at character 5 of "y ~ a:b:c:d:e:f:g:h:i", got one of 9. Leave out the higher interactions, as in (a + b + c)^2.',
    ]);
  });
});

// Files that are no tables, tables that say little, and models of others: each is answered by what it is.
import {
  builtins,
  createRegistry,
  dense,
  fit,
  fitTable,
  loadTable,
  meanSquaredError,
  save,
  saveTable,
  sequential,
  sgd,
  tableFromColumns,
} from "neurite";
import { expect, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { inFull } from "./use-page";
import { choose, chooseModel, downloadModel, ended, start, verdict } from "./use-table";
import { missingBrowser, useSite } from "./visit";

const registry = createRegistry({ plugins: [builtins] });
/** Lines of `y = x % 7` and more. */
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `${line(i)}\n`).join("");

describeWith(missingBrowser, "the files of your table", () => {
  const site = useSite();
  const open = async () => {
    const visit = await site.open("#table?data=customers");
    await start(visit.page).waitFor();
    return visit;
  };

  it.each([
    ["age,y\n25,1\n67,9,EXTRA\n40,3\n", "line 3 has 3 cells, expected 2", "67,9,EXTRA"],
    ["a,b,y\n1,2,3\n4,5\n", "line 3 has 2 cells, expected 3", "4,5"],
    ['note,y\n"one\ntwo",1\nplain,2,3\n', "line 4 has 3 cells, expected 2", "plain,2,3"],
    ['name,y\n"Ann,1\nBob,2\n', "the quote that opens on line 2 never closes", '"Ann,1'],
    ["age,age,y\n1,2,3\n", 'duplicate column name "age"', "age,age,y"],
    ["", "is empty, expected a line of column names", undefined],
    ["\n\n\n", "is empty, expected a line of column names", undefined],
    ["age,balance\n", "has no rows", undefined],
  ])("answers the broken file %j by its line", async (text, message, line) => {
    const { page, leave } = await open();
    await choose(page, text);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain(message);
    expect(await alert.locator("pre").allTextContents()).toEqual(line === undefined ? [] : [line]);
    expect(await page.getByRole("radio").count()).toBe(0);
    if (line === "67,9,EXTRA") {
      await page.getByRole("button", { name: "Leave out this line" }).click();
      await page.getByText("own.csv · 2 rows").waitFor();
      expect(await page.locator(".warnings").textContent()).toContain("1 row was left out");
    }
    await leave();
  });

  it.each([
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), "picture.csv"],
    ["a workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0), "book.csv"],
    [
      "text in 16 bits",
      new Uint8Array(Uint16Array.from("a,b\n1,2\n", (sign) => sign.charCodeAt(0)).buffer),
      "wide.csv",
    ],
  ])("refuses %s by name", async (_, bytes, name) => {
    const { page, leave } = await open();
    await choose(page, bytes, name);
    expect(await page.getByRole("alert").textContent()).toContain(name);
    await leave();
  });

  it.each([
    ["crlf.csv", "age,y\r\n1,2\r\n2,4\r\n3,6\r\n", "age"],
    ["bom.csv", "\ufeffage,y\n1,2\n2,4\n3,6", "age"],
    ["semicolons.csv", "age;y\n1,5;2\n2,5;4\n3,5;6\n\n\n", "age"],
    ["quoted.csv", '"last, first",y\n1,2\n2,4\n3,6\n', "last, first"],
  ])("takes %s as it is", async (name, text, column) => {
    const { page, leave } = await open();
    await choose(page, text, name);
    await page.getByText(`${name} · 3 rows · 1 of 2 columns used`).waitFor();
    expect(await page.getByLabel(`kind of ${column}`, { exact: true }).inputValue()).toBe("number");
    expect(await page.getByLabel("predict y", { exact: true }).isChecked()).toBe(true);
    await leave();
  });

  it.each([
    ["x,y\n1,2\n", "Only 1 row with a target"],
    ["x,y\na,2\nb,4\n", "Only 2 rows with a target"],
    ["y\n1\n2\n3\n4\n", "there should be at least one column to predict it from"],
  ])("says what the table %j lacks", async (text, message) => {
    const { page, leave } = await open();
    await choose(page, text);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain(message);
    await leave();
  });

  it("names the columns where a link asks for one that is not there", async () => {
    const { page, leave } = await site.open("#table?data=customers&target=transaction");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain('There is no column "transaction"');
    expect(await alert.textContent()).toContain('"age", "balance", "retired" and "transactions"');
    await page.getByLabel("predict transactions").check();
    await start(page).click({ trial: true });
    await leave();
  });

  it.each([
    ["missing-cells", `age,y\n1,1\n,2\n${lines(30, (i) => `${i % 9},${i % 5}`)}`, ['"age"', "line 3"]],
    [
      "mixed-column",
      `age,y\n1,1\nthirty,2\n${lines(30, (i) => `${i % 9},${i % 5}`)}`,
      ['"thirty" in line 3', "read the column as a category"],
    ],
    ["huge-values", `x,y\n1e308,1\n-1e308,2\n${lines(30, (i) => `${i % 9},${i % 5}`)}`, ['"x"', "1e+308"]],
    ["constant-column", `c,x,y\n${lines(30, (i) => `5,${i % 9},${i % 5}`)}`, ['"c" is constant']],
    ["constant-target", `x,y\n${lines(30, (i) => `${i % 9},7`)}`, ['"y" is constant', "R² is undefined"]],
    ["leak", `x,y_copy,y\n${lines(30, (i) => `${i % 9},${i % 5},${i % 5}`)}`, ['"y_copy" equals the target']],
    ["class-target", `x,y\n${lines(30, (i) => `${i % 9},${i % 2}`)}`, ["Read it as numbers"]],
  ])("warns of %s, and trains without a number that is none", async (code, text, said) => {
    const { page, leave } = await open();
    await choose(page, text);
    await page.getByText("own.csv ·").waitFor();
    const warning = page.locator(`[data-warning="${code}"]`);
    await warning.waitFor();
    for (const part of said) expect(await warning.textContent()).toContain(part);
    await start(page).click();
    await verdict(page).waitFor();
    await ended(page);
    expect(await page.locator("main").textContent()).not.toMatch(/not a number[^,]|NaN|undefined[^.]/);
    const remedy = warning.getByRole("button");
    if ((await remedy.count()) > 0) {
      await remedy.click();
      await warning.waitFor({ state: "detached" });
    }
    await leave();
  });

  it("opens a model beside a table that it was not trained on, without its target, with a value it does not know", async () => {
    const jobs = ["clerk", "cook"];
    const table = tableFromColumns([
      ["job", Array.from({ length: 200 }, (_, i) => jobs[i % 2])],
      ["hours", Array.from({ length: 200 }, (_, i) => (i * 7) % 40)],
      ["pay", Array.from({ length: 200 }, (_, i) => (i % 2) * ((i * 7) % 40))],
    ]);
    const model = await fitTable(table, { target: "pay", seed: 3, units: [3], epochs: 20 });
    const { page, leave } = await open();
    await choose(page, "hours,job\n10,clerk\n20,cook\n30,pilot\n");
    await page.getByText("own.csv · 3 rows").waitFor();
    await chooseModel(page, saveTable(model), "pay.safetensors");
    await page.getByText("pay.safetensors predicts pay. This table has no column pay").waitFor();
    expect(await page.locator('[data-warning="unseen-value"]').textContent()).toContain('"pilot" in line 4');
    expect(await page.getByText("Predicted against actual").count()).toBe(0);
    // the sliders ask the very model
    await page.getByRole("combobox", { name: /^job/ }).selectOption("cook");
    await page.getByRole("combobox", { name: /^hours/ }).selectOption("20");
    const [hours, job] = ["20", "cook"];
    const expected = model.predict(
      tableFromColumns([
        ["hours", [hours]],
        ["job", [job]],
      ]),
    )[0];
    await expect.poll(() => inFull(page, /^pay, by the network/)).toBe(expected);
    // and it can be taken away again
    const again = loadTable(await downloadModel(page), { registry });
    expect(again.target).toBe("pay");
    await leave();
  });

  it("tells what a file is that is no model, or none for this table, and keeps what was there", async () => {
    const { page, leave } = await open();
    await start(page).click();
    await ended(page);
    const other = await fitTable(
      tableFromColumns([
        ["rooms", Array.from({ length: 60 }, (_, i) => i % 6)],
        ["rent", Array.from({ length: 60 }, (_, i) => 100 * (i % 6))],
      ]),
      { target: "rent", units: [2], epochs: 2 },
    );
    const whole = saveTable(other);
    const { model: bare } = await fit(
      sequential([dense({ units: 1 })]),
      { inputs: [[0], [1]], targets: [[0], [1]] },
      { loss: meanSquaredError, optimizer: sgd(), epochs: 1 },
    );
    const broken = whole.slice();
    broken.set(new TextEncoder().encode("{{{{"), 8);
    for (const [name, bytes, message] of [
      ["rent.safetensors", whole, 'There is no column "rooms", which the model needs'],
      ["cut.safetensors", whole.slice(0, whole.length - 40), "cut.safetensors"],
      ["broken.safetensors", broken, "broken.safetensors"],
      ["empty.safetensors", new Uint8Array(0), "empty.safetensors"],
      ["table.safetensors", new TextEncoder().encode("age,y\n1,2\n3,4\n"), "no safetensors file"],
      ["bare.safetensors", save(bare, { registry }), "a network without a table"],
    ] as const) {
      await chooseModel(page, bytes, name);
      const alert = page.getByRole("alert").filter({ hasText: name });
      await alert.waitFor();
      expect(await alert.textContent()).toContain(message);
      expect(await verdict(page).count()).toBe(1);
    }
    await leave();
  });
});

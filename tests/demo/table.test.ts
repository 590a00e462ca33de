// Your table: read, fitted, trained, judged, taken away and opened again, with nothing sent.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { readCsv, toTable } from "@neurite/csv";
import { builtins, createRegistry, fitTable, loadTable, saveTable, tableFromColumns, tanh } from "neurite";
import { expect, it } from "vitest";
import figures from "../../apps/demo/figures.json";
import { expectFigure } from "../../apps/demo/src/figures/test-expect-figure";
import { customersCsv } from "../../apps/demo/src/table/built-in-tables";
import { describeWith } from "../determinism/requirement";
import { root } from "../house/root";
import { axeFindings } from "./axe";
import { inFull } from "./use-page";
import { bytesOf, choose, chooseModel, downloadModel, ended, start, verdict } from "./use-table";
import { missingBrowser, useSite } from "./visit";

const registry = createRegistry({ plugins: [builtins] });

describeWith(missingBrowser, "your table", () => {
  const site = useSite();

  it("trains the bike rentals to R² 0.90, sends nothing, and its model predicts the same bits in Node", async () => {
    const { page, leave } = await site.open("#table");
    await start(page).waitFor();
    expect(await page.locator(".summary").textContent()).toContain("12 of 17 columns used");
    expectFigure(
      await inFull(page, /^R² of the straight line/),
      figures.tableLines["bike rentals, straight line: held-out R²"],
    );
    await start(page).click();
    await verdict(page).waitFor();
    expect(page.workers().length).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Stop" }).click();
    await ended(page);
    expect(await verdict(page).getAttribute("data-verdict")).toBe("worth");
    expect(await inFull(page, /^R² of the network/)).toBeGreaterThan(0.9);
    const pickers = page.locator(".pickers select");
    expect([await pickers.nth(0).inputValue(), await pickers.nth(1).inputValue()]).toEqual(["hr", "workingday"]);

    const line = Number(await page.locator(".both tbody tr td").first().textContent());
    await page.getByRole("button", { name: `Follow line ${line}` }).click();
    await page.getByText(`Line ${line} of the file:`).waitFor();
    const model = loadTable(await downloadModel(page), { registry });
    const file = await readFile(path.join(root, "apps/cli/data/bike-hour.csv"));
    const { columns, lines } = toTable(readCsv(file, "bike-hour.csv"));
    const row = Array.from(lines ?? []).indexOf(line);
    const table = tableFromColumns(columns.map(({ name, cells }) => [name, [cells[row]]] as const));
    await expect.poll(() => inFull(page, /^cnt, by the network/)).toBe(model.predict(table)[0]);
    expect(await page.locator("[data-sent]").getAttribute("data-sent")).toBe("0");
    await leave();
  });

  it("gives the file that the lines of TypeScript give, to the byte, by the keyboard alone", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await start(page).focus();
    await page.keyboard.press("Enter");
    await verdict(page).waitFor();
    await ended(page);
    expect(await verdict(page).getAttribute("data-verdict")).toBe("worth");
    expect(await page.locator("pre").textContent()).toContain(
      'fitTable(table, { target: "transactions", units: [4], activation: tanh, seed: 0 })',
    );
    const bytes = await downloadModel(page);
    const table = toTable(readCsv(new TextEncoder().encode(customersCsv()), "bank-customers.csv"));
    const model = await fitTable(table, { target: "transactions", units: [4], activation: tanh, seed: 0 });
    expect(Buffer.from(bytes).equals(Buffer.from(saveTable(model)))).toBe(true);

    // the ring on the map moves by arrow keys, and the answers with it
    const map = page.getByRole("application").first();
    const answer = page.locator(".answers strong button");
    const before = await answer.textContent();
    await map.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => answer.textContent()).not.toBe(before);

    await chooseModel(page, bytes, "again.safetensors");
    await page.getByText("again.safetensors predicts transactions.").waitFor();
    expect(await page.getByText("400 of 400 rows of the table chosen").count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  });

  it("says of every part of the page what it is", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await page.getByText(/at most \d+ s here/).waitFor();
    // how long it takes here is no part of what the page is
    const tree = await page.locator("main").ariaSnapshot();
    expect(tree.replace(/(, at most: )\d+(\. Open how it is computed"': ")\d+/, "$1N$2N")).toMatchSnapshot();
    await leave();
  });

  it("takes a table that is pasted anywhere, and classes", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await start(page).waitFor();
    const rows = Array.from(
      { length: 200 },
      (_, i) => `${(i * 7) % 20},${(i * 3) % 11},${((i * 7) % 20) * ((i * 3) % 11) > 40 ? "high" : "low"}`,
    );
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      `a,b,c\n${rows.join("\n")}\n`,
    );
    await page.getByText("pasted.csv · 200 rows").waitFor();
    await page.getByLabel("predict c").check();
    await page.getByText("Held-out rows: share right").waitFor();
    await start(page).click();
    await verdict(page).waitFor();
    await ended(page);
    await page.getByRole("button", { name: /rows: actual high, predicted high/ }).click();
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  });

  it("takes a file that is dropped", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await start(page).waitFor();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x,y\n1,2\n2,4\n3,6\n4,8\n"], "dropped.csv"));
      document
        .querySelector(".drop")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.getByText("dropped.csv · 4 rows").waitFor();
    await leave();
  });

  it("finds the columns that add up to the target, and leaves them out by one press", async () => {
    const { page, leave } = await site.open("#table");
    await start(page).waitFor();
    await page.getByLabel("use casual").check();
    await page.getByLabel("use registered").check();
    const leak = page.locator('[data-warning="sum-leak"]');
    await leak.waitFor();
    expect(await leak.textContent()).toContain('"casual" + "registered" is exactly "cnt"');
    await leak.getByRole("button").click();
    await leak.waitFor({ state: "detached" });
    await page.getByText("12 of 17 columns used").waitFor();
    await leave();
  });

  it("pauses, goes on and stops with the best so far", async () => {
    const { page, leave } = await site.open("#table");
    await start(page).click();
    await page.getByRole("button", { name: "Pause" }).press("Enter");
    await page.getByText("paused after this epoch").waitFor();
    await page.getByRole("button", { name: "Go on" }).press("Enter");
    await page.getByText(/epoch (?!1 )\d+ of 25/).waitFor();
    await page.getByRole("button", { name: "Stop" }).press("Enter");
    await page.getByText("stopped: the best weights so far are kept").waitFor();
    await verdict(page).waitFor();
    await page.getByText("You stopped this training").waitFor();
    await leave();
  });

  it("learns nothing from a shuffled target", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await page.getByLabel("Shuffle the target").check();
    await start(page).click();
    await verdict(page).waitFor();
    await ended(page);
    expect(await verdict(page).getAttribute("data-verdict")).not.toBe("worth");
    expect(await inFull(page, /^R² of the network/)).toBeLessThan(0.15);
    expect(new URL(page.url()).hash).toBe("#table?data=customers&shuffled=1");
    await leave();
  });

  it("opens every number that it shows", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await start(page).click();
    await ended(page);
    for (const table of ["Columns as table", "Curve as table", "Surface as table", "The line's coefficients"])
      await page.getByText(table).click();
    const opened = await page.evaluate(async () => {
      const found: string[] = [];
      for (const button of document.querySelectorAll<HTMLElement>("main button.number")) {
        button.click();
        await new Promise(requestAnimationFrame);
        const dialog = document.querySelector('[role="dialog"]');
        const arithmetic = dialog?.querySelector(".line")?.textContent ?? "";
        if (/= .*\S/s.test(arithmetic.replace("=", "= "))) found.push(button.getAttribute("aria-label") ?? "");
      }
      return found;
    });
    expect(opened).toHaveLength(await page.locator("main button.number").count());
    const first = (name: string) => opened.filter((label) => label.startsWith(name)).length;
    expect(first("missing cells of")).toBe(4);
    expect(first("R² after epoch")).toBeGreaterThan(50);
    expect(first("network, balance")).toBeGreaterThan(10);
    await page.keyboard.press("Escape");

    // the spread of the splits, down to a cell of the first of them
    await page.getByRole("button", { name: /^difference of R²/ }).click();
    const panel = page.getByRole("dialog");
    for (const step of [
      /^difference in split 1/,
      /^R² of the network, split 1/,
      /^squares that the network, split 1/,
    ]) {
      await panel.getByRole("button", { name: step }).first().click();
    }
    await panel
      .getByRole("button", { name: /^squared error in line/ })
      .first()
      .click();
    expect(await panel.getByRole("button", { name: /^transactions in line/ }).count()).toBe(1);
    await leave();
  });

  it("says how long a training takes here before it begins", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await page.getByText(/at most \d+ s here for each of 5 splits/).waitFor();
    await page.getByRole("button", { name: /^seconds for one training, at most/ }).click();
    const panel = page.getByRole("dialog");
    // 280 rows in steps of 32 are 9 steps an epoch, 500 epochs at most
    expect(await panel.getByRole("button", { name: "steps at most: 4500" }).count()).toBe(1);
    await leave();
  });

  it("hands its two columns to the playground, where they are learnt from", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await start(page).click();
    await ended(page);
    await page.getByRole("link", { name: "Try these two in the Playground" }).press("Enter");
    await page.getByText("280 rows to learn from, 120 held out").waitFor();
    expect(await page.getByRole("radio", { name: "your table" }).isChecked()).toBe(true);
    await leave();
  });

  it("shows what was predicted as a table, too", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await start(page).click();
    await ended(page);
    await page.getByText("As a table").first().press("Enter");
    const table = page.getByRole("region", { name: "Predicted against actual: network" });
    await table.getByRole("button", { name: "error" }).press("Enter");
    expect(await table.getByRole("row").count()).toBe(61);
    const [, least] = await table.getByRole("row").all();
    expect(Number(await least?.getByRole("cell").last().textContent())).toBeLessThan(0.5);
    await leave();
  });

  it("gives the invented customers as a file", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download bank-customers.csv" }).click(),
    ]);
    expect(new TextDecoder().decode(await bytesOf(download))).toBe(customersCsv());
    await leave();
  });

  it("draws a curve where there is one column alone, with a ring that keys move", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await start(page).waitFor();
    const rows = Array.from({ length: 120 }, (_, i) => `${(i * 7) % 40},${(((i * 7) % 40) - 20) ** 2}`);
    await choose(page, `x,y\n${rows.join("\n")}\n`);
    await start(page).click();
    await ended(page);
    await page.getByText("What the column does").waitFor();
    const answer = page.locator(".answers strong button");
    const before = await answer.textContent();
    await page.getByRole("application").focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowLeft");
    await expect.poll(() => answer.textContent()).not.toBe(before);
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  });

  it("takes three hundred columns", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await start(page).waitFor();
    const names = Array.from({ length: 300 }, (_, i) => `c${i}`);
    const rows = Array.from({ length: 200 }, (_, row) => names.map((_, i) => (row * (2 * i + 3) + i) % 101).join(","));
    await choose(page, `${names.join(",")}\n${rows.join("\n")}\n`);
    await page.getByText("own.csv · 200 rows · 299 of 300 columns used").waitFor();
    expect(await page.getByRole("radio").count()).toBe(40);
    await page.getByRole("button", { name: "Show all 300 columns" }).click();
    await page.getByRole("radio").nth(299).waitFor();
    await start(page).click();
    await verdict(page).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await ended(page);
    // (2 i + 3) is a multiple of 101 for i = 49, 150 and 251: these three are constant
    await page.getByText("296 numbers go in").waitFor();
    await leave();
  });

  it("finds back to the kind that a column has by itself", async () => {
    const { page, leave } = await site.open("#table");
    await start(page).waitFor();
    const kind = page.getByLabel("kind of dteday");
    expect(await kind.inputValue()).toBe("date");
    await kind.selectOption("category");
    await expect.poll(() => new URL(page.url()).hash).toBe("#table?categories=dteday");
    await kind.selectOption("date");
    await expect.poll(() => new URL(page.url()).hash).toBe("#table");
    await leave();
  });
});

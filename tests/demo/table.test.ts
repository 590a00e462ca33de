// Your table: read, fitted, trained, judged, taken away and opened again, with nothing sent.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { readCsv, toTable } from "@neurite/csv";
import { builtins, createRegistry, fitTable, loadTable, saveTable, tableFromColumns, tanh } from "neurite";
import type { Download, Page } from "playwright-core";
import { expect, it } from "vitest";
import figures from "../../apps/demo/figures.json";
import { expectFigure } from "../../apps/demo/src/figures/test-expect-figure";
import { customersCsv } from "../../apps/demo/src/table/built-in-tables";
import { describeWith } from "../determinism/requirement";
import { root } from "../house/root";
import { axeFindings } from "./axe";
import { inFull } from "./use-page";
import { missingBrowser, useSite } from "./visit";

const registry = createRegistry({ plugins: [builtins] });
const start = (page: Page) => page.getByRole("button", { name: "Find out" });
const verdict = (page: Page) => page.locator("[data-verdict]");
const ended = (page: Page) => page.getByRole("button", { name: "Train again" }).waitFor();
const csv = (text: string, name = "own.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const choose = (page: Page, text: string) => page.getByLabel("Choose a file").setInputFiles(csv(text));

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()));
}

async function downloadModel(page: Page): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the model" }).click(),
  ]);
  return bytesOf(download);
}

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

    await page
      .getByLabel("Open a model")
      .setInputFiles({ name: "again.safetensors", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
    await page.getByText("again.safetensors predicts transactions.").waitFor();
    expect(await page.getByText("400 of 400 held-out rows chosen").count()).toBe(1);
    // the discs of the diagram hold a number that their name begins with
    expect((await axeFindings(page)).filter((finding) => !finding.includes("data-neuron"))).toEqual([]);
    await leave();
  });

  it("says of every part of the page what it is", async () => {
    const { page, leave } = await site.open("#table?data=customers");
    await start(page).waitFor();
    expect(await page.locator("main").ariaSnapshot()).toMatchSnapshot();
    await leave();
  });

  it.each([
    ["age,y\n25,1\n67,9,EXTRA\n40,3\n", "line 3 has 3 cells, expected 2", "67,9,EXTRA"],
    ['name,y\n"Ann,1\nBob,2\n', "the quote that opens on line 2 never closes", '"Ann,1'],
    ["age,age,y\n1,2,3\n", 'duplicate column name "age"', "age,age,y"],
    ["", "is empty, expected a line of column names", undefined],
    ["age,balance\n", "has no rows", undefined],
  ])("answers a broken file %j by its line", async (text, message, line) => {
    const { page, leave } = await site.open("#table?data=customers");
    await start(page).waitFor();
    await choose(page, text);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain(message);
    if (line !== undefined) expect(await alert.locator("pre").textContent()).toBe(line);
    if (line === "67,9,EXTRA") {
      await page.getByRole("button", { name: "Leave out this line" }).click();
      await page.getByText("own.csv · 2 rows").waitFor();
    }
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
});

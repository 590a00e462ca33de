// Chapter 1: each task by pointer and by keyboard alone, every named slip answered, the figures of the story.
import { expect, it } from "vitest";
import figures from "../../apps/demo/figures.json";
import { expectFigure } from "../../apps/demo/src/figures/test-expect-figure";
import { formatNumber } from "../../apps/demo/src/numbers/format-number";
import { describeWith } from "../determinism/requirement";
import { runTypeScript } from "./run-listing";
import { check, dragTo, handle, inFull, typeOn } from "./use-page";
import { missingBrowser, useSite } from "./visit";

const [left, right] = ["your line at age 30", "your line at age 84"];

const heldOut = {
  age: figures.lines["age, k = 0: held-out R²"].is,
  "age, balance": figures.lines["age, balance, k = 0: held-out R²"].is,
  "age, retired": figures.lines["age, retired, k = 0: held-out R²"].is,
  all: figures.lines["straight line, k = 0: held-out R²"].is,
};
const r2 = (names: keyof typeof heldOut) => formatNumber(heldOut[names], 3);

describeWith(missingBrowser, "chapter 1", () => {
  const site = useSite();

  it("is solved by keyboard alone", async () => {
    const { page, leave } = await site.open("#learn/1");
    await typeOn(page, left, 33.5);
    await typeOn(page, right, 18);
    expect(await check(page, "1a", "keyboard")).toContain("Solved. Your mean square is 12.0");
    await page.locator('[data-task="1b"]').getByRole("radio", { name: "balance" }).press("Space");
    expect(await check(page, "1b", "keyboard")).toContain(`from ${r2("age")} to ${r2("age, balance")}`);
    await leave();
  });

  it("is solved by pointer", async () => {
    const { page, leave } = await site.open("#learn/1");
    await dragTo(page, left, 33);
    await dragTo(page, right, 18.5);
    expect(await check(page, "1a")).toContain("Solved. Your mean square is 12.0");
    await page.locator('[data-task="1b"]').getByText("balance").click();
    expect(await check(page, "1b")).toContain("Solved.");
    await leave();
  });

  it("names the usual slips of task 1a, and gives a hint from the third try on", async () => {
    const { page, leave } = await site.open("#learn/1?line=20,35");
    expect(await check(page, "1a")).toContain("Your line rises where the dots fall.");
    await typeOn(page, left, 26);
    await typeOn(page, right, 26);
    const flat = await check(page, "1a");
    expect(flat).toContain("That is nearly the flat line");
    expect(flat).toMatch(/Your mean square is 32\.\d, still 20\.\d\d too much\./);
    const hints: [number, number, string][] = [
      [42, 10, "It is too steep."],
      [29, 23, "It is not steep enough."],
      [40, 25, "It lies too high."],
      [26, 11, "It lies too low."],
    ];
    for (const [at30, at84, hint] of hints) {
      await typeOn(page, left, at30);
      await typeOn(page, right, at84);
      expect(await check(page, "1a")).toContain(hint);
    }
    await page.getByRole("button", { name: "Show me" }).click();
    expect(await check(page, "1a")).toContain("Solved.");
    await leave();
  });

  it("says of a column that it adds something, by the figures", async () => {
    const { page, leave } = await site.open("#learn/1");
    const task = page.locator('[data-task="1b"]');
    expect(await check(page, "1b")).toContain("Choose a column first.");
    await task.getByRole("radio", { name: "retired" }).check();
    expect(await check(page, "1b")).toContain(
      `Without retired, held-out R² is ${r2("age, balance")}; with it, ${r2("all")}.`,
    );
    await task.getByRole("radio", { name: "age" }).check();
    expect(await check(page, "1b")).toMatch(new RegExp(`Without age, held-out R² is 0\\.\\d+; with it, ${r2("all")}`));
    await leave();
  });

  it("shows the figures of its listing", async () => {
    const { page, leave } = await site.open("#learn/1");
    expectFigure(await inFull(page, /^best possible/), figures.straightLine["age: mean square"]);
    expectFigure(await inFull(page, /^flat line/), figures.straightLine["flat line: mean square"]);
    expectFigure(await inFull(page, /^start of the line/), figures.straightLine["age: intercept"]);
    expectFigure(await inFull(page, /^transactions for one more of age/), figures.straightLine["age: age"]);
    const box = (name: string) => page.getByRole("checkbox", { name });
    const shown: string[] = [];
    const read = async (names: string) => {
      shown.push(`held-out R2 of ${names}: ${(await inFull(page, /^held-out R²/)).toFixed(3)}`);
    };
    await read("age");
    await box("balance").check();
    await read("age, balance");
    await box("balance").uncheck();
    await box("retired").check();
    await read("age, retired");
    await box("balance").check();
    await read("age, balance, retired");
    expect(shown.map((line) => line.slice(-5))).toEqual(
      (["age", "age, balance", "age, retired", "all"] as const).map(r2),
    );
    expect((await runTypeScript("apps/demo/listings/1.ts")).trim().split("\n").slice(2)).toEqual(shown);
    await leave();
  });

  it("takes a guess before the dots, or goes on without", async () => {
    const { page, leave } = await site.open("#learn/1?guess");
    const dots = page.getByRole("listbox");
    const sizes = await Promise.all(
      ["Show the dots", "Skip the guess"].map((name) => page.getByRole("button", { name }).boundingBox()),
    );
    expect(sizes[0]?.width).toBe(sizes[1]?.width);
    expect(await dots.count()).toBe(0);
    await typeOn(page, left, 40);
    await page.getByRole("button", { name: "Show the dots" }).click();
    await page.getByText("Your guess: mean square").waitFor();
    expect(await dots.count()).toBe(1);
    await page.getByRole("button", { name: "Guess first" }).click();
    await page.getByRole("button", { name: "Skip the guess" }).click();
    expect([await dots.count(), await page.getByText("Your guess").count()]).toEqual([1, 0]);
    await leave();
  });

  it("lets its dots be walked and opened without a pointer", async () => {
    const { page, leave } = await site.open("#learn/1");
    const dots = page.getByRole("listbox");
    const current = dots.getByRole("option");
    await dots.focus();
    await page.keyboard.press("Home");
    expect(await current.getAttribute("aria-label")).toBe("customer 1: age 30, 31 transactions");
    await page.keyboard.press("End");
    expect(await current.getAttribute("aria-label")).toMatch(/^customer \d+: age 84, \d+ transactions/);
    await page.keyboard.press("Enter");
    await page
      .getByRole("dialog")
      .getByText(/^square of customer \d+$/)
      .waitFor();
    await page.keyboard.press("Escape");
    expect(await dots.evaluate((node) => node === document.activeElement)).toBe(true);
    await leave();
  });

  it("stays in the address, and comes back from it", async () => {
    const { page, leave } = await site.open("#learn/1");
    await typeOn(page, left, 31.5);
    await page.waitForFunction(() => location.hash.includes("line=31.5%2C24"));
    await page.getByRole("checkbox", { name: "retired" }).check();
    const address = await page.evaluate(() => location.hash);
    await leave();
    const again = await site.open(address);
    expect(await handle(again.page, left).getAttribute("aria-valuenow")).toBe("31.5");
    expect(await again.page.getByRole("checkbox", { name: "retired" }).isChecked()).toBe(true);
    // another link, pasted into the same tab
    await again.page.evaluate(() => {
      location.hash = "#learn/1?line=10,44&columns=age";
    });
    await again.page.locator('[aria-valuenow="44"]').waitFor();
    await again.leave();
  });

  it("is read out as it is seen", async () => {
    const { page, leave } = await site.open("#learn/1");
    expect(await page.locator("#scene").ariaSnapshot()).toMatchSnapshot();
    await page.getByText("As a table").click();
    const rows = page.getByRole("table").getByRole("row");
    await rows.nth(100).waitFor();
    expect(await rows.count()).toBe(101);
    await page.getByRole("columnheader", { name: "age" }).getByRole("button").click();
    expect(await rows.nth(1).getByRole("cell").first().textContent()).toBe("30");
    await page.getByRole("columnheader", { name: "age" }).getByRole("button").click();
    expect(await rows.nth(1).getByRole("cell").first().textContent()).toBe("84");
    await leave();
  });
});

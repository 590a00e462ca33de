// Chapter 2: each task by pointer and by keyboard alone, every named slip answered, the figures of the story.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import figures from "../../apps/demo/figures.json";
import { expectFigure } from "../../apps/demo/src/figures/test-expect-figure";
import { formatNumber } from "../../apps/demo/src/numbers/format-number";
import { describeWith } from "../determinism/requirement";
import { runTypeScript } from "./run-listing";
import { check, dragTo, handle, inFull, typeOn } from "./use-page";
import { missingBrowser, useSite } from "./visit";

const end = (group: "working" | "retired", balance: 0 | 50) => `your line for ${group}, at balance ${balance}`;
const lock = (page: Page) => page.getByRole("checkbox", { name: "keep my lines parallel" });
const interaction = (page: Page) => page.getByRole("slider", { name: "interaction k" });

describeWith(missingBrowser, "chapter 2", () => {
  const site = useSite();

  it("is solved by keyboard alone", async () => {
    const { page, leave } = await site.open("#learn/2");
    await lock(page).press("Space");
    await typeOn(page, end("working", 0), 17.5);
    await typeOn(page, end("working", 50), 42);
    await typeOn(page, end("retired", 0), 38.5);
    await typeOn(page, end("retired", 50), 2);
    expect(await check(page, "2a", "keyboard")).toContain("Solved. Held-out R² 0.91");
    await interaction(page).focus();
    await page.keyboard.press("Home");
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
    const solved = await check(page, "2b", "keyboard");
    expect(solved).toContain(
      `The product gains ${formatNumber(figures.lines["gain of the product, k = 0.06"].is, 4)}. Here the straight line is the right model. neurite will tell you so.`,
    );
    await leave();
  });

  it("is solved by pointer", async () => {
    const { page, leave } = await site.open("#learn/2");
    await lock(page).click();
    await dragTo(page, end("working", 0), 19);
    await dragTo(page, end("working", 50), 41);
    await dragTo(page, end("retired", 0), 37);
    await dragTo(page, end("retired", 50), 4);
    expect(await check(page, "2a")).toContain("Solved.");
    const slider = await interaction(page).boundingBox();
    if (!slider) throw new Error("no slider");
    await page.mouse.move(slider.x + slider.width - 8, slider.y + slider.height / 2);
    await page.mouse.down();
    await page.mouse.move(slider.x + 2, slider.y + slider.height / 2, { steps: 5 });
    await page.mouse.up();
    expect(await check(page, "2b")).toContain("Solved.");
    await leave();
  });

  it("names the usual slips", async () => {
    const { page, leave } = await site.open("#learn/2");
    expect(await check(page, "2a")).toContain("The lock is on: parallel lines cannot do it, wherever they lie.");
    expect(await check(page, "2b")).toContain(
      `At k = 1.00 the product still gains ${formatNumber(figures.lines["gain of the product, k = 1"].is, 4)}`,
    );
    await lock(page).uncheck();
    await typeOn(page, end("working", 0), 40);
    await typeOn(page, end("working", 50), 20);
    await typeOn(page, end("retired", 0), 10);
    await typeOn(page, end("retired", 50), 30);
    expect(await check(page, "2a")).toContain("Your slopes are the wrong way round");
    // the third try and later: which end to look at
    await typeOn(page, end("working", 0), 17.5);
    await typeOn(page, end("working", 50), 42);
    await typeOn(page, end("retired", 0), 38.5);
    await typeOn(page, end("retired", 50), 30);
    expect(await check(page, "2a")).toContain("Look at the right end for retired: it lies too high.");
    await interaction(page).fill("0.2");
    expect(await check(page, "2a")).toMatch(/At k = 0\.20 nothing gets above 0\.\d\d: set k to 1\./);
    await page.locator('[data-task="2a"]').getByRole("button", { name: "Show me" }).click();
    expect(await check(page, "2a")).toContain("Solved.");
    await leave();
  });

  it("keeps parallel lines parallel, and those reach no more than a straight line", async () => {
    const { page, leave } = await site.open("#learn/2");
    const value = async (group: "working" | "retired", balance: 0 | 50) =>
      Number(await handle(page, end(group, balance)).getAttribute("aria-valuenow"));
    await typeOn(page, end("working", 50), 30);
    const [a, b, c, d] = [
      await value("working", 0),
      await value("working", 50),
      await value("retired", 0),
      await value("retired", 50),
    ];
    expect([a, b]).toEqual([36, 30]);
    expect(b - a).toBe(d - c);
    await leave();
    // the best of them, by least squares
    const best = await site.open("#learn/2?k=1&working=30.3,28.3&retired=22.4,20.4&lock=on");
    const r2 = await inFull(best.page, /^yours/);
    // the rings go by halves
    expect(r2).toBeCloseTo(figures.lines["parallel lines, k = 1: held-out R²"].is, 2);
    await best.leave();
  });

  it("shows the figures of its listing at every interaction", async () => {
    const { page, leave } = await site.open("#learn/2");
    const printed = (await runTypeScript("apps/demo/listings/2.ts")).trim().split("\n");
    for (let tenth = 0; tenth <= 10; tenth++) {
      await interaction(page).fill(String(tenth / 10));
      const [line, product, says] = [
        await inFull(page, /^straight line/),
        await inFull(page, /^with product/),
        await inFull(page, /^transactions for one more of balance/),
      ];
      expect(printed[tenth]).toBe(
        `k ${(tenth / 10).toFixed(1)}: line ${line.toFixed(3)}, product ${product.toFixed(3)}, the line about balance ${says.toFixed(3)}`,
      );
    }
    expectFigure(await inFull(page, /^noise ceiling/), figures.lines["ceiling, k = 1: held-out R²"]);
    const [working, retired] = [figures.crossing["working: balance"].is, figures.crossing["retired: balance"].is];
    const cross = formatNumber(figures.crossing["lines cross at balance"].is, 1);
    await page
      .getByText(
        `working customers change by +${formatNumber(working)}, retired ones by ${formatNumber(retired)}. Their lines cross near ${cross}.`,
      )
      .waitFor();
    await leave();
  });

  it("finds the same crossing in real data, which it reads when that is seen", async () => {
    const { page, leave } = await site.open("#learn/2", { viewport: { width: 1280, height: 500 } });
    const asked = () =>
      page.evaluate(
        () => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/bike-hour.csv")).length,
      );
    await page.getByText("The table is being read.").waitFor();
    expect(await asked()).toBe(0);
    await page.getByRole("heading", { name: "And in real data?" }).scrollIntoViewIfNeeded();
    const mean = (days: "working" | "free") => formatNumber(figures.rentals[`8 h, ${days} days: mean`].is, 0);
    await page
      .getByText(`At 8 h ${mean("working")} rentals on working days and ${mean("free")} on free days.`)
      .waitFor();
    expect(await asked()).toBe(1);
    expectFigure(await inFull(page, /^R² of the straight line/), figures.rentals["straight line: R²"]);
    expectFigure(await inFull(page, /^R² of hour and day added up/), figures.rentals["hour + day: R²"]);
    expectFigure(await inFull(page, /^R² of hour and day together/), figures.rentals["hour with day: R²"]);
    const worth = figures.rentals["straight line: a working day"];
    expectFigure(await inFull(page, /^cnt for one more of workingday/), worth);
    expect(await page.getByRole("region", { name: "And in real data?" }).ariaSnapshot()).toMatchSnapshot();
    const hours = page.getByRole("listbox", { name: /^hours/ });
    await hours.focus();
    for (let i = 0; i < 17; i++) await page.keyboard.press("ArrowRight");
    expect(await hours.getByRole("option").getAttribute("aria-label")).toMatch(
      /^\d+ h, (working|free) days: \d+ rentals$/,
    );
    await page.keyboard.press("Enter");
    await page
      .getByRole("dialog")
      .getByText(/^mean of \d+ h on (working|free) days$/)
      .waitFor();
    await leave();
  });

  it("stays in the address, and comes back from it", async () => {
    const { page, leave } = await site.open("#learn/2?k=0.4&working=20,30&retired=33,7&lock=off");
    expect(await interaction(page).inputValue()).toBe("0.4");
    expect(await lock(page).isChecked()).toBe(false);
    await typeOn(page, end("retired", 50), 9.5);
    await page.waitForFunction(() => location.hash.includes("retired=33%2C9.5"));
    await leave();
  });

  it("is read out as it is seen", async () => {
    const { page, leave } = await site.open("#learn/2");
    expect(await page.locator("#scene").ariaSnapshot()).toMatchSnapshot();
    await typeOn(page, end("working", 0), 20);
    await page
      .getByText(/^held-out R squared of your lines .* below the best possible$/)
      .waitFor({ state: "attached" });
    await leave();
  });
});

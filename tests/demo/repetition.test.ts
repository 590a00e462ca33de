// Chapter 5: two lanes, a scrubber, a training that breaks, and a hundred starts.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import figures from "../../apps/demo/figures.json";
import { expectFigure } from "../../apps/demo/src/figures/test-expect-figure";
import { describeWith } from "../determinism/requirement";
import { check, drag, handle } from "./use-page";
import { missingBrowser, useSite } from "./visit";

const scrubber = (page: Page) => handle(page, "Step");
const scoreOf = async (page: Page, lane: string) =>
  Number(
    (
      await page
        .locator(".score", { hasText: `Lane ${lane}` })
        .locator("button")
        .textContent()
    )?.replace("−", "-"),
  );

describeWith(missingBrowser, "chapter 5", () => {
  const site = useSite();
  /** The chapter once both lanes are trained. */
  async function openTrained(query = "") {
    const visit = await site.open(`#learn/5${query}`);
    await visit.page.getByText("Lane B reaches 0.88 at step").waitFor();
    return visit;
  }

  it("shows at once that lane A is stuck and lane B is not", async () => {
    const { page, leave } = await openTrained();
    expectFigure(await scoreOf(page, "A"), figures.lanes["lane A, step 600: held-out R²"]);
    expectFigure(await scoreOf(page, "B"), figures.lanes["lane B, step 600: held-out R²"]);
    const reached = /Lane B reaches 0\.88 at step (\d+)\./.exec((await page.locator(".reached").textContent()) ?? "");
    expectFigure(Number(reached?.[1]), figures.lanes["lane B, rate 0.1: first step with 0.88"]);
    expect(await page.locator(".reached").textContent()).toContain("Lane A does not reach 0.88 in 600 steps.");
    await leave();
  });

  it("is leafed through by keyboard, and each number opens down to a row", async () => {
    const { page, leave } = await openTrained();
    await scrubber(page).focus();
    await page.keyboard.press("Home");
    expect(await scrubber(page).getAttribute("aria-valuetext")).toBe(
      "step 0 of 600, held-out R squared −2.59, loss 3.62",
    );
    await page.keyboard.press("PageUp");
    await page.keyboard.press("ArrowRight");
    expect(await scrubber(page).getAttribute("aria-valuetext")).toContain("step 11 of 600");
    await page
      .getByRole("button", { name: /^held-out R² after 11 steps: .*\. Open/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^squares left over/ }).click();
    await dialog.getByRole("button", { name: /^terms 1 to 10/ }).click();
    await dialog.getByRole("button", { name: /^square of customer 301/ }).click();
    await dialog.getByRole("button", { name: /^transactions of customer 301/ }).click();
    expect(await dialog.textContent()).toContain("customer 301 of the invented table, column transactions");
    await leave();
  });

  it("follows the customer who is chosen among the dots, by key and by pointer", async () => {
    const { page, leave } = await openTrained();
    const dots = page.getByRole("listbox", { name: /^customers by balance/ });
    const row = page.getByRole("spinbutton", { name: /^Customer/ });
    await dots.focus();
    await page.keyboard.press("End");
    const last = await dots.getByRole("option").getAttribute("aria-label");
    await page.keyboard.press("Enter");
    expect(last).toContain(`customer ${await row.inputValue()}: `);
    const box = await dots.boundingBox();
    if (!box) throw new Error("The dots should be in the picture.");
    // among those who are poor, where the dots lie close
    await page.mouse.click(box.x + 0.1 * box.width, box.y + 0.6 * box.height);
    expect(last).not.toContain(`customer ${await row.inputValue()}: `);
    await leave();
  });

  it("frees lane A by pointer: a weight is dragged at step 0", async () => {
    const { page, leave } = await openTrained();
    await page.getByRole("button", { name: "To the start" }).click();
    const output = "weight from output of node_1 to output";
    await drag(page, output, 0, -40);
    expect(Number(await handle(page, output).getAttribute("aria-valuenow"))).toBeGreaterThan(0);
    expect(await check(page, "5a")).toContain("✓ Solved.");
    await leave();
  });

  it("frees lane A by keyboard alone", async () => {
    const { page, leave } = await openTrained();
    await page.getByRole("button", { name: "To the start" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("slider", { name: "weight from output of node_1 to output" }).focus();
    await page.keyboard.type("1");
    expect(await check(page, "5a", "keyboard")).toContain("✓ Solved.");
    await leave();
  });

  it("names the slips of task 5a", async () => {
    const { page, leave } = await openTrained();
    expect(await check(page, "5a")).toContain("still has the article's weights");
    await leave();
    for (const [start, say] of [
      ["1,1,-1,1,3,-2", "2 numbers are changed"],
      ["1,1,-1,1,2.5,-1", "still stuck"],
    ] as const) {
      const other = await openTrained(`?lane=A&start=${start}`);
      expect(await check(other.page, "5a")).toContain(say);
      await other.leave();
    }
  });

  it("makes lane B fast by keyboard: its rate is typed", async () => {
    const { page, leave } = await openTrained("?lane=B");
    await page.getByRole("slider", { name: "Learning rate" }).focus();
    await page.keyboard.type("0.25");
    expect(await check(page, "5b", "keyboard")).toContain("steps at a rate of 0.25");
    await leave();
  });

  it("makes lane B fast by pointer: its rate is dragged", async () => {
    const { page, leave } = await openTrained("?lane=B");
    const handle = page.getByRole("slider", { name: "Learning rate" });
    const box = await handle.boundingBox();
    if (!box) throw new Error("The rate should be in the picture.");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let to = x; Number(await handle.getAttribute("aria-valuenow")) < 0.2; to += 2) await page.mouse.move(to, y);
    await page.mouse.up();
    expect(await check(page, "5b")).toContain("✓ Solved.");
    await leave();
  });

  it.each([
    ["rate=0.1", "Larger steps go faster"],
    ["rate=0.01", "they are too small"],
    ["rate=0.5", "jump over the valley"],
    ["rate=0.2&start=1,1,-1,1,2,2", "only the learning rate counts"],
  ])("names the slips of task 5b: %s", async (query, say) => {
    const { page, leave } = await site.open(`#learn/5?lane=B&${query}`);
    await page.locator(".reached", { hasText: "Lane B" }).waitFor();
    expect(await check(page, "5b")).toContain(say);
    await leave();
  });

  it("stops where a number is no longer finite, in the library's words, and goes one step back", async () => {
    const { page, leave } = await site.open("#learn/5?lane=B&rate=1&step=0");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(
      /Stopped at step \d+:.*NaN or infinite in epoch \d+.*Lower the learning rate \(now 1\)/s,
    );
    const stopped = Number(/step (\d+):/.exec((await alert.textContent()) ?? "")?.[1]);
    await page.getByRole("button", { name: "One step back" }).click();
    expect(await scrubber(page).getAttribute("aria-valuetext")).toContain(`step ${stopped - 2} of 600`);
    await leave();
  });

  it("tries a hundred starts, with pause and stop", async () => {
    const { page, leave } = await openTrained();
    await page.getByRole("button", { name: "Try 100 starts" }).click();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Go on" }).click();
    const two = figures.starts["2 neurons: of 100 starts"].is;
    await page.getByRole("img", { name: `${two} of 100 starts reach 0.88` }).waitFor({ timeout: 90_000 });
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText(/^Stopped\. .* trainings, .* steps, took .* s on this machine/).waitFor();
    expect(await page.getByRole("img", { name: "0 of 100 starts reach 0.88" }).count()).toBe(1);
    await leave();
  });

  it("is read out as it is seen", async () => {
    const { page, leave } = await openTrained();
    expect(await page.locator("#scene").ariaSnapshot()).toMatchSnapshot();
    await leave();
  });
});

// The playground: a function is typed and trained, every number opens, both tasks, and what goes wrong.
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import figures from "../../apps/demo/figures.json";
import { formatNumber } from "../../apps/demo/src/numbers/format-number";
import { describeWith } from "../determinism/requirement";
import { axeFindings } from "./axe";
import { check, task } from "./use-page";
import { missingBrowser, useSite } from "./visit";

const firstStart = formatNumber(figures.product["first start: held-out R²"].is, 3);
const line = formatNumber(figures.product["straight line: held-out R²"].is, 3);
const still = { reducedMotion: "reduce" } as const;

/** Presses Tab until something has the focus, as who has no pointer does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 120; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the tab key never came there");
}

const formula = (page: Page) => page.getByLabel("f(x) =");
const over = (page: Page) => page.getByText("The training is over.").waitFor();

describeWith(missingBrowser, "the playground", () => {
  const site = useSite();

  it("trains at once, in a worker, and opens its score down to a row", async () => {
    const { page, leave } = await site.open("#playground");
    await over(page);
    expect(page.workers()).toHaveLength(1);
    await expect.poll(() => page.getByRole("button", { name: /^network: / }).textContent()).toBe(firstStart);
    expect(await page.getByRole("button", { name: /^straight line: / }).textContent()).toBe(line);
    await page.getByRole("button", { name: /^network: / }).click();
    const opened = page.getByRole("dialog");
    for (const name of [
      /^squares left: /,
      /^squares left, terms 1 to 13: /,
      /^squares left, terms 1 to 2: /,
      /^square of row 200: /,
      /^answer at row 200: /,
    ]) {
      await opened.getByRole("button", { name }).click();
    }
    expect(await opened.locator(".line").textContent()).toContain("×");
    await leave();
  });

  it("solves the first task by pointer: sin(3*x), with two neurons", async () => {
    const { page, leave } = await site.open("#playground", still);
    await page.getByRole("button", { name: "sin(3*x)", exact: true }).click();
    await over(page);
    expect(await check(page, "P1")).toContain("✓ Solved. 0.99");
    await leave();
  });

  it("solves the first task by keyboard alone: x^2 is typed where the cursor stands", async () => {
    const { page, leave } = await site.open("#playground", still);
    await page.waitForFunction(() => document.activeElement?.id === "formula");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("x^2");
    await over(page);
    await tabTo(page, task(page, "P1").getByRole("button", { name: "Check" }));
    await page.keyboard.press("Enter");
    await task(page, "P1").getByText("✓ Solved. 1.000 with x^2").waitFor();
    await leave();
  });

  it.each([
    ["#playground?set=circle", "The task is about the set"],
    ["#playground?layer=3+tanh(x)", "Your layer has 3 neurons"],
    ["#playground?layer=2+tanh(x)&layer=2+tanh(x)", "2 hidden layers"],
    ["#playground", "The training is at step 0"],
  ])("names the slip of the first task: %s", async (fragment, say) => {
    const { page, leave } = await site.open(fragment, still);
    await page.getByText("Ready to train.").waitFor();
    expect(await check(page, "P1")).toContain(say);
    await leave();
  });

  it("says of a run that got stuck, and of one that never bends, what it was", async () => {
    const { page, leave } = await site.open("#playground");
    await over(page);
    expect(await check(page, "P1")).toContain(`This run ended at ${firstStart}`);
    await formula(page).fill("x");
    await page.getByText("Never bends").waitFor();
    await page.getByText("Training.", { exact: false }).waitFor();
    await over(page);
    await expect.poll(() => check(page, "P1")).toContain("this function never bends");
    await leave();
  });

  it("solves the second task by pointer, after a function with which width helps", async () => {
    const { page, leave } = await site.open("#playground", still);
    expect(await check(page, "P2")).toMatch(
      new RegExp(`With [24] neurons it reaches 0\\.\\d+, the straight line ${line}: width helps`),
    );
    await formula(page).fill("2 * x + 1");
    await page.getByText("Never bends").waitFor();
    await over(page);
    await task(page, "P2").getByRole("button", { name: "Check" }).click();
    await task(page, "P2").getByText(`✓ Solved. At best ${line}`).waitFor();
    await leave();
  });

  it("solves the second task by keyboard alone, with a function that learns nothing", async () => {
    const { page, leave } = await site.open("#playground", still);
    await page.waitForFunction(() => document.activeElement?.id === "formula");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("floor(x)");
    await page.getByText("Its slope is 0 nearly everywhere").waitFor();
    await over(page);
    await tabTo(page, task(page, "P2").getByRole("button", { name: "Check" }));
    await page.keyboard.press("Enter");
    await task(page, "P2").getByText("✓ Solved. At best 0.").waitFor();
    await leave();
  });

  it("keeps the last function while another one is half typed, and points at the character", async () => {
    const { page, leave } = await site.open("#playground", still);
    await formula(page).fill("x * tahn(x)");
    await page
      .getByText('Expected a function at character 5 of "x * tahn(x)", got "tahn". Did you mean tanh?')
      .waitFor();
    expect(await page.locator("p.slope").textContent()).toContain("1 - tanh(x)^2");
    expect(new URL(page.url()).hash).toContain("layer=2+tanh%28x%29");
    expect(await check(page, "P2")).toContain("What is typed is no function yet.");
    await formula(page).fill("x * tanh(x)");
    await page.waitForFunction(() => location.hash.includes("tanh%28x%29&") && location.hash.includes("x+*+"));
    expect(await page.locator("p.slope").textContent()).toContain("tanh(x) + x·(1 - tanh(x)^2)");
    await page.getByText("As a plugin").click();
    expect(await page.locator(".source").textContent()).toContain("apply: (x) => x.mul(x.tanh()),");
    await leave();
  });

  it("stops at the first number that is none, with the library's words, and goes one step back", async () => {
    const { page, leave } = await site.open("#playground?layer=2+x%5E3&optimizer=sgd&rate=10");
    const alert = page.getByRole("alert");
    await alert.getByText("became NaN or infinite in epoch").waitFor();
    expect(await alert.textContent()).toContain("Lower the learning rate (now 10)");
    const before = await page.getByLabel("Step that is shown").inputValue();
    await page.getByRole("button", { name: "One step back" }).click();
    expect(Number(await page.getByLabel("Step that is shown").inputValue())).toBe(Number(before) - 1);
    await leave();
  });

  it("is the same to the bit from the same address", async () => {
    const weights = async () => {
      const { page, leave } = await site.open("#playground?set=spiral&layer=3+sin(x)&layer=2+tanh(x)&seed=5");
      await over(page);
      const score = await page.getByRole("button", { name: /^network: / }).textContent();
      const said = await page.getByLabel("Step that is shown").getAttribute("aria-valuetext");
      await leave();
      return [score, said];
    };
    expect(await weights()).toEqual(await weights());
  });

  it("takes weights of one's own, steps, scrubs, and pins a run beside another", async () => {
    const { page, leave } = await site.open("#playground", still);
    const weight = page.getByRole("slider", { name: "weight from x₁ to neuron 1" });
    await weight.focus();
    await page.keyboard.press("Home");
    await page.getByText("The start is yours.").waitFor();
    expect(await weight.getAttribute("aria-valuenow")).toBe("-5");
    for (const step of [1, 2, 3]) {
      await page.getByRole("button", { name: "One step", exact: true }).click();
      await page.getByText(`step ${step} of 1500`).first().waitFor();
    }
    const scrubber = page.getByLabel("Step that is shown");
    await scrubber.focus();
    await page.keyboard.press("Home");
    expect(await scrubber.getAttribute("aria-valuetext")).toContain("step 0 of 1500");
    await page.getByRole("button", { name: "Pin this run" }).click();
    await page.getByRole("button", { name: "x^2", exact: true }).click();
    await over(page);
    expect(await page.getByRole("button", { name: /^pinned run: / }).count()).toBe(1);
    await page.getByText("Pinned run at step 3").waitFor();
    await leave();
  });

  it("adds layers and neurons by a click", async () => {
    const { page, leave } = await site.open("#playground", still);
    await page.getByRole("button", { name: "+ layer" }).click();
    await page.getByRole("button", { name: "One neuron more in layer 2" }).click();
    await page
      .getByRole("group", { name: /^network: 2 inputs, 2 neurons, 3 neurons, 1 output, 19 parameters/ })
      .waitFor();
    await page.getByLabel("Used by").selectOption("layer 2");
    await formula(page).fill("abs(x)");
    await page.waitForFunction(() => /layer=2\+tanh.*layer=3\+abs/.test(location.hash));
    await leave();
  });

  it("learns from points drawn by pointer and by keyboard", async () => {
    const { page, leave } = await site.open("#playground?set=drawn", still);
    const plane = page.getByRole("application");
    const box = await plane.boundingBox();
    if (!box) throw new Error("the plane is nowhere");
    for (const share of [0.25, 0.35, 0.45]) await page.mouse.click(box.x + share * box.width, box.y + 0.3 * box.height);
    await page.getByText("3 of group 1, 0 of group 2").waitFor();
    await plane.focus();
    await page.keyboard.press("2");
    for (let i = 0; i < 3; i++) {
      for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Space");
    }
    await page.getByText("3 of group 1, 3 of group 2").waitFor();
    expect(new URL(page.url()).hash).toMatch(/points=([0-9a-z]{4}[ab]){6}/);
    await page.getByRole("button", { name: "Train" }).click();
    await over(page);
    await leave();
  });

  it.each(["light", "dark"] as const)("passes axe with all that it can say: %s", async (colorScheme) => {
    const { page, leave } = await site.open("#playground?layer=3+log(x)&layer=2+tanh(x)&penalty=l2&rate=10", {
      ...still,
      colorScheme,
    });
    await page.getByText("Not defined for x ≤ 0").waitFor();
    await page.getByRole("button", { name: "Train" }).click();
    await page.getByRole("alert").waitFor();
    await formula(page).fill("tahn(x)");
    await page.getByText("Did you mean tanh?").waitFor();
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  });

  it("keeps to a lesson: what it hides is gone, what it wants is held against the run", async () => {
    const { page, leave } = await site.open("#playground?task=Try+it&goal=0.7&hide=data,layers,plugin");
    await page.getByText("Try it").waitFor();
    await over(page);
    expect(await page.getByRole("radio").count()).toBe(0);
    expect(await page.getByRole("button", { name: "+ layer" }).count()).toBe(0);
    expect(await page.getByText("As a plugin").count()).toBe(0);
    await page.locator("aside .solved").waitFor();
    expect(page.url()).toContain("goal=0.7");
    await leave();
  });

  it("is read out as it is seen", async () => {
    const { page, leave } = await site.open("#playground", still);
    await page.getByText("Ready to train.").waitFor();
    await page.getByRole("button", { name: /^network: / }).waitFor();
    const tree = await page.locator("main").ariaSnapshot();
    expect(tree.replace(/compiled in [\d.]+ ms/, "compiled in … ms")).toMatchSnapshot();
    await leave();
  });
});

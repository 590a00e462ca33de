// Chapter 3: each task by pointer and by keyboard alone, every named slip answered, the bars trained in the page.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import figures from "../../apps/demo/figures.json";
import { expectFigure } from "../../apps/demo/src/figures/test-expect-figure";
import { formatNumber } from "../../apps/demo/src/numbers/format-number";
import { describeWith } from "../determinism/requirement";
import { check, drag, result, task, typeOn } from "./use-page";
import { missingBrowser, useSite } from "./visit";

async function setNeuron(page: Page, [balance, retired, bias]: readonly [number, number, number]): Promise<void> {
  await typeOn(page, "weight from balance to the neuron", balance);
  await typeOn(page, "weight from retired to the neuron", retired);
  await typeOn(page, "bias of the neuron", bias);
}

describeWith(missingBrowser, "chapter 3", () => {
  const site = useSite();

  it("is solved by keyboard alone", async () => {
    const { page, leave } = await site.open("#learn/3");
    await setNeuron(page, [1.5, -1.5, -1.5]);
    await page.getByText("Right: 4 of 4").waitFor();
    const answer = formatNumber(figures.corners["one neuron: rich and retired"].is, 3);
    expect(await check(page, "3a", "keyboard")).toContain(answer);
    await page.getByRole("radio", { name: "rich and working, or poor and retired" }).press("Space");
    await page.getByText("Right: 3 of 4").waitFor();
    await page.getByRole("button", { name: "I think it cannot be done" }).press("Enter");
    await result(page, "3b").getByText("same midpoint").waitFor();
    await page.getByRole("button", { name: "Give me a second neuron" }).press("Enter");
    await page.getByText("Right: 4 of 4").waitFor();
    await leave();
  });

  it("is solved by pointer, on the weights or on the line", async () => {
    const { page, leave } = await site.open("#learn/3");
    // 200 pixels are the whole of 6: the weight of retired from −0.5 to −1.5, the bias likewise
    await drag(page, "weight from retired to the neuron", 0, 33);
    await drag(page, "bias of the neuron", 0, 33);
    expect(await check(page, "3a")).toContain("Solved.");
    await page.getByRole("radio", { name: "rich and working, or poor and retired" }).click();
    const before = await page.getByRole("slider", { name: "bias of the neuron" }).getAttribute("aria-valuenow");
    await drag(page, "line of the neuron: its distance from the middle", -12, -12);
    expect(await page.getByRole("slider", { name: "bias of the neuron" }).getAttribute("aria-valuenow")).not.toBe(
      before,
    );
    const cannot = page.getByRole("button", { name: "I think it cannot be done" });
    await cannot.click();
    await result(page, "3b").getByText("Solved.").waitFor();
    await page.getByRole("button", { name: "Give me a second neuron" }).click();
    await page.getByText("Right: 4 of 4").waitFor();
    expect(await check(page, "3b")).toContain("Four of four");
    await page.getByRole("button", { name: "Back to one neuron" }).click();
    await page.getByText("Right: 3 of 4").waitFor();
    await leave();
  });

  it("names each slip", async () => {
    const { page, leave } = await site.open("#learn/3");
    const slips = [
      [[-1.5, 1.5, 1.5], "turn all three signs"],
      [[-1, -1.5, 0], "weight of balance has to be above 0"],
      [[1.5, 0.5, -1.5], "weight of retired has to be below 0"],
      [[0.5, -0.5, -0.5], "Make weights and bias larger"],
      [[1.5, -0.5, -0.5], "“rich and retired” gets 0.46"],
      [[1, -1, -3], "“rich and working” gets −0.76"],
    ] as const;
    for (const [neuron, named] of slips) {
      await setNeuron(page, neuron);
      expect(await check(page, "3a")).toContain(named);
    }
    // after two tries there is help
    await task(page, "3a").getByRole("button", { name: "Show me" }).click();
    await page.getByText("Right: 4 of 4").waitFor();
    await setNeuron(page, [1, 0, 0]);
    await page.getByRole("radio", { name: "rich and working, or poor and retired" }).click();
    expect(await page.getByRole("button", { name: "I think it cannot be done" }).isDisabled()).toBe(true);
    expect(await check(page, "3b")).toContain("Three can be had");
    await setNeuron(page, [1.5, -1.5, -1.5]);
    expect(await check(page, "3b")).toContain("nothing that you set gets a fourth");
    await leave();
  });

  it("trains in a worker and shows the line, one neuron and two", async () => {
    const { page, leave } = await site.open("#learn/3");
    const bars = page.getByRole("region", { name: "On the table" });
    expect(
      await bars
        .getByRole("button", {
          name: `straight line: ${formatNumber(figures.lines["straight line, k = 1: held-out R²"].is, 3)}`,
        })
        .isVisible(),
    ).toBe(true);
    await bars.getByText("of 10 starts came within").nth(1).waitFor();
    expect(page.workers().length).toBe(0);
    const r2 = async (name: string) =>
      Number(await bars.getByRole("button", { name: new RegExp(`^${name}: `) }).textContent());
    expectFigure(await r2("one neuron"), figures.neuronBars["one neuron: held-out R²"]);
    expectFigure(await r2("two neurons"), figures.neuronBars["two neurons: held-out R²"]);
    // down to a cell: R², the squares left, ten of them, one, its prediction
    await bars.getByRole("button", { name: /^one neuron: / }).click();
    const panel = page.getByRole("dialog");
    for (const part of [
      /^squares left over/,
      /^terms 1 to 10/,
      /^square of customer 301/,
      /^transactions of customer 301/,
    ]) {
      await panel.getByRole("button", { name: part }).last().click();
    }
    expect(await panel.getByText("customer 301 of the invented table, column transactions").isVisible()).toBe(true);
    await leave();
  });

  it("keeps its state in the address, and on this machine", async () => {
    const { page, leave } = await site.open("#learn/3?n=3,-3,-3&x=0.5,-1&goal=either");
    await page.getByText("Right: 3 of 4").waitFor();
    expect(await page.getByRole("slider", { name: "balance", exact: true }).getAttribute("aria-valuenow")).toBe("0.5");
    await typeOn(page, "bias of the neuron", -2);
    await page.waitForFunction(() => location.hash.includes("n=3%2C-3%2C-2"));
    await page.goto(`${site.address}#learn/4`);
    await page.getByRole("link", { name: "Chapter 3: One neuron" }).click();
    await page.getByText("Right: 3 of 4").waitFor();
    expect(await page.getByRole("slider", { name: "bias of the neuron" }).getAttribute("aria-valuenow")).toBe("-2");
    await leave();
  });

  it("leaves out what a lesson hides", async () => {
    const { page, leave } = await site.open("#learn/3?hide=inputs,second&n=1.5,-1.5,-1.5&goal=either");
    await page.getByRole("button", { name: "I think it cannot be done" }).click();
    await result(page, "3b").getByText("Solved.").waitFor();
    expect(await page.getByRole("button", { name: "Give me a second neuron" }).count()).toBe(0);
    expect(await page.getByRole("slider", { name: "balance", exact: true }).count()).toBe(0);
    expect(await page.getByRole("slider", { name: "bias of the neuron" }).count()).toBe(1);
    await leave();
  });

  it("is read out as drawn", async () => {
    const { page, leave } = await site.open("#learn/3");
    await page.getByText("of 10 starts came within").nth(1).waitFor();
    expect(await page.getByRole("region", { name: "The picture" }).ariaSnapshot()).toMatchSnapshot();
    await leave();
  });
});

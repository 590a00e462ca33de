// Chapter 6: the guess, the axis, the speed of this machine, and the task.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { missingBrowser, useSite } from "./visit";

const fragment = "#learn/6";
const answer = async (page: Page, text: string) => {
  await page.getByRole("textbox", { name: "Number of networks" }).fill(text);
  await page.getByRole("button", { name: "Check" }).click();
};
const result = (page: Page) => page.locator(".result");

describeWith(missingBrowser, "chapter 6", () => {
  const site = useSite();

  it("lets the reader guess by pointer, then shows GPT-3 and measures this machine", async () => {
    const { page, leave } = await site.open(fragment);
    expect(await page.getByText("GPT-3, 2020").count()).toBe(0);
    const guess = page.getByRole("slider", { name: /^Your guess/ });
    const box = await guess.boundingBox();
    if (!box) throw new Error("The guess should be in the picture.");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2);
    await page.mouse.up();
    expect(Number(await guess.getAttribute("aria-valuenow"))).toBeLessThan(6);
    await page.getByRole("button", { name: "Show GPT-3" }).click();
    await page.getByText("GPT-3, 2020").first().waitFor();
    const speed = page.getByRole("button", { name: /^multiply-adds a second on this machine: .* (m|b|tr)illion/ });
    await speed.waitFor();
    await speed.click();
    expect(await page.getByRole("dialog").textContent()).toContain("the median of");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^one word of GPT-3 on this machine: / }).waitFor();
    expect(await page.getByText("175\u202f000 km").count()).toBeGreaterThan(0);
    await leave();
  });

  it("is the same by keyboard alone, and the wait moves what could be trained", async () => {
    const { page, leave } = await site.open(fragment);
    const guess = page.getByRole("slider", { name: /^Your guess/ });
    await guess.focus();
    await page.keyboard.press("End");
    await page.getByRole("button", { name: "Show GPT-3" }).focus();
    await page.keyboard.press("Enter");
    expect((await page.locator(".told").textContent())?.trim()).toBe("GPT-3 has 6 times fewer than you guessed.");
    const could = page.getByRole("button", { name: /^weights of what this machine could train/ }).last();
    await could.waitFor();
    const before = await could.getAttribute("aria-label");
    await page.getByRole("slider", { name: /^How long you would wait/ }).focus();
    await page.keyboard.press("End");
    expect(await could.getAttribute("aria-label")).not.toBe(before);
    await page.getByRole("button", { name: "true scale" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.getByRole("button", { name: "true scale" }).getAttribute("aria-pressed")).toBe("true");
    await leave();
  });

  it("is solved by pointer, and remembers it", async () => {
    const { page, leave } = await site.open(fragment);
    await answer(page, "29e9");
    expect(await result(page).textContent()).toBe("✓ Solved. 175 billion / 6 is 29.2 billion.");
    await page.reload();
    await page.locator(".task.done").waitFor();
    await leave();
  });

  it("is solved by keyboard alone", async () => {
    const { page, leave } = await site.open(fragment);
    await page.getByRole("textbox", { name: "Number of networks" }).focus();
    await page.keyboard.type("29 billion");
    await page.keyboard.press("Enter");
    await result(page).filter({ hasText: "✓ Solved." }).waitFor();
    await leave();
  });

  it.each([
    ["175 billion", "That is how many weights GPT-3 has."],
    ["1e12", "You multiplied."],
    ["29 million", "The digits are right"],
    ["36 million", "That is for the network 8-64-64-1."],
    ["lots", "Type a number"],
    ["5", "Too few"],
  ])("answers %s by its slip", async (text, say) => {
    const { page, leave } = await site.open(fragment);
    await answer(page, text);
    expect(await result(page).textContent()).toContain(say);
    await leave();
  });

  it("is read out as it is seen", async () => {
    const { page, leave } = await site.open(fragment);
    expect(await page.locator("#scene").ariaSnapshot()).toMatchSnapshot();
    await leave();
  });
});

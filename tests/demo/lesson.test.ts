// A lesson is a link: what a teacher fills in is what a student sees.
import { expect, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { missingBrowser, useSite } from "./visit";

describeWith(missingBrowser, "a lesson", () => {
  const site = useSite();

  it("is made by keyboard, and its link shows it", async () => {
    const { page, leave } = await site.open("#lesson");
    await page.getByRole("combobox", { name: "Page" }).selectOption("learn/5");
    await page.getByRole("textbox", { name: /^Task, in your words/ }).focus();
    await page.keyboard.type("Free the network: 100 % & no more?");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0.88");
    await page.keyboard.press("Tab");
    await page.keyboard.type("100");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    const link = page.locator(".out a");
    await expect.poll(() => link.getAttribute("href")).toContain("steps=100");
    const address = (await link.getAttribute("href")) ?? "";
    expect(address).toContain("hide=rate");
    await leave();

    const lesson = await site.open(address.slice(address.indexOf("#")));
    const bar = lesson.page.getByRole("complementary", { name: "Lesson" });
    expect(await bar.textContent()).toContain("Free the network: 100 % & no more?");
    expect(await bar.textContent()).toContain("Goal: a held-out R² of 0.88 in at most 100 steps.");
    await lesson.leave();
  });

  it("says what cannot be a goal, and gives no link", async () => {
    const { page, leave } = await site.open("#lesson");
    await page.getByLabel(/^Held-out R² to reach/).fill("much");
    await page.getByText("The R² to reach is a number up to 1, such as 0.88.").waitFor();
    expect(await page.locator(".out").count()).toBe(0);
    await leave();
  });

  it("is embedded without the site around it", async () => {
    const { page, leave } = await site.open("#learn/2?embed&task=Look");
    expect(await page.locator("header").count()).toBe(0);
    expect(await page.getByRole("complementary", { name: "Lesson" }).textContent()).toContain("Look");
    await leave();
  });
});

// What the chapters have in common: the frame, the way from one to the next, paper.
import { expect, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { missingBrowser, useSite } from "./visit";

describeWith(missingBrowser, "the chapters", () => {
  const site = useSite();

  it("begin at the top, without the number that was open", async () => {
    const { page, leave } = await site.open("#learn/3", { viewport: { width: 1280, height: 500 } });
    await page.getByRole("button", { name: /^straight line: 0.257/ }).click();
    await page.getByRole("dialog").waitFor();
    await page.getByRole("link", { name: "Next chapter" }).click();
    await page.getByRole("heading", { name: "4 Forward propagation" }).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.evaluate(() => [scrollY, document.activeElement?.id])).toEqual([0, "content"]);
    await leave();
  });

  it("let a number stay open while the state goes into the address", async () => {
    const { page, leave } = await site.open("#learn/2");
    await page.getByRole("button", { name: /^with product: 0.922/ }).click();
    await page.getByRole("slider", { name: "interaction k" }).press("Home");
    await page.waitForFunction(() => location.hash.includes("k=0&"));
    expect(await page.getByRole("dialog").count()).toBe(1);
    await leave();
  });

  it("say at their foot which are solved", async () => {
    const { page, leave } = await site.open("#learn/1");
    const first = page.getByRole("navigation", { name: "Chapters" }).getByRole("link").first();
    expect(await first.getAttribute("aria-label")).toBe("Chapter 1: The straight line");
    await page.evaluate(() => localStorage.setItem("neurite-solved", '["1a","1b"]'));
    await page.reload();
    await first.waitFor();
    expect(await first.getAttribute("aria-label")).toBe("Chapter 1: The straight line, solved");
    expect(await first.textContent()).toBe("1●");
    await leave();
  });

  it("lead by key from the picture to the text", async () => {
    const { page, leave } = await site.open("#learn/1");
    await page.getByRole("link", { name: "Skip to the text" }).press("Enter");
    expect(await page.evaluate(() => [location.hash, document.activeElement?.id])).toEqual(["#learn/1", "text"]);
    await leave();
  });

  it.each([1, 2, 3, 4, 5, 6, "end"])("fit a screen of 320 pixels: %s", async (chapter) => {
    const { page, leave } = await site.open(`#learn/${chapter}`, { viewport: { width: 320, height: 600 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await leave();
  });

  it("are printed on white, without what is pressed, and with the picture that was not scrolled to", async () => {
    const { page, leave } = await site.open("#learn/2", {
      viewport: { width: 1280, height: 500 },
      colorScheme: "dark",
    });
    await page.getByText("The table is being read.").waitFor();
    await page.pdf();
    await page.getByText("At 8 h 477 rentals on working days and 106 on free days.").waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
    for (const part of [page.getByRole("banner"), page.getByRole("button", { name: "Check" }).first()]) {
      expect(await part.isVisible()).toBe(false);
    }
    expect(await page.getByRole("heading", { name: "2 What the line misses" }).isVisible()).toBe(true);
    await leave();
  });
});

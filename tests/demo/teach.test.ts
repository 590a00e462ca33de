// The page for teachers: every figure that it points to is there, and says what it is said to say.
import { expect, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { missingBrowser, useSite } from "./visit";

describeWith(missingBrowser, "the page for teachers", () => {
  const site = useSite();

  it("is found at the foot of every page, and has a plan and three beliefs for each chapter", async () => {
    const { page, leave } = await site.open("#learn/1");
    await page.getByRole("link", { name: "For teachers" }).click();
    await page.getByRole("heading", { level: 1, name: "For teachers" }).waitFor();
    expect(await page.locator("article section").count()).toBe(6);
    expect(await page.locator("article li").count()).toBe(24);
    expect(await page.getByRole("link", { name: /^See it/ }).count()).toBe(18);
    expect(await page.locator("main").ariaSnapshot()).toMatchSnapshot();
    await leave();
  });

  it("points to pages that are there", async () => {
    const { page, leave } = await site.open("#teach", { reducedMotion: "reduce" });
    const links = await page
      .getByRole("link", { name: /^See it/ })
      .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    for (const link of new Set(links)) {
      await page.goto(`${site.address}${link}`);
      const heading = link?.startsWith("#playground") ? "Playground" : new RegExp(`^${link?.charAt(7)} `);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    }
    await leave();
  });

  it("is right that eight neurons without a bend are the straight line", async () => {
    const { page, leave } = await site.open("#playground?set=product&layer=8+x");
    await page.getByText("The training is over.").waitFor();
    const score = async (name: RegExp) => page.getByRole("button", { name }).textContent();
    await expect.poll(() => score(/^network: /)).toBe(await score(/^straight line: /));
    await leave();
  });

  it("is right that a large step breaks the training of chapter 5", async () => {
    const { page, leave } = await site.open("#learn/5?lane=B&rate=1");
    await page
      .getByRole("alert")
      .getByText(/NaN or infinite/)
      .waitFor();
    await leave();
  });
});

// The page after the last task.
import { expect, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { missingBrowser, useSite } from "./visit";

describeWith(missingBrowser, "the page after the last task", () => {
  const site = useSite();

  it("has six sentences with six pictures, as they are where nothing was done", async () => {
    const { page, leave } = await site.open("#learn/end");
    expect(await page.locator("figure svg[role=img]").count()).toBe(6);
    await expect.poll(() => page.locator(".model").count()).toBe(2);
    expect(await page.locator("main").ariaSnapshot()).toMatchSnapshot();
    await leave();
  });

  it("has the pictures as the reader left them, and only a link leads on", async () => {
    const { page, leave } = await site.open("#learn/end");
    await page.evaluate(() => {
      localStorage.setItem("neurite-chapter-1", JSON.stringify("line=40,10"));
      localStorage.setItem("neurite-chapter-4", JSON.stringify("w=1,1,-1,1,2,0&x=2,3"));
      localStorage.setItem("neurite-chapter-5", "{broken");
    });
    await page.reload();
    await page
      .getByRole("img", { name: "Transactions over age, with your line from 40.0 at 30 years to 10.0 at 84." })
      .waitFor();
    // 2 · tanh 5 + 0 · tanh 1
    await page.getByRole("img", { name: "The network with your weights; its output is 1.9998." }).waitFor();
    await page.getByRole("link", { name: "Take it to your own table" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(page.url()).toContain("#table");
    await leave();
  });
});

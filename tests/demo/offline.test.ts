// After one visit the site needs no network, and a new version is seen when there is one.

import { chromium } from "playwright-core";
import { expect, inject, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { serveSite } from "./serve-site";
import { browserArguments, executablePath, missingBrowser, pageFragments } from "./visit";

describeWith(missingBrowser, "a visit without a network", () => {
  it("shows every page that the first visit did not open", async () => {
    const site = await serveSite(inject("siteFolder"), { under: "/neurite/" });
    const browser = await chromium.launch({ executablePath, args: browserArguments });
    try {
      const page = await browser.newPage();
      await page.goto(site.address);
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await site.close();

      for (const fragment of pageFragments) {
        await page.goto("about:blank");
        await page.goto(`${site.address}${fragment}`);
        await page.locator("h1").first().waitFor();
      }
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    } finally {
      await browser.close();
    }
  });
});

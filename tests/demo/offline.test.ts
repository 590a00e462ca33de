// After one visit the site needs no network; what was not kept and does not come is said.

import { type Browser, chromium, type Page } from "playwright-core";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { type ServedSite, serveSite } from "./serve-site";
import { browserArguments, executablePath, missingBrowser, pageFragments } from "./visit";

describeWith(missingBrowser, "a visit without a network", () => {
  let browser: Browser;
  let site: ServedSite;
  let page: Page;

  beforeEach(async () => {
    site = await serveSite(inject("siteFolder"), { under: "/neurite/" });
    browser = await chromium.launch({ executablePath, args: browserArguments });
    page = await browser.newPage();
  });
  afterEach(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens a page anew, as one does from a bookmark. */
  async function open(fragment: string): Promise<void> {
    await page.goto("about:blank");
    await page.goto(`${site.address}${fragment}`);
    await page.locator("h1").first().waitFor();
  }

  async function visitAndLeaveTheNetwork(): Promise<void> {
    await page.goto(site.address);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await site.close();
  }

  it("shows every page that the first visit did not open", async () => {
    await visitAndLeaveTheNetwork();
    for (const fragment of pageFragments) await open(fragment);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  it("trains in every worker, and reads the table that comes with the site", async () => {
    await visitAndLeaveTheNetwork();
    await open("#playground");
    await page.getByText("The training is over.").waitFor();
    await open("#table");
    await page
      .getByText(/17.379 rows/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Find out" }).click();
    await page.getByText(/epoch \d+ of/).waitFor();
    await open("#learn/3");
    await page
      .getByText(/\d+ of \d+ starts came within 0.01 of 0.9/)
      .first()
      .waitFor();
    await open("#learn/5");
    await page.getByText("Lane B reaches 0.88 at step").waitFor();
    await open("#learn/6?shown=1");
    await page.getByRole("button", { name: "Measure again" }).waitFor();
  });

  it("says that a page could not be loaded, and loads it once there is a network again", async () => {
    page = await browser.newPage({ serviceWorkers: "block" });
    await page.goto(site.address);
    await page.locator("h1").first().waitFor();
    await page.context().setOffline(true);
    for (const fragment of ["#playground", "#learn/4"]) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, fragment);
      await page.getByRole("alert").getByText("This page could not be loaded.").waitFor();
    }
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { level: 1, name: /Forward propagation/i }).waitFor();
  });
});

// A browser for a file of tests, and pages of the site in it that notice what must not happen.
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { type Hosting, type ServedSite, serveSite } from "./serve-site";

/** Where the browser is. */
export const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** What it is started with. */
export const browserArguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];

/** Every page of the site. */
export const pageFragments = [
  ...[1, 2, 3, 4, 5, 6, "end"].map((chapter) => `#learn/${chapter}`),
  "#table",
  "#playground",
  "#lesson",
  "#teach",
];

/** Why the site cannot be tried here; undefined where it can. */
export const missingBrowser = existsSync(executablePath)
  ? undefined
  : `there is no ${executablePath}. Install Chromium, or say by CHROMIUM where it is.`;

/** A page of the site. */
export interface Visit {
  readonly page: Page;
  /** Fails where the console was told of an error, or a request left for another origin. */
  leave(): Promise<void>;
}

export interface Visitor {
  /** Opens a fragment such as `#learn/2`. */
  open(fragment: string, options?: BrowserContextOptions): Promise<Visit>;
  readonly address: string;
}

/** A browser and a server for the tests of one file. */
export function useSite(hosting: Hosting = {}): Visitor {
  let browser: Browser;
  let site: ServedSite;
  beforeAll(async () => {
    site = await serveSite(inject("siteFolder"), hosting);
    browser = await chromium.launch({ executablePath, args: browserArguments });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    get address() {
      return site.address;
    },
    open: async (fragment, options = {}) => {
      // what keeps the site for later has tests of its own; here it would fetch all of it for each visit
      const kept = { serviceWorkers: "block" } as const;
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...kept, ...options });
      const page = await context.newPage();
      const wrong: string[] = [];
      page.on("console", (message) => {
        const blocked = /^Service Worker registration blocked/.test(message.text());
        if (!blocked && /^(error|warning)$/.test(message.type())) wrong.push(message.text());
      });
      page.on("pageerror", (error) => wrong.push(`uncaught: ${error.message}`));
      context.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(site.address) && !/^(blob|data):/.test(url)) wrong.push(`a request to ${url}`);
      });
      await page.goto(`${site.address}${fragment}`);
      await page.locator("h1").first().waitFor();
      return {
        page,
        leave: async () => {
          await context.close();
          expect(wrong).toEqual([]);
        },
      };
    },
  };
}

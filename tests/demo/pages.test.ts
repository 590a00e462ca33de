// What holds on every page: no error, nothing sent anywhere, operable by all, at every width, on any host.
import { expect, it } from "vitest";
import { describeWith } from "../determinism/requirement";
import { axeFindings } from "./axe";
import { missingBrowser, pageFragments, useSite } from "./visit";

describeWith(missingBrowser, "every page", () => {
  const site = useSite();

  for (const fragment of pageFragments) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`passes axe: ${fragment}, ${colorScheme}`, async () => {
        const { page, leave } = await site.open(fragment, { colorScheme, reducedMotion: "reduce" });
        expect(await axeFindings(page)).toEqual([]);
        await leave();
      });
    }

    it(`fits into 360 pixels: ${fragment}`, async () => {
      const { page, leave } = await site.open(fragment, { viewport: { width: 360, height: 740 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await leave();
    });
  }
});

describeWith(missingBrowser, "a host without headers, under a path", () => {
  const site = useSite({ isolated: false, under: "/some/where/" });

  it.each(pageFragments)("serves %s", async (fragment) => {
    const { page, leave } = await site.open(fragment);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await leave();
  });
});

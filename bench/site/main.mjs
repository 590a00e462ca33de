// npm run bench:site: how long the page takes from a person's act to the picture that answers it, while it trains.
// Chromium is /usr/bin/chromium, or what CHROMIUM names. Only results go to standard output.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { machine } from "../machine.mjs";
import { scenes } from "./scenes.mjs";
import { summary } from "./summary.mjs";
import { watch } from "./watch.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    rounds: { type: "string", default: "3" },
    site: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const chosen = scenes.filter(({ name }) => values.only === undefined || values.only.split(",").includes(name));
if (!(rounds >= 1) || chosen.length === 0) {
  process.stderr.write(
    `bench: expected --rounds of 1 or more and --only of ${scenes.map(({ name }) => name).join(", ")}.\n`,
  );
  process.exit(2);
}

const root = path.resolve(import.meta.dirname, "../../apps/demo");
const made = values.site ? undefined : await mkdtemp(path.join(tmpdir(), "neurite-bench-"));
const outDir = values.site ? path.resolve(values.site) : made;
try {
  if (made) {
    process.stderr.write("Building the site.\n");
    await build({ root, logLevel: "error", build: { outDir, emptyOutDir: true } });
  }
  const server = await preview({ root, logLevel: "error", build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  try {
    const [address] = server.resolvedUrls?.local ?? [];
    const rows = [];
    for (const scene of chosen) {
      /** @type {{ waits: number[], tasks: number[] }} */
      const seen = { waits: [], tasks: [] };
      for (let round = 0; round < rounds; round++) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        await page.addInitScript(watch);
        await page.goto(`${address}${scene.fragment}`);
        await scene.begin(page);
        await page.evaluate(() => globalThis.inputToPaint.clear());
        await scene.act(page);
        const { waits, tasks } = await page.evaluate(() => globalThis.inputToPaint.read());
        seen.waits.push(...waits);
        seen.tasks.push(...tasks);
        await page.close();
        process.stderr.write(`${scene.name}, round ${round + 1} of ${rounds}: ${waits.length} acts\n`);
      }
      rows.push({ scene: scene.name, ...summary(seen) });
    }
    process.stdout.write(
      values.json ? `${JSON.stringify(rows, null, 2)}\n` : `${machine(rounds)} ${browser.version()}\n`,
    );
    if (!values.json) console.table(rows);
  } finally {
    await browser.close();
    await server.close();
  }
} finally {
  if (made) await rm(made, { recursive: true, force: true });
}

// Draws the picture of the site that the README shows: `npm run picture`, after `npm run build`.
// Chromium is /usr/bin/chromium, or what CHROMIUM names.
import { spawn } from "node:child_process";
import path from "node:path";
import { chromium } from "playwright-core";

const root = path.resolve(import.meta.dirname, "..");
const port = 4179;
const vite = path.join(root, "node_modules/vite/bin/vite.js");
const server = spawn(
  process.execPath,
  [vite, "preview", "--host", "127.0.0.1", "--port", String(port), "--strictPort"],
  {
    cwd: path.join(root, "apps/demo"),
    stdio: ["ignore", "pipe", "inherit"],
  },
);
try {
  await new Promise((resolve, reject) => {
    server.stdout.once("data", resolve);
    server.once("exit", () => reject(new Error("the site could not be served")));
  });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  await page.goto(`http://127.0.0.1:${port}/#learn/2`);
  await page.locator("h1").waitFor();
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: path.join(root, "docs/site.png") });
  await browser.close();
} finally {
  server.kill();
}

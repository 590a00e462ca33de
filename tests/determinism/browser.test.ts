// The same training in Chromium, with and without what threads need, and where WebAssembly is forbidden.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundle } from "./bundle";
import { expectedHash } from "./expected";
import type { TrainInPage } from "./page-main";
import { describeWith } from "./requirement";
import { type Page, type Served, serve } from "./serve";
import type { Trained } from "./training";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const missing = existsSync(executablePath)
  ? undefined
  : `there is no ${executablePath}. Install Chromium, or say by CHROMIUM where it is.`;

describeWith(missing, "trained in Chromium", () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    served = await serve(await bundle("page-main.ts"));
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** Trains in a fresh page and gives what came of it, and what the page's console was told. */
  async function trainIn(
    address: Page,
    asked: Parameters<TrainInPage>[0],
  ): Promise<Trained & { readonly told: readonly string[] }> {
    const page = await browser.newPage();
    const told: string[] = [];
    page.on("console", (message) => told.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => told.push(`uncaught: ${error.message}`));
    await page.goto(`${served.origin}${address}`);
    const trained = await page.evaluate(
      (given) => (globalThis as unknown as { train: TrainInPage }).train(given),
      asked,
    );
    await page.close();
    return { ...trained, told };
  }

  const compiled = { hash: expectedHash, engines: ["wasm", "wasm", "wasm"], told: [] };
  const none = { started: 0, runs: 0 };

  it("gives the same bits in a worker with two threads that share memory", async () => {
    const trained = await trainIn("/isolated", { inWorker: true, threads: 2, warm: true });
    expect(trained).toMatchObject({ ...compiled, seen: { started: 3, listening: 3 } });
    expect(trained.seen.runs).toBeGreaterThan(30);
  });

  it("gives the same bits in a worker when threads come in the middle of the training", async () => {
    expect(await trainIn("/isolated", { inWorker: true, threads: 2 })).toMatchObject(compiled);
  });

  it("gives the same bits in a worker with one thread", async () => {
    expect(await trainIn("/isolated", { inWorker: true, threads: 1 })).toMatchObject({ ...compiled, seen: none });
  });

  it("starts no threads on the main thread of a page, which must not wait", async () => {
    expect(await trainIn("/isolated", { inWorker: false, threads: 2 })).toMatchObject({ ...compiled, seen: none });
  });

  it("starts no threads where memory cannot be shared", async () => {
    expect(await trainIn("/plain", { inWorker: true, threads: 2 })).toMatchObject({ ...compiled, seen: none });
    expect(await trainIn("/plain", { inWorker: false })).toMatchObject({ ...compiled, seen: none });
  });

  it("goes on with one thread where threads are forbidden", async () => {
    const { told, ...trained } = await trainIn("/no-blobs", { inWorker: true, threads: 2 });
    expect(trained).toMatchObject({ hash: expectedHash, seen: { listening: 0, runs: 0 } });
    expect(told.filter((line) => !line.includes("Content Security Policy"))).toEqual([]);
  });

  it("falls back to the interpreter where WebAssembly is forbidden, with one warning", async () => {
    for (const inWorker of [false, true]) {
      const { told, ...trained } = await trainIn("/no-wasm", { inWorker });
      expect(trained.engines).toEqual(["interpreter", "interpreter", "interpreter"]);
      expect(trained.seen).toMatchObject(none);
      expect(told).toEqual([
        expect.stringMatching(/^warning: neurite: the compiled engine cannot run here: it does not let/),
      ]);
    }
  });
});

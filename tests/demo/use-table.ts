// What a reader does with a table: chooses a file, trains, takes the model away.
import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "playwright-core";

export const start = (page: Page): Locator => page.getByRole("button", { name: "Find out" });
export const verdict = (page: Page): Locator => page.locator("[data-verdict]");

/** Until all splits are trained, or a stop has come through. */
export const ended = (page: Page): Promise<void> => page.getByRole("button", { name: "Train again" }).waitFor();

/** Chooses a file, of text or of bytes. */
export async function choose(page: Page, content: string | Uint8Array, name = "own.csv"): Promise<void> {
  await page.getByLabel("Choose a file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

/** Opens a model from a file. */
export async function chooseModel(page: Page, content: string | Uint8Array, name: string): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
  await page.getByLabel("Open a model").setInputFiles(file);
}

export async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()));
}

export async function downloadModel(page: Page): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the model" }).click(),
  ]);
  return bytesOf(download);
}

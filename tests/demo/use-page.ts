// What a reader does on a page: moves handles, checks tasks, opens numbers.
import type { Locator, Page } from "playwright-core";

/** A handle by the name that is read out. */
export const handle = (page: Page, name: string): Locator => page.getByRole("slider", { name, exact: true });

/** Types a number on a handle, as one does without a pointer. */
export async function typeOn(page: Page, name: string, value: number): Promise<void> {
  await handle(page, name).focus();
  await page.keyboard.type(String(value));
  await page.keyboard.press("Enter");
}

/** Pulls a handle up or down until it has the value. */
export async function dragTo(page: Page, name: string, value: number): Promise<void> {
  const ring = handle(page, name);
  await ring.scrollIntoViewIfNeeded();
  const box = await ring.boundingBox();
  if (!box) throw new Error(`the handle "${name}" is not on the page`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const now = async () => Number(await ring.getAttribute("aria-valuenow"));
  const before = await now();
  await page.mouse.move(x, y);
  await page.mouse.down();
  // how far it goes for so many pixels, then the rest of the way
  const tried = value > before ? -40 : 40;
  await page.mouse.move(x, y + tried);
  const moved = (await now()) - before;
  await page.mouse.move(x, y + (tried * (value - before)) / moved);
  await page.mouse.up();
}

/** Presses Check, and gives what the task answers. */
export async function check(page: Page, task: string, by: "pointer" | "keyboard" = "pointer"): Promise<string> {
  const button = page.locator(`[data-task="${task}"]`).getByRole("button", { name: "Check" });
  if (by === "pointer") await button.click();
  else await button.press("Enter");
  await page.waitForFunction(() => document.activeElement?.classList.contains("result"));
  return (await page.locator(`[data-task="${task}"] .result`).textContent()) ?? "";
}

/** Opens a number by its name and gives it in full. */
export async function inFull(page: Page, name: string | RegExp): Promise<number> {
  await page.getByRole("button", { name }).first().click();
  const panel = page.getByRole("dialog");
  const value = Number(await panel.locator(".exact code").textContent());
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  return value;
}

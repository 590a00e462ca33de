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

/** Moves a handle with the pointer by so many pixels. */
export async function drag(page: Page, name: string, dx: number, dy: number): Promise<void> {
  const ring = handle(page, name);
  await ring.scrollIntoViewIfNeeded();
  const box = await ring.boundingBox();
  if (!box) throw new Error(`the handle "${name}" is not on the page`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2);
  await page.mouse.move(x + dx, y + dy);
  await page.mouse.up();
}

/** A task of the page, by its name such as 2a. */
export const task = (page: Page, name: string): Locator => page.locator(`[data-task="${name}"]`);

/** What a task has answered. */
export const result = (page: Page, name: string): Locator => task(page, name).locator(".result");

/** Presses Check, and gives what the task answers. */
export async function check(page: Page, name: string, by: "pointer" | "keyboard" = "pointer"): Promise<string> {
  const button = task(page, name).getByRole("button", { name: "Check" });
  if (by === "pointer") await button.click();
  else await button.press("Enter");
  await page.waitForFunction(() => document.activeElement?.classList.contains("result"));
  return (await result(page, name).textContent()) ?? "";
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

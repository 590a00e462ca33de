import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { root } from "../house/root";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

const source = await readFile(path.join(root, "node_modules/axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with a page as it stands: one line for each rule and place. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  const violations = await page.evaluate(
    async () =>
      (await (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run()).violations,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) => `${id}: ${target.join(" ")} ${failureSummary.replaceAll("\n", " ")}`,
    ),
  );
}

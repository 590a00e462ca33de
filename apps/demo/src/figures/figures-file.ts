import { quickFigures, slowFigures } from "./all-figures";

/** The text of figures.json, a line for each figure; it takes some minutes. `bikes` is the file of the bike rentals. */
export async function figuresFile(bikes: Uint8Array): Promise<string> {
  const groups = { ...(await quickFigures(bikes)), ...(await slowFigures(bikes)) };
  const block = (lines: readonly string[], indent: string) =>
    `{\n${lines.map((line) => `${indent}  ${line}`).join(",\n")}\n${indent}}`;
  const texts = Object.entries(groups).map(([group, figures]) => {
    const lines = Object.entries(figures).map(
      ([name, { is, within }]) => `${JSON.stringify(name)}: { "is": ${is}, "within": ${within} }`,
    );
    return `${JSON.stringify(group)}: ${block(lines, "  ")}`;
  });
  return `${block(texts, "")}\n`;
}

/** How one column of text is set. */
export type Alignment = "left" | "right";

/** Rows of cells as lines of aligned columns, two spaces apart; colour codes in cells take no room. */
export function textColumns(rows: readonly (readonly string[])[], alignments: readonly Alignment[] = []): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, visibleLength(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const space = " ".repeat((widths[i] ?? 0) - visibleLength(cell));
        return alignments[i] === "right" ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with the escape character.
const colorCode = /\u001b\[[0-9;]*m/g;

function visibleLength(text: string): number {
  return [...text.replace(colorCode, "")].length;
}

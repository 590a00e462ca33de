// The chapter's listings with the reader's numbers in them, and which line of them is which step.
import type { ArticleWeights, Pair } from "./article-network";

export type Language = "python" | "typescript";

/** What each of the eight steps computes; the last prints. */
const stepNames = ["s0", "h0", "s1", "h1", "p0", "p1", "y"];
const printed: Record<Language, string> = { python: "print(", typescript: "console.log(" };

/** The listing as it stands in the repository, but for the lines that hold inputs and weights. */
export function withNumbers(listing: string, language: Language, weights: ArticleWeights, inputs: Pair): string {
  const rows = Object.entries({ x: inputs, ...weights });
  return listing
    .split("\n")
    .map((line) => {
      const row = rows.find(([name]) => line.startsWith(`${assigned(language, name)} `));
      return row ? `${assigned(language, row[0])} = ${list(language, row[1])}` : line;
    })
    .join("\n");
}

/** The lines of the eight steps, in order. */
export function stepLines(listing: string, language: Language): readonly string[] {
  const lines = listing.split("\n");
  const starts = [...stepNames.map((name) => `${assigned(language, name)} =`), printed[language]];
  return starts.map((start) => lines.find((line) => line.startsWith(start)) ?? "");
}

/** The lines that hold inputs and weights. */
export function givenLines(listing: string, language: Language): readonly string[] {
  const lines = listing.split("\n");
  return ["x", "node_0", "node_1", "output"].map(
    (name) => lines.find((line) => line.startsWith(`${assigned(language, name)} =`)) ?? "",
  );
}

function assigned(language: Language, name: string): string {
  return language === "python" ? name : `const ${name}`;
}

function list(language: Language, [first, second]: Pair): string {
  return language === "python" ? `np.array([${first}, ${second}])` : `[${first}, ${second}] as const;`;
}

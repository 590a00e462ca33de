/** Texts in the order of their code units, which is the same in every runtime and locale. */
export function sortedTexts(texts: readonly string[]): string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

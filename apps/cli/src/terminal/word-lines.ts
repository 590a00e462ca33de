/** Words broken into lines of so many characters, with commas or what else is told between; a longer word has a line of its own. */
export function wordLines(words: readonly string[], width: number, mark = ","): string[] {
  const lines: string[] = [];
  words.forEach((word, i) => {
    const piece = i === words.length - 1 ? word : word + mark;
    const longer = lines.length === 0 ? piece : `${lines.at(-1)} ${piece}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  });
  return lines;
}

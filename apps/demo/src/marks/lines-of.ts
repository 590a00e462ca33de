/** A text in lines of at most so many letters, broken after colons and commas only. */
export function linesOf(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split(/(?<=[:,]) /)) {
    const longer = `${lines.at(-1)} ${part}`;
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

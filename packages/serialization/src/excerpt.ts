const LONGEST = 60;

/** Text from a file as it may stand in a message: in quotes, control characters escaped, and never a megabyte long. */
export function excerpt(text: string): string {
  if (text.length <= LONGEST) return JSON.stringify(text);
  return `${JSON.stringify(text.slice(0, LONGEST))}… (${text.length} characters)`;
}

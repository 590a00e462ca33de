/**
 * What steers a terminal, breaks the line, turns its direction or is not seen at all. The two joiners stay, since words and emoji are written
 * with them. Model files' own messages follow the same rule.
 */
const steering = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from a file or a plugin as one line that cannot steer a terminal. */
export function printable(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ").replace(steering, "?");
}

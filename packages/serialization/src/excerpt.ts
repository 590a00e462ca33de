const LONGEST = 60;

/**
 * What steers a terminal, breaks the line, turns its direction or is not seen at all, beyond what JSON escapes. The two joiners stay, since
 * words and emoji are written with them. The command has the same rule for what it prints.
 */
const steering = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from a file as it may stand in a message: in quotes, control characters escaped, and never a megabyte long. */
export function excerpt(text: string): string {
  const quoted = JSON.stringify(text.slice(0, LONGEST)).replace(
    steering,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  return text.length <= LONGEST ? quoted : `${quoted}… (${text.length} characters)`;
}

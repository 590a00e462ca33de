/** Control characters, and marks that turn the direction of writing. */
const steering = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from a file or a plugin as one line that cannot steer a terminal. */
export function printable(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ").replace(steering, "?");
}

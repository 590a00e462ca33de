// The library names the options of its functions; the page has buttons and lists in their place.

const spoken: readonly (readonly [RegExp, string])[] = [
  [/ with "ignore"/g, ""],
  [/Name (it|the column) in "categories"/g, "Read $1 as a category"],
  [/name (it|the column) in "categories"/g, "read $1 as a category"],
  [/name (it|the column) in "numbers"/g, "read $1 as numbers"],
  [/, in "numbers" if/g, ", as numbers if"],
  [/Take it out of "numbers"/g, "Read it as a category"],
  [/Ask for the task "regression" to predict it as a number/g, "Read it as numbers to predict the number itself"],
  [/should not be in "ignore"\. Take it out of one/g, "is not used. Use it, or choose another target"],
];

/** A message of the library in the words of the page. */
export function plainMessage(message: string): string {
  return spoken.reduce((text, [option, words]) => text.replaceAll(option, words), message);
}

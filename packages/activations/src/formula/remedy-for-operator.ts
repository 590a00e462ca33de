const choice = "Write where(x > 0, a, b) for a where x > 0 and b elsewhere.";
const both = "Write (x > 0) * (x < 1) == 1 for both, or where(x > 0, where(x < 1, a, b), b).";
const either = "Write (x < 0) + (x > 1) > 0 for either, or where(x < 0, a, where(x > 1, a, b)).";
const opposite = "Write the opposite comparison, such as x <= 0 instead of not x > 0.";
const rest = "Write a - b * floor(a / b) for the rest of a / b.";
const parenthesis = "Parentheses are round: write ( and ).";
const quotes = "Leave quotation marks out.";
const orSize = "Write abs(a) for |a|; for either write (x < 0) + (x > 1) > 0, or where(x < 0, a, where(x > 1, a, b)).";

/** Signs of papers and other languages that one sign or function takes the place of. */
const replacements: Readonly<Record<string, string>> = {
  "·": "*",
  "×": "*",
  "÷": "/",
  "−": "-",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "²": "^2",
  "³": "^3",
  "√": "sqrt(a)",
  π: "pi",
  "===": "==",
  "!==": "!=",
  "<>": "!=",
  "=<": "<=",
};

/** Signs and words of theirs, in lower case, that take a sentence. */
const sentences: Readonly<Record<string, string>> = {
  "**": "Write ^ for a power: x^2.",
  "//": "Write floor(a / b) for a / b without its rest.",
  "=>": "Write >= to compare; a formula is only what stands behind an arrow.",
  "%": rest,
  mod: rest,
  "?": choice,
  ":": choice,
  if: choice,
  else: choice,
  "&": both,
  "&&": both,
  "∧": both,
  and: both,
  "|": orSize,
  "||": either,
  "∨": either,
  or: either,
  "!": opposite,
  "¬": opposite,
  not: opposite,
  "[": parenthesis,
  "]": parenthesis,
  "{": parenthesis,
  "}": parenthesis,
  '"': quotes,
  "'": quotes,
  "`": quotes,
};

/** What to write here for a sign, or a word between values, that papers or other languages have. */
export function remedyForOperator(theirs: string): string | undefined {
  const word = theirs.toLowerCase();
  if (Object.hasOwn(replacements, word)) return `Write ${replacements[word]} instead.`;
  return Object.hasOwn(sentences, word) ? sentences[word] : undefined;
}

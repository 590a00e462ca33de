const instead = (here: string) => `Write ${here} instead.`;
const choice = "Write where(x > 0, a, b) for a where x > 0 and b elsewhere.";
const both = "Write (x > 0) * (x < 1) == 1 for both, or where(x > 0, where(x < 1, a, b), b).";
const either = "Write (x < 0) + (x > 1) > 0 for either, or where(x < 0, a, where(x > 1, a, b)).";
const opposite = "Write the opposite comparison, such as x <= 0 instead of not x > 0.";
const rest = "Write a - b * floor(a / b) for the rest of a / b.";
const parenthesis = "Parentheses are round: write ( and ).";
const quotes = "Leave quotation marks out.";

/** Signs and words between values as papers and other languages have them, in lower case, and what to write here. */
export const foreignOperators: Readonly<Record<string, string>> = {
  "·": instead("*"),
  "×": instead("*"),
  "÷": instead("/"),
  "−": instead("-"),
  "≤": instead("<="),
  "≥": instead(">="),
  "≠": instead("!="),
  "²": instead("^2"),
  "³": instead("^3"),
  "√": instead("sqrt(a)"),
  π: instead("pi"),
  "**": "Write ^ for a power: x^2.",
  "//": "Write floor(a / b) for a / b without its rest.",
  "===": instead("=="),
  "!==": instead("!="),
  "<>": instead("!="),
  "=<": instead("<="),
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
  "|": `${either} Write abs(a) for |a|.`,
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

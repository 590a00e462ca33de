// Words for yes and no. 0 and 1 are numbers, "y" and "t" categories: the network sees the same either way.

/** The pairs of words that make a column boolean; a column uses one of them throughout. */
export type TruthWords = "true/false" | "yes/no";

/** What a word says, and of which pair it is; undefined for any other text. Upper or lower case does not matter. */
export function parseTruth(text: string): { readonly value: 0 | 1; readonly words: TruthWords } | undefined {
  if (text.length < 2 || text.length > 5) return undefined;
  switch (text.toLowerCase()) {
    case "true":
      return isTrue;
    case "false":
      return isFalse;
    case "yes":
      return isYes;
    case "no":
      return isNo;
    default:
      return undefined;
  }
}

const isTrue = { value: 1, words: "true/false" } as const;
const isFalse = { value: 0, words: "true/false" } as const;
const isYes = { value: 1, words: "yes/no" } as const;
const isNo = { value: 0, words: "yes/no" } as const;

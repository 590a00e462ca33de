/** Words that TypeScript keeps for itself in a module, or lets nobody declare there (ECMAScript 2024, "Keywords and Reserved Words"). */
const reserved =
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if " +
  "implements import in instanceof interface let new null package private protected public return static super switch this throw true try " +
  "typeof undefined var void while with yield";

/** What the files of the templates import, declare or use themselves; `index` is the name of a file. */
const ownNames =
  "activation adam axes build builtins config console constant createModel createRegistry data dense describe evaluate expect fit greater hidden index inputs it " +
  "layer limit load loaded mean meanSquaredError metrics miss model move near network numberOption numbers options parameter plugin prediction " +
  "readConfig registry relu revival rows save seedKey sequential sine sizeOf state target test testPlugin uniformAt value version weights name";

const taken = new Set([...reserved.split(" "), ...ownNames.split(" ")]);

/** Whether the function that makes a plugin's kind cannot have this name. */
export function isTakenName(identifier: string): boolean {
  return taken.has(identifier);
}

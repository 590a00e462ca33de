// What an example says it prints: every comment that begins with an arrow announces one line, in order.

const ARROW = /\/\/ ?→ ?(.*)$/;
const NEARLY = /\/\/\s*(->|=>|⇒|⟶|prints:|Prints:|logs:)/;

/** The lines announced by `console.log(x); // → text`; further lines of the same output follow as `// → text` of their own. */
export function announced(code: string): string[] {
  return code.split("\n").flatMap((line, index) => {
    const found = ARROW.exec(line);
    if (found) return [(found[1] ?? "").trimEnd()];
    if (NEARLY.test(line))
      throw new Error(`line ${index + 1} of the block: announce printed text with "// → ", nothing else is checked.`);
    if (line.includes("→") && line.includes("//"))
      throw new Error(`line ${index + 1} of the block: an arrow should stand right after "// ".`);
    return [];
  });
}

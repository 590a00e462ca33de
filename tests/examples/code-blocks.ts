// Finds the fenced code blocks of a Markdown text or of the doc comments of a source file. Nothing is skipped quietly:
// a fence that would not be run, though a reader would take it for an example, is an error.

export interface CodeBlock {
  readonly language: string;
  readonly skipped: boolean;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly code: string;
}

const SCRIPTS = new Set(["typescript", "javascript", "js", "mts", "mjs", "tsx", "jsx", "cts", "cjs"]);
const FENCE = /^(\s*)(`{3,}|~{3,})\s*(.*?)\s*$/;

function blockOf(info: string, line: number, code: string): CodeBlock {
  const [language = "", ...rest] = info.split(/\s+/);
  if (SCRIPTS.has(language.toLowerCase()) || (language.toLowerCase() === "ts" && language !== "ts")) {
    throw new Error(`line ${line}: write the fence as "ts", so that the example is run, not as "${language}".`);
  }
  const skipped = rest.length === 1 && rest[0] === "no-run";
  if (language === "ts" && rest.length > 0 && !skipped) {
    throw new Error(`line ${line}: a ts fence takes nothing but "no-run", got "${rest.join(" ")}".`);
  }
  return { language, skipped, line, code };
}

/** Blocks of a list of lines; the first of them has the number `first`. */
function blocksOf(lines: readonly string[], first: number): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { indent: number; fence: string; info: string; line: number; code: string[] } | undefined;
  lines.forEach((text, index) => {
    const match = FENCE.exec(text);
    const [, indent = "", fence = "", info = ""] = match ?? [];
    if (open === undefined) {
      if (match) open = { indent: indent.length, fence, info, line: first + index, code: [] };
    } else if (match && info === "" && fence.startsWith(open.fence)) {
      blocks.push(blockOf(open.info, open.line, open.code.join("\n")));
      open = undefined;
    } else {
      const { indent: width } = open;
      open.code.push(/^\s*$/.test(text.slice(0, width)) ? text.slice(width) : text);
    }
  });
  if (open) throw new Error(`line ${open.line}: the fence is never closed.`);
  return blocks;
}

export function markdownBlocks(text: string): CodeBlock[] {
  return blocksOf(text.split(/\r?\n/), 1);
}

const COMMENT = /^[ \t]*\/\*\*(?!\/)([\s\S]*?)\*\//gm;

/** Blocks of all doc comments; an `@example` without a ts block is an error. */
export function sourceBlocks(text: string): CodeBlock[] {
  return [...text.matchAll(COMMENT)].flatMap((comment) => {
    const first = text.slice(0, comment.index).split("\n").length;
    const lines = (comment[1] ?? "").split(/\r?\n/).map((line) => line.replace(/^\s*\* ?/, ""));
    const blocks = blocksOf(lines, first);
    const runnable = blocks.filter((block) => block.language === "ts").map((block) => block.line);
    const examples = lines.flatMap((line, index) => (/^\s*@example\b/.test(line) ? [first + index] : []));
    examples.forEach((line, index) => {
      const next = examples[index + 1] ?? Number.POSITIVE_INFINITY;
      if (!runnable.some((at) => at > line && at < next)) {
        throw new Error(`line ${line}: @example should be followed by a fenced ts block.`);
      }
    });
    return blocks;
  });
}

// Every example that the project shows to a reader: Markdown pages and doc comments.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow, members, root } from "../house/root";
import { type CodeBlock, markdownBlocks, sourceBlocks } from "./code-blocks";

export interface Example extends CodeBlock {
  /** Path from the root. */
  readonly file: string;
}

const isSource = (file: string) => file.endsWith(".ts") && !file.endsWith(".test.ts");

function filesWithExamples(): string[] {
  const pages = ["README.md", "CONTRIBUTING.md", ...members().map((folder) => `${folder}/README.md`)];
  const found = [...filesBelow("docs", ".md"), ...filesBelow("examples", ".md"), ...filesBelow("examples", ".ts")];
  const sources = members().flatMap((folder) => filesBelow(`${folder}/src`, ".ts"));
  return [...pages.filter((page) => existsSync(path.join(root, page))), ...found, ...sources].filter(
    (file) => file.endsWith(".md") || isSource(file),
  );
}

export function collectExamples(): Example[] {
  return filesWithExamples().flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    try {
      const blocks = file.endsWith(".md") ? markdownBlocks(text) : sourceBlocks(text);
      return blocks.filter((block) => block.language === "ts").map((block) => ({ ...block, file }));
    } catch (error) {
      throw new Error(`${file}, ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

// docs/built-ins.md, made of the registry of all built-in kinds and of the first sentence of their doc comments.
import { createRegistry, isRef } from "@neurite/plugin";
import { builtins } from "neurite";
import { docComment } from "./doc-comment.mjs";
import { exportOf, otherExports } from "./kind-export.mjs";

/** The categories in the order of the page, each with its heading. */
const categories = /** @type {const} */ ([
  ["layer", "Layers"],
  ["activation", "Activations"],
  ["loss", "Losses"],
  ["optimizer", "Optimizers"],
  ["schedule", "Schedules"],
  ["metric", "Metrics"],
  ["initializer", "Initializers"],
  ["regularizer", "Regularizers"],
  ["constraint", "Constraints"],
]);

/**
 * The first sentence of the doc comment of what is exported under a name.
 * @param {string} name @param {readonly string[]} sources texts of source files
 */
export function sentenceOf(name, sources) {
  const found = sources.flatMap((source) => docComment(name, source) ?? []);
  if (found.length !== 1) throw new Error(`${name}: one export with a doc comment was expected, got ${found.length}.`);
  const [paragraph = ""] = (found[0] ?? "").split("\n\n");
  return paragraph.replaceAll("\n", " ");
}

/** Options as one would write them. @param {unknown} option @returns {string} */
function written(option) {
  if (isRef(option)) return option.kind;
  if (Array.isArray(option)) return `[${option.map(written).join(", ")}]`;
  if (typeof option === "number") return String(Number(option.toPrecision(6)));
  return JSON.stringify(option);
}

/** @param {ReturnType<typeof createRegistry>} registry @param {(typeof categories)[number][0]} category @param {string} kind */
function optionsOf(registry, category, kind) {
  try {
    const { config } = registry.make(category, kind);
    const options = Object.entries(/** @type {object} */ (config ?? {})).filter(([, option]) => option !== undefined);
    return options.length === 0
      ? ""
      : `\`${options.map(([name, option]) => `${name}: ${written(option)}`).join(", ")}\``;
  } catch {
    return "needs options";
  }
}

/** @param {readonly string[]} sources texts of the source files of the packages that the kinds come from */
export function builtInPage(sources) {
  const registry = createRegistry({ plugins: [builtins] });
  const cell = (/** @type {string} */ text) => text.replaceAll("|", "\\|");
  const sections = categories.map(([category, heading]) => {
    const kinds = registry.kinds(category);
    const rows = kinds.map(
      (kind) =>
        `| \`${kind}\` | ${cell(sentenceOf(exportOf(kind), sources))} | ${cell(optionsOf(registry, category, kind))} |`,
    );
    return `## ${heading}\n\n${kinds.length} kinds.\n\n| kind | what it is | options unless told otherwise |\n|---|---|---|\n${rows.join("\n")}`;
  });
  const others = Object.entries(otherExports).map(([kind, name]) => `\`${kind}\` is made by \`${name}\``);
  return `<!-- Written by \`npm run built-ins\` from the registry and the doc comments: change them there. -->

# Built-in kinds

Everything that a file or a command line can name without a plugin. Code imports each by the same name, from \`neurite\` or from its own package
(${others.join(", ")}); the doc comment there tells formula, shapes, errors and source.

${sections.join("\n\n")}
`;
}

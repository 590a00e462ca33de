// docs/activations.md and the drawings beside it, made of the plugin, of the doc comments and of the expressions themselves.
import { activationsPlugin } from "@neurite/activations";
import { createRegistry } from "@neurite/plugin";
import { curvesOf } from "./activation-curves.mjs";
import { drawingOf } from "./curve-drawing.mjs";
import { docComment } from "./doc-comment.mjs";
import { exportOf } from "./kind-export.mjs";

/** What is drawn of activations that say nothing without a config.
 * @type {Readonly<Record<string, string>>} */
const examples = { formula: "beta = 1.5; x * sigmoid(beta * x)" };

/** @param {string} kind */
const fileOf = (kind) => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The doc comment of an activation, without its example: what it is, and the lines on formula, shapes and source.
 * @param {string} kind @param {string} source text of its file
 */
export function commentOf(kind, source) {
  const [text = ""] = (docComment(kind, source) ?? "").split(/\n@example/);
  const [about = "", details = ""] = text.trim().split("\n\n");
  const joined = details.replaceAll("\n", " ");
  const source_ = joined.indexOf("Source: ");
  const rest = source_ < 0 ? joined : joined.slice(0, source_);
  if (!joined.startsWith("Formula: ")) throw new Error(`${kind}: its comment should have a line "Formula: …".`);
  return {
    about: about.replaceAll("\n", " ").trim(),
    formula: rest.trim(),
    source: source_ < 0 ? undefined : joined.slice(source_ + "Source: ".length).trim(),
  };
}

/** The part of the y axis that is drawn: what the curves need, as far as the x axis at most.
 * @param {readonly (readonly number[])[]} curves @param {number} far */
function rangeOf(curves, far) {
  const numbers = curves.flat().filter(Number.isFinite);
  const low = Math.max(-far, Math.min(0, ...numbers));
  const high = Math.min(far, Math.max(1, ...numbers));
  const margin = (high - low) * 0.06;
  return { low: low - margin, high: high + margin };
}

/**
 * Every file as its path below `docs` and its text.
 * @param {(file: string) => string} read gives the text of a source file of the package
 */
export function activationDocs(read) {
  const registry = createRegistry({ plugins: [activationsPlugin] });
  const kinds = /** @type {(keyof typeof activationsPlugin.activations)[]} */ (
    Object.keys(activationsPlugin.activations)
  );
  /** @type {Map<string, string>} */
  const files = new Map();
  const sections = kinds.map((kind) => {
    const activation = registry.make("activation", kind, examples[kind]);
    const { x, values, slopes, row, alongAxis, random } = curvesOf(activation);
    const named = alongAxis ? `f(${row})` : "f(x)";
    const curves = [
      { name: named, values },
      { name: "derivative", values: slopes },
    ];
    const drawing = `activations/${fileOf(kind)}.svg`;
    files.set(drawing, drawingOf({ title: kind, x, curves, ...rangeOf([values, slopes], x.at(-1) ?? 1) }));
    const { about, formula, source } = commentOf(exportOf(kind), read(`${fileOf(exportOf(kind))}.ts`));
    const notes = [
      ...(alongAxis ? [`It works along an axis: drawn is its first number for the row \`[${row}]\`.`] : []),
      ...(random ? ["It is random while training: drawn is what it predicts."] : []),
    ];
    const lines = [
      `## ${kind}`,
      about,
      formula,
      optionsSentence(activation.config),
      ...(notes.length > 0 ? [notes.join(" ")] : []),
      `![${kind} and its derivative](${drawing})`,
      ...(source === undefined ? [] : [`Source: ${source}`]),
      `[The expression](../packages/activations/src/${fileOf(exportOf(kind))}.ts)`,
    ];
    return lines.join("\n\n");
  });
  files.set("activations.md", pageOf(kinds, sections));
  return files;
}

/** @param {unknown} config */
function optionsSentence(config) {
  if (config === undefined) return "It has no options.";
  if (typeof config === "string") return `Drawn is \`${config}\`, with its numbers as they start.`;
  return `Options, as they are unless told otherwise: \`${optionsOf(config)}\`.`;
}

/** @param {unknown} config */
function optionsOf(config) {
  const options = Object.entries(/** @type {object} */ (config)).map(([name, option]) => {
    const number = typeof option === "number" ? Number(option.toPrecision(4)) : option;
    return `${name}: ${JSON.stringify(number)}`;
  });
  return `{ ${options.join(", ")} }`;
}

/** @param {readonly string[]} kinds @param {readonly string[]} sections */
function pageOf(kinds, sections) {
  const links = kinds.map((kind) => `[${kind}](#${kind.toLowerCase()})`).join(" · ");
  return `<!-- Written by \`npm run activations\` from the package activations: change it there. -->

# Activations

The ${kinds.length} activations of [@neurite/activations](../packages/activations/README.md), each with a drawing of the function and of its
derivative. Both curves are computed from the expression that a network runs, with the options as they are unless told otherwise.

${links}

${sections.join("\n\n")}
`;
}

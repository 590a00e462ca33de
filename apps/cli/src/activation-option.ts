import { type Activation, isRef, NeuriteError, nearestName, parseActivation, type Registry } from "neurite";
import { categories } from "./categories";
import { thrownText } from "./plugins/thrown-text";

/** The kind of formulas, which are written down themselves and not named. */
const formula = "formula";

/**
 * The activation that an option names, or whose formula it is, as in `x * sigmoid(x)`.
 *
 * Throws `usage` with the names there are, `bad-formula` with the place where a formula breaks off, `bad-plugin` where a plugin cannot make it.
 */
export function activationOption(given: string, option: string, registry: Registry): Activation {
  if (given !== formula && registry.has("activation", given)) return make(given, option, registry);
  try {
    return parseActivation(given);
  } catch (error) {
    if (!(error instanceof NeuriteError)) throw error;
    if (isName(given)) throw unknown(given, option, registry);
    throw new NeuriteError(error.code, `${option}: ${error.message}`, { cause: error });
  }
}

/** Whether a text that is no formula was rather meant for a name: it looks like one, and has neither x in it nor only words of formulas. */
function isName(given: string): boolean {
  if (!/^(@|[A-Za-z_])[\w@./-]*$/.test(given)) return false;
  const words = given.split(/\W+/);
  return !words.includes("x") && !words.every(isWordOfFormulas);
}

/** Whether formulas know a word, as they know `pi` and `tanh`: then it stands in one of these. */
function isWordOfFormulas(word: string): boolean {
  return ["", "(x)", "(x, x)", "(x, x, x)", "(x > 0, x, x)"].some((operands) => {
    try {
      return parseActivation(`x + ${word}${operands}`) !== undefined;
    } catch {
      return false;
    }
  });
}

/** The error for a word that is neither a name nor a formula. */
function unknown(given: string, option: string, registry: Registry): NeuriteError {
  const known = registry.kinds("activation").filter((kind) => kind !== formula);
  const names = `${known.join(", ")}, or a formula such as "x * sigmoid(x)"`;
  const other = categories.find((category) => category !== "activation" && registry.has(category, given));
  if (other !== undefined) {
    const article = /^[aeiou]/.test(other) ? "an" : "a";
    return new NeuriteError(
      "usage",
      `${option}: expected an activation, got "${given}", which is ${article} ${other} of "${registry.origin(other, given)?.plugin}". Take one of ${names}.`,
    );
  }
  const near = nearestName(given, known);
  const remedy =
    near === undefined ? "Take one of these, or pass the plugin that has it with --plugin." : `Did you mean "${near}"?`;
  return new NeuriteError("usage", `${option}: expected one of ${names}, got "${given}". ${remedy}`);
}

function make(kind: string, option: string, registry: Registry): Activation {
  const failed = (got: string, cause?: unknown) =>
    new NeuriteError(
      "bad-plugin",
      `${option}: the plugin "${registry.origin("activation", kind)?.plugin}" should make "${kind}" without options, ${got}. Mend the plugin.`,
      { cause },
    );
  let made: unknown;
  try {
    made = registry.make("activation", kind);
  } catch (error) {
    throw failed(`but failed: ${thrownText(error)}`, error);
  }
  if (isRef(made) && "apply" in made && typeof made.apply === "function") return made as Activation;
  throw failed("got something that is no activation");
}

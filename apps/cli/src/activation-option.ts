import { type Activation, isRef, NeuriteError, nearestName, parseActivation, type Registry } from "neurite";
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
    if (/^[\w@./-]*$/.test(given)) throw unknown(given, option, registry);
    throw new NeuriteError(error.code, `${option}: ${error.message}`, { cause: error });
  }
}

/** The error for a word that is neither a name nor a formula. */
function unknown(given: string, option: string, registry: Registry): NeuriteError {
  const known = registry.kinds("activation").filter((kind) => kind !== formula);
  const near = nearestName(given, known);
  const remedy =
    near === undefined ? "Take one of these, or pass the plugin that has it with --plugin." : `Did you mean "${near}"?`;
  return new NeuriteError(
    "usage",
    `${option}: expected one of ${known.join(", ")}, or a formula such as "x * sigmoid(x)", got "${given}". ${remedy}`,
  );
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

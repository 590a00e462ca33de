import { type Activation, isRef, NeuriteError, nearestName, type Registry } from "neurite";
import { thrownText } from "./plugins/thrown-text";

/** The activation of a name given to an option; throws `usage` with the names there are, `bad-plugin` where a plugin cannot make it. */
export function activationOption(kind: string, option: string, registry: Registry): Activation {
  if (registry.has("activation", kind)) return make(kind, option, registry);
  const known = registry.kinds("activation");
  const near = nearestName(kind, known);
  const remedy =
    near === undefined ? "Take one of these, or pass the plugin that has it with --plugin." : `Did you mean "${near}"?`;
  throw new NeuriteError("usage", `${option}: expected one of ${known.join(", ")}, got "${kind}". ${remedy}`);
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

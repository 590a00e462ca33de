import { type Activation, NeuriteError } from "neurite";
import { builtinRegistry } from "./registry";

/** The activation of a name given to an option; throws `usage` with the names there are. */
export function activationOption(kind: string, option: string): Activation {
  const registry = builtinRegistry();
  const known = registry.kinds("activation");
  const found = known.find((name) => name === kind);
  if (found !== undefined) return registry.make("activation", found);
  throw new NeuriteError("usage", `${option}: expected one of ${known.join(", ")}, got "${kind}". Take one of these.`);
}

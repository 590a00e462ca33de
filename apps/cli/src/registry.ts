import { builtins, createRegistry } from "neurite";

/** The kinds that the command knows: those that neurite brings. */
export function builtinRegistry() {
  return createRegistry({ plugins: [builtins] });
}

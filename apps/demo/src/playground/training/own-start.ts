// Weights that the reader chose, in an address: the bits of the numbers, in the 64 signs that addresses allow.
import { buildNetwork } from "./build-network";
import type { Settings } from "./settings";
import { flatten, modelWith } from "./weights";

/** Weights as text. */
export function startText(weights: Float32Array): string {
  const bytes = new Uint8Array(new Float32Array(weights).buffer);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The weights of a text; undefined where it is none, or is not of a network with these settings. */
export function startOf(text: string | null, settings: Settings): Float32Array | undefined {
  if (text === null || text === "") return undefined;
  try {
    const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const weights = new Float32Array(Uint8Array.from(signs, (sign) => sign.charCodeAt(0)).buffer);
    const asked = flatten(modelWith(buildNetwork(settings, "number"), 0).weights).length;
    return weights.length === asked && weights.every(Number.isFinite) ? weights : undefined;
  } catch {
    return undefined;
  }
}

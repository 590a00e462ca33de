import type { Place, Trace } from "@neurite/plugin";
import { formatShape, formatType, NeuriteError, type Tensor, type Type, type Value } from "@neurite/tensor";
import { firstNotFinite } from "./data";

/** Refuses weights that are not exactly those that the network asks for; gives them in the network's order. */
export function checkWeights(traced: Trace, weights: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const checked = new Map<string, Value>();
  for (const [path, { tensor }] of [...traced.parameters, ...traced.state]) {
    const held = weights.get(path);
    if (!held) {
      const cut = path.lastIndexOf("/");
      throw new NeuriteError(
        "bad-file",
        `Layer "${path.slice(0, Math.max(0, cut))}" lacks its tensor "${path.slice(cut + 1)}" (${formatType(tensor)}). Use the weights of this very network.`,
      );
    }
    if (formatType(held) !== formatType(tensor)) throw misfit(traced, path, tensor, held);
    const at = firstNotFinite(held.data);
    if (at >= 0) {
      throw new NeuriteError(
        "bad-file",
        `The weights "${path}" should be finite, got ${held.data[at]} at index ${at}. Train the model anew.`,
      );
    }
    checked.set(path, held);
  }
  const extra = [...weights.keys()].find((path) => !checked.has(path));
  if (extra !== undefined) {
    throw new NeuriteError(
      "bad-file",
      `The weights "${extra}" belong to no layer of this network, which has ${[...checked.keys()].join(", ") || "none"}. Use the weights of this very network.`,
    );
  }
  return checked;
}

/** The error for weights of another shape or dtype: it tells what the layer is handed, and by which layer. */
function misfit({ places }: Trace, path: string, expected: Type, got: Value): NeuriteError {
  const owner = places.find(
    ({ category, requests }) =>
      category === "layer" && requests.some((r) => (r.type === "parameter" || r.type === "state") && r.path === path),
  );
  const [given] = owner?.inputs ?? [];
  const should = `should be ${formatType(expected)}, got ${formatType(got)}. Use the weights of this very network.`;
  if (!owner || !given) return new NeuriteError("bad-shape", `The weights "${path}" ${should}`);
  const name = owner.path === "" ? path : path.slice(owner.path.length + 1);
  const width = `${formatShape(given.shape.slice(1))} per row`;
  return new NeuriteError(
    "bad-shape",
    `Layer "${owner.path}" gets ${width} from ${sourceOf(given, owner, places)}, so its tensor "${name}" ${should}`,
  );
}

function sourceOf(given: Tensor, owner: Place, places: readonly Place[]): string {
  const source = places.find(
    ({ category, depth, path, outputs }) =>
      category === "layer" &&
      depth > 0 &&
      path !== owner.path &&
      outputs.some((t) => t.node === given.node && t.output === given.output),
  );
  return source ? `layer "${source.path}"` : "the network's input";
}

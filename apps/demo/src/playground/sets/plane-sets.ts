// The sets of the playground by name.
import type { SharedColumns } from "../../table/shared-columns";
import { customersSet } from "./customers-set";
import type { DrawnPoint } from "./drawn-points";
import { drawnSet } from "./drawn-set";
import { generatedSet } from "./generated-set";
import type { PlaneSet } from "./plane-set";
import { sharedSet } from "./shared-set";
import { spiral } from "./spiral";

export const setNames = ["product", "circle", "spiral", "xor", "customers", "drawn", "table"] as const;

export type SetName = (typeof setNames)[number];

/** A set by its name; undefined where nothing was handed over yet. */
export function planeSet(
  name: SetName,
  drawn: readonly DrawnPoint[],
  shared: SharedColumns | undefined,
): PlaneSet | undefined {
  switch (name) {
    case "product":
      return generatedSet({ task: "number", seed: 11, target: "x₁·x₂", truth: (x, y) => x * y });
    case "circle":
      return generatedSet({
        task: "classes",
        seed: 12,
        target: "inside",
        truth: (x, y) => (x * x + y * y < 0.5 ? 1 : 0),
      });
    case "xor":
      return generatedSet({ task: "classes", seed: 14, target: "same sign", truth: (x, y) => (x * y > 0 ? 1 : 0) });
    case "spiral":
      return spiral();
    case "customers":
      return customersSet();
    case "drawn":
      return drawnSet(drawn);
    case "table":
      return shared && sharedSet(shared);
    default:
      throw new Error(`internal: no set "${name satisfies never}".`);
  }
}

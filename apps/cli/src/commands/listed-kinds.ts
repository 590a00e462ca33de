import type { Category, Origin, Registry } from "neurite";
import { categories } from "../categories";

/** A kind that can be named, and the plugin that it comes from. */
export interface ListedKind extends Origin {
  readonly category: Category;
  readonly kind: string;
}

/** Every kind that a registry knows, category by category. */
export function listedKinds(registry: Registry): ListedKind[] {
  return categories.flatMap((category) =>
    registry.kinds(category).flatMap((kind) => {
      const origin = registry.origin(category, kind);
      return origin === undefined ? [] : [{ category, kind, ...origin }];
    }),
  );
}

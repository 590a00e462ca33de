import type { LayerSubject } from "./applied";
import type { Check } from "./finding";
import { gradientChecks } from "./gradient-checks";
import { purityChecks } from "./purity-checks";
import { rangeChecks } from "./range-checks";
import { shapeChecks } from "./shape-checks";

/** The checks of how a layer or an activation behaves on numbers, by the interpreter. */
export function layerChecks(subject: LayerSubject): readonly Check[] {
  return [...shapeChecks(subject), ...purityChecks(subject), ...gradientChecks(subject), ...rangeChecks(subject)];
}

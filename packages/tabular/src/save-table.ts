import type { Registry } from "@neurite/plugin";
import { save } from "@neurite/serialization";
import type { ModelParts } from "./model-parts";
import { writeDetails } from "./table-details";

/** The key of a model file's metadata under which the table's part stands. */
export const tableKey = "tabular";

/**
 * Writes a table's model as the bytes of a model file (safetensors): the network, and beside it encoder, target, straight line,
 * scores, history and seed. No rows of the table are in it; names of columns, levels of categories and labels are.
 *
 * `registry` tells which packages foreign kinds come from. Throws as `save` does.
 *
 * @example
 * ```ts
 * import { activationsPlugin } from "@neurite/activations";
 * import { layersPlugin } from "@neurite/layers";
 * import { networkPlugin } from "@neurite/network";
 * import { createRegistry } from "@neurite/plugin";
 * import { fitTable, loadTable, saveTable } from "@neurite/tabular";
 *
 * const rows = Array.from({ length: 40 }, (_, i) => ({ x: i % 8, y: 2 * (i % 8) + 1 }));
 * const model = await fitTable(rows, { target: "y", epochs: 5 });
 * const registry = createRegistry({ plugins: [activationsPlugin, layersPlugin, networkPlugin] });
 * const again = loadTable(saveTable(model), { registry });
 * console.log(again.predict([{ x: 3 }])[0] === model.predict([{ x: 3 }])[0]); // → true
 * ```
 */
export function saveTable(
  model: Omit<ModelParts, "warnings">,
  options: { readonly registry?: Registry | undefined } = {},
): Uint8Array<ArrayBuffer> {
  const { registry } = options;
  const { network, ...details } = model;
  return save(network, { ...(registry && { registry }), metadata: { [tableKey]: writeDetails(details) } });
}

import type { Model } from "@neurite/network";
import { type LoadOptions, openModelFile } from "@neurite/serialization";
import { formatShape, formatType, NeuriteError, type Type } from "@neurite/tensor";
import type { Cell } from "./cell";
import { createTabularModel } from "./create-tabular-model";
import type { TableEncoder } from "./encoder";
import { inputShapes } from "./network-inputs";
import { outputHead } from "./output-head";
import { tableKey } from "./save-table";
import { parseDetails } from "./table-details";
import type { TabularModel } from "./tabular-model";

/**
 * Reads a model that `saveTable` wrote: it predicts with the same bits, and so does its straight line.
 *
 * Kinds whose plugin is missing run from their expression in the file, with a warning; `missing: "error"` refuses them.
 * Throws as `load` does, and `bad-file` where the file holds no table's model, or one that does not fit its network.
 */
export function loadTable<Row = Record<string, Cell>>(bytes: Uint8Array, options: LoadOptions): TabularModel<Row> {
  const { model, metadata } = openModelFile(bytes, options);
  const json = metadata.get(tableKey);
  if (json === undefined) {
    throw new NeuriteError(
      "bad-file",
      "This model file holds a network without a table: nothing tells what its inputs mean. Read it with load, or take a file that saveTable wrote.",
    );
  }
  const details = parseDetails(json);
  checkNetwork(model, details.encoder);
  return createTabularModel<Row>({ ...details, network: model, warnings: [] });
}

/** Refuses a network that does not take what the encoder gives, or gives what the target is not. */
function checkNetwork({ inputs, outputs, dtype }: Model, encoder: TableEncoder): void {
  const types = inputShapes(encoder.inputs).map((shape): Type => ("dtype" in shape ? shape : { shape, dtype }));
  const [expected, got] = [types, inputs].map((list) => list.map(formatType).join(" and "));
  const { units } = outputHead(encoder.target);
  const answer = outputs.map(({ shape }) => formatShape(shape)).join(" and ");
  if (expected === got && answer === formatShape([units])) return;
  throw new NeuriteError(
    "bad-file",
    `The table's part of this model file does not fit its network: it makes ${expected} and needs ${formatShape([units])}, the network takes ${got} and gives ${answer}. Write the file anew.`,
  );
}

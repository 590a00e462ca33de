import { deriveKey, seedKey } from "@neurite/tensor";
import { type Baseline, fitBaseline } from "./baseline";
import { type BaselineOptions, checkFitTable } from "./fit-table-options";
import { given } from "./given";
import { type PreparedTable, prepareTable } from "./prepare-table";
import type { Table } from "./table";
import { type TableSource, toTable } from "./table-source";

/** A table that is ready to train on, with the straight line that a network is held against. */
export interface PreparedFit extends PreparedTable {
  readonly baseline: Baseline;
}

/** What every fit of a table begins with: checks, reads, splits by the seed, encodes, and fits the straight line on the training rows. */
export function prepareFit<Row>(source: readonly Row[] | Table, options: BaselineOptions<Row>): PreparedFit {
  checkFitTable(source, options);
  const { target, task, ignore, categories, numbers, oneHotLimit, validation, test, seed = 0 } = options;
  const prepared = prepareTable(toTable(source as TableSource<Row>), {
    ...given({ task, ignore, categories, numbers, oneHotLimit, validation, test }),
    target,
    key: deriveKey(seedKey(seed), "split"),
  });
  const { encoder, inputs, split, target: truth } = prepared;
  return { ...prepared, baseline: fitBaseline(encoder, inputs, truth, split.train) };
}

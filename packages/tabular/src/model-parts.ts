import type { Model } from "@neurite/network";
import type { Baseline } from "./baseline";
import type { TableEncoder } from "./encoder";
import type { TableScores } from "./table-scores";
import type { TableHistory } from "./training-history";
import type { Warning } from "./warning";

/** What a table's model is made of: the network and plain data. */
export interface ModelParts {
  readonly network: Model;
  readonly encoder: TableEncoder;
  readonly baseline: Baseline;
  readonly scores: TableScores;
  readonly history: TableHistory;
  readonly seed: number;
  /** The name of the backend that it was trained on. */
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

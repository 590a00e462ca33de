import type { Json, Snapshot } from "@neurite/plugin";
import { NeuriteError, type Value } from "@neurite/tensor";
import { field, fieldsOf, numberField } from "./json-field";
import { parseHistory } from "./parse-history";
import type { TableHistory } from "./training-history";

/** What the stages before the present one came to. */
export interface StageMemory {
  /** The present stage, from 0. */
  readonly stage: number;
  /** The seed of the whole training; each stage derives its own. */
  readonly seed: number;
  readonly history: TableHistory;
  /** The lowest validation loss of the stages before. */
  readonly best: number | null;
  /** The weights that the present stage began with. */
  readonly weights: ReadonlyMap<string, Value>;
}

/** What stands before the names of weights that are the table's and not the stage's. */
const prefix = "begin/";

/** The snapshot of a stage as one of the whole training. */
export function withStages(snapshot: Snapshot, { stage, seed, history, best, weights }: StageMemory): Snapshot {
  const begin = [...weights].map(([path, held]) => [`${prefix}${path}`, held] as const);
  return {
    ...snapshot,
    state: new Map([...snapshot.state, ...begin]),
    controller: { stage, seed, history: history as unknown as Json, best, inStage: snapshot.controller },
  };
}

/** The snapshot of a whole training as that of a stage, and what came before it. Throws `bad-data` for another seed. */
export function splitStages(whole: Snapshot, seed: number): StageMemory & { readonly snapshot: Snapshot } {
  const fields = fieldsOf(whole.controller, "the snapshot");
  const [stage, madeWith] = [
    numberField(fields, "stage", "the snapshot", 0),
    numberField(fields, "seed", "the snapshot"),
  ];
  if (madeWith !== seed) {
    throw new NeuriteError(
      "bad-data",
      `fitTable: the snapshot was made with seed ${madeWith}, got seed ${seed}. Go on with the same table and options.`,
    );
  }
  const state = new Map([...whole.state].filter(([name]) => !name.startsWith(prefix)));
  const weights = [...whole.state].flatMap(([name, held]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), held] as const] : [],
  );
  const best = field(fields, "best");
  return {
    stage,
    seed,
    history: parseHistory(fieldsOf(field(fields, "history"), "history")),
    best: typeof best === "number" ? best : null,
    weights: new Map(weights),
    snapshot: { ...whole, state, controller: (field(fields, "inStage") ?? null) as Json },
  };
}

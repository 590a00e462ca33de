import type { Ending } from "@neurite/network";
import { type Fields, field, fieldsOf, listField, numberField, wordField } from "./json-field";
import type { TableEpoch, TableHistory } from "./training-history";

const endings = ["epochs", "earlyStopping", "aborted", "timeBudget", "converged"] as const satisfies readonly Ending[];

/** Reads how a training went from a file. */
export function parseHistory(fields: Fields): TableHistory {
  const epochs = listField(fields, "epochs", "history").map((value, i): TableEpoch => {
    const where = `history.epochs[${i}]`;
    const at = fieldsOf(value, where);
    const validated = field(at, "validationLoss") !== undefined;
    return {
      epoch: numberField(at, "epoch", where, 1),
      loss: numberField(at, "loss", where),
      learningRate: numberField(at, "learningRate", where, 0),
      ...(validated && { validationLoss: numberField(at, "validationLoss", where) }),
    };
  });
  const bestEpoch = numberField(fields, "bestEpoch", "history", 0, epochs.length);
  return { epochs, bestEpoch, ended: wordField(fields, "ended", "history", endings) };
}

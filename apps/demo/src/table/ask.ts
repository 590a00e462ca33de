import type { Answers, Table, TabularModel } from "neurite";
import type { Ask } from "./surface";

/** What a model's network says. */
export function askNetwork(model: TabularModel): Ask {
  if (model.task === "regression") return (table) => ({ numbers: model.predictTable(table).predictions });
  return (table) => {
    const { classes, probabilities } = model.predictTable(table);
    return { classes, probabilities };
  };
}

/** What a model's straight line says. */
export function askLine(model: TabularModel): Ask {
  if (model.task === "regression") return (table) => ({ numbers: Float64Array.from(model.predictBaseline(table)) });
  const { classes } = model;
  return (table: Table): Answers => ({
    classes,
    probabilities: Float64Array.from(model.predictBaseline(table).flatMap((one) => one.probabilities)),
  });
}

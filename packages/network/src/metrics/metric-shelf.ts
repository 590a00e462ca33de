import { type Json, type Plugin, type Revival, readConfig } from "@neurite/plugin";
import { accuracy } from "./accuracy";
import { balancedAccuracy } from "./balanced-accuracy";
import { brier } from "./brier";
import { calibrationError } from "./calibration-error";
import type { Average, ClassScoreOptions } from "./class-score";
import { f1 } from "./f1";
import { logLoss } from "./log-loss";
import { mae } from "./mae";
import { mape } from "./mape";
import { prAuc } from "./pr-auc";
import { precision } from "./precision";
import { r2 } from "./r2";
import { recall } from "./recall";
import { rmse } from "./rmse";
import { rocAuc } from "./roc-auc";
import { topKAccuracy } from "./top-k-accuracy";

/** The metrics by name, made of the options in a file. */
export const metricShelf = {
  accuracy: () => accuracy,
  balancedAccuracy: () => balancedAccuracy,
  brier: () => brier,
  calibrationError: (config, revival) =>
    calibrationError({ bins: readConfig("calibrationError", config, revival).number("bins") }),
  f1: (config, revival) => f1(classScoreConfig("f1", config, revival)),
  logLoss: () => logLoss,
  mae: () => mae,
  mape: () => mape,
  prAuc: () => prAuc,
  precision: (config, revival) => precision(classScoreConfig("precision", config, revival)),
  r2: () => r2,
  recall: (config, revival) => recall(classScoreConfig("recall", config, revival)),
  rmse: () => rmse,
  rocAuc: () => rocAuc,
  topKAccuracy: (config, revival) => topKAccuracy({ k: readConfig("topKAccuracy", config, revival).number("k") }),
} as const satisfies Plugin["metrics"];

function classScoreConfig(kind: string, config: Json | undefined, revival: Revival): ClassScoreOptions {
  const read = readConfig(kind, config, revival);
  // another text than the three is refused by the metric itself
  return { threshold: read.number("threshold"), average: read.text("average") as Average | undefined };
}

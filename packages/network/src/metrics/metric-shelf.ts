import type { Plugin } from "@neurite/plugin";
import { accuracy } from "./accuracy";
import { logLoss } from "./log-loss";
import { mae } from "./mae";
import { r2 } from "./r2";
import { rmse } from "./rmse";

/** The metrics by name, made of the options in a file. */
export const metricShelf = {
  accuracy: () => accuracy,
  logLoss: () => logLoss,
  mae: () => mae,
  r2: () => r2,
  rmse: () => rmse,
} as const satisfies Plugin["metrics"];

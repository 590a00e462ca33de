import type { Code } from "../assembler/code";
import { atan } from "./atan";
import { cos } from "./cos";
import { erf } from "./erf";
import { exp } from "./exp";
import { expm1 } from "./expm1";
import type { FloatType } from "./float-type";
import { log } from "./log";
import { log1p } from "./log1p";
import { pow } from "./pow";
import { sigmoid } from "./sigmoid";
import { sin } from "./sin";
import { tanh } from "./tanh";

/** The functions that take a vector off the stack and leave the result there, by the names of their operations. */
export const functions: Readonly<Record<string, (code: Code, dtype: FloatType) => void>> = {
  atan,
  cos,
  erf,
  exp,
  expm1,
  log,
  log1p,
  pow,
  sigmoid,
  sin,
  tanh,
};

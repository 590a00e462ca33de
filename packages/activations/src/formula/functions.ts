import { softplusOf } from "../softplus-of";
import type { Operation } from "./operation";

/** The functions of formulas by name. */
export const functions: Readonly<Record<string, Operation>> = {
  abs: { operands: ["a"], build: (a) => a.abs() },
  sign: { operands: ["a"], build: (a) => a.sign() },
  floor: { operands: ["a"], build: (a) => a.floor() },
  sqrt: { operands: ["a"], build: (a) => a.sqrt() },
  exp: { operands: ["a"], build: (a) => a.exp() },
  expm1: { operands: ["a"], build: (a) => a.expm1() },
  log: { operands: ["a"], build: (a) => a.log() },
  log1p: { operands: ["a"], build: (a) => a.log1p() },
  sin: { operands: ["a"], build: (a) => a.sin() },
  cos: { operands: ["a"], build: (a) => a.cos() },
  atan: { operands: ["a"], build: (a) => a.atan() },
  tanh: { operands: ["a"], build: (a) => a.tanh() },
  sigmoid: { operands: ["a"], build: (a) => a.sigmoid() },
  erf: { operands: ["a"], build: (a) => a.erf() },
  relu: { operands: ["a"], build: (a) => a.maximum(0) },
  softplus: { operands: ["a"], build: (a) => softplusOf(a) },
  min: { operands: ["a", "b"], commutes: true, build: (a, b) => a.minimum(b) },
  max: { operands: ["a", "b"], commutes: true, build: (a, b) => a.maximum(b) },
  pow: { operands: ["a", "b"], build: (a, b) => a.pow(b) },
  clip: { operands: ["a", "low", "high"], build: (a, low, high) => a.maximum(low).minimum(high) },
  where: { operands: ["condition", "a", "b"], build: (condition, a, b) => condition.where(a, b) },
};

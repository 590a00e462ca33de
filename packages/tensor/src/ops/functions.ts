import { errorFunction } from "../elementary";
import type { Primitive } from "../primitive";
import { each, floatOnly } from "./unary";

/** e^x. */
export const exp: Primitive<"exp"> = {
  infer: floatOnly("exp"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.exp(x[i] as number);
  }),
  gradient: (_node, [y], [g]) => [y && g?.mul(y)],
};

/** e^x - 1, exact near 0; its gradient is y + 1. */
export const expm1: Primitive<"expm1"> = {
  infer: floatOnly("expm1"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.expm1(x[i] as number);
  }),
  gradient: (_node, [y], [g]) => [y && g?.mul(y.add(1))],
};

/** The natural logarithm. */
export const log: Primitive<"log"> = {
  infer: floatOnly("log"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.log(x[i] as number);
  }),
  gradient: ({ inputs: [x] }, _y, [g]) => [g?.div(x)],
};

/** log(1 + x), exact near 0. */
export const log1p: Primitive<"log1p"> = {
  infer: floatOnly("log1p"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.log1p(x[i] as number);
  }),
  gradient: ({ inputs: [x] }, _y, [g]) => [g?.div(x.add(1))],
};

/** Radians in. */
export const sin: Primitive<"sin"> = {
  infer: floatOnly("sin"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.sin(x[i] as number);
  }),
  gradient: ({ inputs: [x] }, _y, [g]) => [g?.mul(x.cos())],
};

/** Radians in. */
export const cos: Primitive<"cos"> = {
  infer: floatOnly("cos"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.cos(x[i] as number);
  }),
  gradient: ({ inputs: [x] }, _y, [g]) => [g?.mul(x.sin().neg())],
};

/** Radians out, between -π/2 and π/2. */
export const atan: Primitive<"atan"> = {
  infer: floatOnly("atan"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.atan(x[i] as number);
  }),
  gradient: ({ inputs: [x] }, _y, [g]) => [g?.div(x.mul(x).add(1))],
};

/** The hyperbolic tangent; its gradient is 1 - y². */
export const tanh: Primitive<"tanh"> = {
  infer: floatOnly("tanh"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.tanh(x[i] as number);
  }),
  gradient: (_node, [y], [g]) => [y && g?.mul(y.mul(y).neg().add(1))],
};

/** 1 / (1 + e^-x), in the form whose exponential cannot overflow; its gradient is y (1 - y). */
export const sigmoid: Primitive<"sigmoid"> = {
  infer: floatOnly("sigmoid"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) {
      const v = x[i] as number;
      const e = Math.exp(-Math.abs(v));
      out[i] = v >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
  }),
  gradient: (_node, [y], [g]) => [y && g?.mul(y.mul(y.neg().add(1)))],
};

/** The error function 2/√π ∫₀ˣ e^(-t²) dt. */
export const erf: Primitive<"erf"> = {
  infer: floatOnly("erf"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = errorFunction(x[i] as number);
  }),
  gradient: ({ inputs: [x] }, _y, [g]) => [
    g?.mul(x.mul(x).neg().exp().mul(1.1283791670955126)), // 2 / √π
  ],
};

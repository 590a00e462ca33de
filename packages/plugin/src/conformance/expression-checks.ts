import {
  constant,
  type DType,
  evaluate,
  formatType,
  gradient,
  input,
  type Tensor,
  type Type,
  type Value,
  write,
} from "@neurite/tensor";
import type { Constraint, Regularizer } from "../scope";
import type { Schedule } from "../training";
import type { Check } from "./finding";
import { gradientFaults } from "./gradient-checks";
import { constantValue, sampleValue } from "./sample-values";

/** A kind that is one expression of one tensor. */
interface Expression {
  apply(x: Tensor): Tensor;
}

const weights = (dtype: DType): Type => ({ shape: [3, 4], dtype });
const dtypes = ["float32", "float64"] as const;

/** What an expression builds, as text. */
export function expressionText(expression: Expression, type: Type = weights("float64")): string {
  const x = input("x", type);
  return JSON.stringify(write({ inputs: [x], outputs: [expression.apply(x)] }));
}

function purityCheck(make: () => Expression, type?: Type): Check {
  return {
    name: "purity",
    run: () => {
      const expression = make();
      const [first, ...others] = [expression, expression, make()].map((each) => expressionText(each, type));
      return others.every((other) => other === first)
        ? []
        : ["applied twice, it builds two different graphs. Keep no state, and draw no unseeded random numbers."];
    },
  };
}

const numbersOf = (expression: Expression, given: Value): Value => evaluate([expression.apply(constant(given))])[0];
const finite = ({ data }: Value) => data.every((n: number) => Number.isFinite(n));

/** The checks of a regularizer: one number, with a gradient that agrees with differences and exists at 0. */
export function regularizerChecks(make: () => Regularizer): readonly Check[] {
  return [
    {
      name: "one number",
      run: () =>
        dtypes.flatMap((dtype) => {
          const got = formatType(make().apply(input("parameter", weights(dtype))));
          return got === `${dtype} []`
            ? []
            : [`for ${formatType(weights(dtype))} it gives ${got}. Reduce it with sum.`];
        }),
    },
    purityCheck(make),
    {
      name: "gradient",
      run: () => {
        const parameter = input("parameter", weights("float64"));
        const values = new Map([[parameter, sampleValue("parameter", parameter)]]);
        return gradientFaults({ scalar: make().apply(parameter), sources: [parameter], values });
      },
    },
    {
      name: "range",
      run: () => {
        const zero = constant(constantValue(weights("float64"), 0));
        const term = make().apply(zero);
        return evaluate([term, gradient(term, [zero])[0]]).every(finite)
          ? []
          : ["for parameters of 0 the number or its gradient is NaN or infinite. Keep sqrt and division from 0."];
      },
    },
  ];
}

/** The checks of a constraint: it keeps the type, and gives finite numbers also for zeros. */
export function constraintChecks(make: () => Constraint): readonly Check[] {
  return [
    {
      name: "types",
      run: () =>
        dtypes.flatMap((dtype) => {
          const [want, got] = [weights(dtype), make().apply(input("next", weights(dtype)))].map(formatType);
          return want === got ? [] : [`a parameter of ${want} became ${got}. Keep shape and dtype.`];
        }),
    },
    purityCheck(make),
    {
      name: "range",
      run: () =>
        [0, 1, -1, 1e4].flatMap((number) =>
          finite(numbersOf(make(), constantValue(weights("float32"), number)))
            ? []
            : [`for parameters of ${number} a result is NaN or infinite. Keep the division from 0.`],
        ),
    },
  ];
}

/** The checks of a schedule: one finite number in float64 for each step. */
export function scheduleChecks(make: () => Schedule): readonly Check[] {
  const step: Type = { shape: [], dtype: "float64" };
  return [
    {
      name: "one number",
      run: () => {
        const got = formatType(make().apply(input("step", step)));
        return got === "float64 []" ? [] : [`for a step it should give float64 [], got ${got}.`];
      },
    },
    purityCheck(make, step),
    {
      name: "range",
      run: () =>
        [0, 1, 10, 1e3, 1e6].flatMap((n) => {
          const factor = numbersOf(make(), constantValue(step, n));
          return finite(factor) ? [] : [`at step ${n} the factor is ${factor.data[0]}.`];
        }),
    },
  ];
}

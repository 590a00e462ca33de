import {
  allocate,
  constant,
  type DType,
  evaluate,
  formatShape,
  formatType,
  input,
  type Shape,
  sizeOf,
  type Tensor,
  type Type,
  type Value,
  value,
} from "@neurite/tensor";
import type { Optimizer } from "../training";
import type { Question } from "./backend-checks";
import type { Check } from "./finding";

const dtypes = ["float32", "float64"] as const;

/** An optimizer may treat matrices in a way of their own. */
const shapes: readonly Shape[] = [[3], [2, 3]];

/** The checks of an optimizer: it keeps the types of parameters and state, lowers Σ (w - goal)², and is decided by what it is given. */
export function optimizerChecks(make: () => Optimizer): readonly Check[] {
  return [
    { name: "types", run: () => dtypes.flatMap((dtype) => typeFaults(make(), dtype)) },
    { name: "descent", run: () => eachCase((dtype, shape) => descentFaults(make(), dtype, shape)) },
    { name: "no gradient", run: () => shapes.flatMap((shape) => stillFaults(make(), shape)).slice(0, 1) },
    { name: "learning rate", run: () => shapes.flatMap((shape) => rateFaults(make(), shape)).slice(0, 1) },
    {
      name: "determinism",
      run: () => {
        const optimizer = make();
        const [first, ...others] = [optimizer, optimizer, make()].map(descentText);
        return others.every((other) => other === first)
          ? []
          : [
              "the same steps gave two different results. Keep what goes on from step to step in its state, and draw no unseeded random numbers.",
            ];
      },
    },
  ];
}

const eachCase = (faults: (dtype: (typeof dtypes)[number], shape: Shape) => readonly string[]): readonly string[] =>
  dtypes.flatMap((dtype) => shapes.flatMap((shape) => faults(dtype, shape)));

/** Where five steps lead, as text. */
export function descentText(optimizer: Optimizer): string {
  const ends = shapes.map((shape) => descend(optimizer, { dtype: "float64", shape, steps: 5 }));
  return ends
    .flatMap(({ parameter, state }) => [parameter, ...state.values()].map(({ data }) => data.join()))
    .join(";");
}

interface Standing {
  readonly parameter: Value;
  readonly state: ReadonlyMap<string, Value>;
}

/** One step, with the gradient of Σ (w - goal)² times `steepness`; `as` makes tensors of what is held. */
function stepFrom(
  optimizer: Optimizer,
  { parameter, state }: Standing,
  step: number,
  {
    steepness = 1,
    rate = 0.05,
    as = constant,
  }: Pick<Descent, "steepness" | "rate"> & { as?: (value: Value) => Tensor } = {},
) {
  const w = as(parameter);
  return optimizer.update({
    parameter: w,
    gradient: w.sub(constant(goal(parameter))).mul(2 * steepness),
    state: Object.fromEntries([...state].map(([slot, held]) => [slot, as(held)])),
    learningRate: constant(rate, w.dtype),
    step: constant(step, "float64"),
    decay: true,
  });
}

/** The first step and the fourth: what they make of the parameter and of each slot. */
export function optimizerQuestions(optimizer: Optimizer, dtype: (typeof dtypes)[number]): readonly Question[] {
  return shapes.flatMap((shape) => [0, 3].map((step) => questionAt(optimizer, { dtype, shape, step })));
}

function questionAt(optimizer: Optimizer, { dtype, shape, step }: Omit<Descent, "steps"> & { step: number }): Question {
  const values = new Map<Tensor, Value>();
  const as = (value: Value) => {
    const symbol = input(`held ${values.size}`, value);
    values.set(symbol, value);
    return symbol;
  };
  const next = stepFrom(optimizer, descend(optimizer, { dtype, shape, steps: step }), step, { as });
  const results = [["the parameter", next.parameter] as const, ...Object.entries(next.state)];
  return { where: `step ${step} of the shape ${formatShape(shape)}`, values, results };
}

/** A parameter with the state that an optimizer keeps for it, all zeros. */
function standingAt(optimizer: Optimizer, parameter: Value): Standing {
  const { shape, dtype } = parameter;
  const slots = Object.entries(optimizer.state({ shape, dtype }));
  return {
    parameter,
    state: new Map(slots.map(([slot, type]) => [slot, { ...type, data: allocate(type.dtype, sizeOf(type.shape)) }])),
  };
}

/** 1, -2, 3, and for a matrix -3, 1, 1 below them. */
const start = (dtype: DType, shape: Shape): Value =>
  value([1, -2, 3, -3, 1, 1].slice(0, sizeOf(shape)), { dtype, shape });

/** Twice as far from 0 as the start: who only makes parameters smaller moves away from it. */
const goal = ({ dtype, shape }: Type): Value => {
  const { data } = start(dtype, shape);
  return { dtype, shape, data: data.map((n: number) => 2 * n) as Value["data"] };
};

const distance = (value: Value) => {
  const { data } = goal(value);
  return Array.from<number>(value.data).reduce((sum, n, i) => sum + (n - (data[i] as number)) ** 2, 0);
};

interface Descent {
  readonly dtype: (typeof dtypes)[number];
  readonly shape: Shape;
  readonly steps: number;
  /** The gradient's size as a multiple of that of Σ (w - goal)². */
  readonly steepness?: number;
  /** The learning rate. */
  readonly rate?: number;
}

function descend(optimizer: Optimizer, { dtype, shape, steps, ...sizes }: Descent): Standing {
  let standing = standingAt(optimizer, start(dtype, shape));
  for (let step = 0; step < steps; step++) {
    const next = stepFrom(optimizer, standing, step, sizes);
    const slots = Object.keys(next.state);
    const tensors: readonly Tensor[] = [next.parameter, ...slots.map((slot) => next.state[slot] as Tensor)];
    const [parameter, ...held] = evaluate(tensors) as readonly [Value, ...Value[]];
    standing = { parameter, state: new Map(slots.map((slot, i) => [slot, held[i] as Value])) };
  }
  return standing;
}

/** Whether a step gives the parameter and each slot back as they were taken, of three numbers, of a matrix and of a single one. */
function typeFaults(optimizer: Optimizer, dtype: DType): readonly string[] {
  return [...shapes, []].flatMap((shape) => {
    const parameter = start(dtype, shape);
    const standing = standingAt(optimizer, parameter);
    const next = stepFrom(optimizer, standing, 0);
    const faults: string[] = [];
    const compare = (name: string, before: Type, after: Type | undefined) => {
      if (after && formatType(after) === formatType(before)) return;
      faults.push(
        `${name} of ${formatType(before)} became ${after ? formatType(after) : "nothing"}. Give every number back in its type.`,
      );
    };
    compare("the parameter", parameter, next.parameter);
    for (const [slot, held] of standing.state) compare(`the slot "${slot}"`, held, next.state[slot]);
    for (const slot of Object.keys(next.state)) {
      if (!standing.state.has(slot)) faults.push(`the slot "${slot}" comes out of update, but state does not name it.`);
    }
    return faults;
  });
}

function descentFaults(optimizer: Optimizer, dtype: Descent["dtype"], shape: Shape): readonly string[] {
  const { parameter, state } = descend(optimizer, { dtype, shape, steps: 50 });
  const [begin, end] = [distance(start(dtype, shape)), distance(parameter)];
  const odd = [...state].find(([, { data }]) => data.some((n: number) => !Number.isFinite(n)));
  const where = `after 50 steps in ${dtype} from the shape ${formatShape(shape)},`;
  return [
    ...(end < begin
      ? []
      : [`${where} Σ (w - goal)² should be below its start of ${begin}, got ${end}. Move against the gradient.`]),
    ...(odd ? [`${where} the slot "${odd[0]}" is not finite.`] : []),
  ];
}

/** Whether schedules work: with a learning rate of 0 nothing moves. */
function rateFaults(optimizer: Optimizer, shape: Shape): readonly string[] {
  const { parameter } = descend(optimizer, { dtype: "float64", shape, steps: 1, rate: 0 });
  const { data } = start("float64", shape);
  const at = parameter.data.findIndex((n: number, i: number) => n !== data[i]);
  return at < 0
    ? []
    : [
        `with a learning rate of 0 a step moves ${data[at]} to ${parameter.data[at]}. Multiply the step by learningRate, so that schedules work.`,
      ];
}

/** Whether a gradient of 0, which a dead unit has, leaves numbers. */
function stillFaults(optimizer: Optimizer, shape: Shape): readonly string[] {
  const { parameter } = descend(optimizer, { dtype: "float64", shape, steps: 2, steepness: 0 });
  const odd = Array.from<number>(parameter.data).find((n) => !Number.isFinite(n));
  return odd === undefined
    ? []
    : [`with a gradient of 0 the parameter became ${odd}. Keep the division from 0 with an epsilon.`];
}

import { NeuriteError } from "../error";
import type { GradientRule, Primitive } from "../primitive";
import { sameShape, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { allocate, formatType, isFloat, type Type, type Value } from "../value";

const noShape: Type = { shape: [], dtype: "int32" };

function splitInputs<T>(inputs: readonly T[], constants: number, carries: number) {
  return {
    constants: inputs.slice(0, constants),
    carries: inputs.slice(constants, constants + carries),
    sequences: inputs.slice(constants + carries),
  };
}

/** One slice of a sequence, without copying. */
function sliceOf(x: Value, step: number): Value {
  const shape = x.shape.slice(1);
  const size = sizeOf(shape);
  return { shape, dtype: x.dtype, data: x.data.subarray(step * size, (step + 1) * size) };
}

/**
 * A loop: `body(constants, carries, slices, step)` gives the next carries and one slice of each output.
 *
 * Outputs: the last carries, the stacked outputs, and the history of each carry before its step, so that the gradient
 * runs the forward loop only once.
 */
export const scan: Primitive<"scan"> = {
  infer: (inputs, { body, constants, carries, length }) => {
    if (![constants, carries, length].every((n) => Number.isSafeInteger(n) && n >= 0)) {
      throw new NeuriteError(
        "bad-argument",
        `scan: constants, carries and length should be whole numbers from 0 up, got ${constants}, ${carries} and ${length}. Build it with the function scan.`,
      );
    }
    const parts = splitInputs(inputs, constants, carries);
    const expected = [
      ...parts.constants,
      ...parts.carries,
      ...parts.sequences.map((s) => ({ shape: s.shape.slice(1), dtype: s.dtype })),
      noShape,
    ].map(formatType);
    if (expected.join() !== body.inputs.map(formatType).join()) {
      throw new NeuriteError(
        "bad-shape",
        `scan: the body should take ${expected.join(", ")}, it takes ${body.inputs.map(formatType).join(", ")}. Build it with the function scan.`,
      );
    }
    parts.carries.forEach((carry, i) => {
      const next = body.outputs[i];
      if (!next || next.dtype !== carry.dtype || !sameShape(next.shape, carry.shape)) {
        throw new NeuriteError(
          "bad-shape",
          `scan: carry ${i} should keep its type, got ${formatType(carry)} before and ${next ? formatType(next) : "nothing"} after a step. Make the body return the type it takes.`,
        );
      }
    });
    for (const sequence of parts.sequences) {
      if (sequence.shape[0] !== length) {
        throw new NeuriteError(
          "bad-shape",
          `scan: a sequence should have ${length} steps along its first axis, got ${formatType(sequence)}. Transpose it, or give all sequences one length.`,
        );
      }
    }
    const stacked = (t: Type): Type => ({ shape: [length, ...t.shape], dtype: t.dtype });
    return [...parts.carries, ...body.outputs.slice(carries).map(stacked), ...parts.carries.map(stacked)];
  },
  evaluate: (inputs, { body, constants, carries, length, reverse }, outputs, run, used) => {
    const parts = splitInputs(inputs, constants, carries);
    // the history of a carry is as long as the loop: one that nobody reads gets no memory
    const stacks = outputs.slice(carries).map((type, i) => ({
      ...type,
      data: allocate(type.dtype, used?.[carries + i] === false ? 0 : sizeOf(type.shape)),
    }));
    const histories = stacks.length - carries;
    const put = (stack: Value | undefined, step: number, slice: Value) => {
      if (stack && stack.data.length > 0) stack.data.set(slice.data, step * slice.data.length);
    };
    let current: readonly Value[] = parts.carries;
    for (let i = 0; i < length; i++) {
      const step = reverse ? length - 1 - i : i;
      const slices = parts.sequences.map((sequence) => sliceOf(sequence, step));
      const position: Value = { ...noShape, data: Int32Array.of(step) };
      for (const [c, carry] of current.entries()) put(stacks[histories + c], step, carry);
      const results = run(body, [...parts.constants, ...current, ...slices, position]);
      for (const [o, slice] of results.slice(carries).entries()) put(stacks[o], step, slice);
      current = results.slice(0, carries);
    }
    return [...current, ...stacks];
  },
  gradient: (...rule) => gradient(...rule),
};

/** Which positions of a list hold numbers that a gradient can flow to. */
function floatPositions(list: readonly Type[], needed?: readonly boolean[]): number[] {
  return list.flatMap((type, i) => (isFloat(type.dtype) && needed?.[i] !== false ? [i] : []));
}

function pick<T>(list: readonly T[], positions: readonly number[]): T[] {
  return positions.flatMap((i) => list.slice(i, i + 1));
}

/**
 * The gradient of a scan is a scan the other way round, over the history of the carries.
 *
 * Its body works on the inputs of the forward body themselves (constants, carries, slices, step) and on the gradients
 * that come in; it carries the gradients of the carries and adds up those of the constants.
 */
const gradient: GradientRule<"scan"> = (node, outputs, cotangents, build, needed) => {
  const { body, constants, carries, length, reverse } = node.attributes;
  const parts = splitInputs(node.inputs, constants, carries);
  const inner = splitInputs(body.inputs.slice(0, -1), constants, carries);
  const step = body.inputs.slice(-1);
  const histories = outputs.slice(body.outputs.length);

  const toConstants = floatPositions(parts.constants, needed);
  const toCarries = floatPositions(parts.carries);
  const toSequences = floatPositions(parts.sequences, needed.slice(constants + carries));
  const fromOutputs = floatPositions(body.outputs.slice(carries));
  const orZeros = (g: Tensor | undefined, like: Type) => g ?? build.number(0, like);
  const inputLike = (name: string) => (t: Type) => build.input(name, { shape: t.shape, dtype: t.dtype });

  const carryGradients = pick(inner.carries, toCarries).map(inputLike("carry gradient"));
  const totals = pick(inner.constants, toConstants).map(inputLike("constant gradient"));
  const outputGradients = pick(body.outputs.slice(carries), fromOutputs).map(inputLike("output"));
  const historyGradients = pick(inner.carries, toCarries).map(inputLike("history gradient"));

  const found = build.pullback(
    [...pick(body.outputs, toCarries), ...pick(body.outputs.slice(carries), fromOutputs)],
    [...pick(inner.carries, toCarries), ...pick(inner.constants, toConstants), ...pick(inner.sequences, toSequences)],
    [...carryGradients, ...outputGradients],
  );
  const added = [...historyGradients, ...totals]; // in the order of `found`; the sequences' parts follow as they are
  const results = build.make(
    "scan",
    [
      ...parts.constants,
      ...toCarries.map((i) => orZeros(cotangents[i], parts.carries[i] as Tensor)),
      ...pick(parts.constants, toConstants).map((t) => build.number(0, t)),
      ...histories,
      ...parts.sequences,
      ...fromOutputs.map((i) => orZeros(cotangents[carries + i], outputs[carries + i] as Tensor)),
      ...toCarries.map((i) => orZeros(cotangents[body.outputs.length + i], histories[i] as Tensor)),
    ],
    {
      body: {
        inputs: [
          ...inner.constants,
          ...carryGradients,
          ...totals,
          ...inner.carries,
          ...inner.sequences,
          ...outputGradients,
          ...historyGradients,
          ...step,
        ],
        outputs: found.map((g, i) => (i < added.length ? g.add(added[i] as Tensor) : g)),
      },
      constants,
      carries: added.length,
      length,
      reverse: !reverse,
    },
  );
  const answer = new Array<Tensor | undefined>(node.inputs.length).fill(undefined);
  const place = (positions: readonly number[], from: number, first: number) =>
    positions.forEach((i, at) => {
      answer[from + i] = results[first + at];
    });
  place(toCarries, constants, 0);
  place(toConstants, 0, toCarries.length);
  place(toSequences, constants + carries, added.length);
  return answer;
};

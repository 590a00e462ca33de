// Optimizers: ten steps of one case on one backend, from given gradients or from those of a linear network.
import type { Optimizer } from "@neurite/plugin";
import { type Backend, constant, type DType, gradient, input, type Program, type Tensor } from "@neurite/tensor";
import { beyondFloat32, misses } from "./compare";
import { asValue, type Case, numbersOf, type Vector } from "./read-vector";
import { optimizerOf } from "./torch-optimizer";

/** What is not as the file says. */
export function optimizerMisses(
  vector: Vector,
  one: Case,
  dtype: "float32" | "float64",
  backend: Backend,
): readonly string[] {
  const { optimizer, learningRate } = optimizerOf(vector, one);
  if (optimizer.mode === "full") throw new Error(`${vector.id}: it takes no steps of its own.`);
  const { params = {}, inputs = {}, steps = [] } = one;
  const running = backend.compile(stepProgram(optimizer, one, learningRate, dtype));
  for (const [name, numbers] of Object.entries(params)) running.write(name, asValue(numbers, dtype));

  let wild = false; // from a gradient on that float32 does not hold, only NaN is looked for
  return steps.flatMap((step) => {
    const grads = Object.entries(step.grads ?? {});
    const given = Object.keys(inputs).length === 0 ? grads : Object.entries(inputs);
    const got = running.run(
      "step",
      Object.fromEntries(given.map(([name, numbers]) => [name, asValue(numbers, dtype)])),
    );
    wild ||= dtype === "float32" && grads.some(([, numbers]) => numbersOf(numbers).some(beyondFloat32));
    const miss = (what: string, numbers: ArrayLike<number>, expected: readonly number[]) =>
      misses(`step ${step.step}, ${what}`, numbers, expected, vector.tolerance[dtype], () => wild);
    return [
      ...(step.loss_before === undefined ? [] : miss("loss", got.loss?.data ?? [], [step.loss_before])),
      ...grads.flatMap(([name, numbers]) =>
        miss(`gradient of ${name}`, got[`gradient ${name}`]?.data ?? [], numbersOf(numbers)),
      ),
      ...Object.entries(step.params_after).flatMap(([name, numbers]) =>
        miss(name, running.read(name).data, numbersOf(numbers)),
      ),
    ];
  });
}

/** One step: the gradients come in, or are those of `mean((x · weightᵀ + bias - y)²)`. */
function stepProgram(optimizer: Optimizer, one: Case, learningRate: number, dtype: DType): Program {
  const symbols = (named: Case["params"]) =>
    Object.fromEntries(
      Object.entries(named ?? {}).map(([name, numbers]) => [name, input(name, asValue(numbers, dtype))]),
    );
  const params = symbols(one.params);
  const data = symbols(one.inputs);
  const names = Object.keys(params);
  const parameter = (name: string) => params[name] as Tensor;
  const loss = data.x && data.y ? linearLoss(data.x, data.y, parameter("weight"), parameter("bias")) : undefined;
  const slopes = loss
    ? gradient(loss, names.map(parameter))
    : names.map((name) => input(`gradient ${name}`, parameter(name)));

  const step = input("made steps", { shape: [], dtype: "float64" });
  const state: Record<string, Tensor> = { ...params, "made steps": step };
  const updates: Record<string, Tensor> = { "made steps": step.add(1) };
  names.forEach((name, i) => {
    const slots = Object.entries(optimizer.state(parameter(name))).map(
      ([slot, type]) => [slot, input(slot, type)] as const,
    );
    for (const [slot, tensor] of slots) state[`${name} ${slot}`] = tensor;
    const next = optimizer.update({
      parameter: parameter(name),
      gradient: slopes[i] as Tensor,
      state: Object.fromEntries(slots),
      learningRate: constant(learningRate, "float64").cast(dtype),
      step,
      decay: true, // PyTorch decays biases too
    });
    updates[name] = next.parameter;
    for (const [slot] of slots) updates[`${name} ${slot}`] = next.state[slot] as Tensor;
  });
  const outputs = {
    ...Object.fromEntries(names.map((name, i) => [`gradient ${name}`, slopes[i] as Tensor])),
    ...(loss && { loss }),
  };
  const inputs = loss ? data : Object.fromEntries(names.map((name, i) => [name, slopes[i] as Tensor]));
  return { state, entries: { step: { inputs, outputs, updates } } };
}

function linearLoss(x: Tensor, y: Tensor, weight: Tensor, bias: Tensor): Tensor {
  const miss = x.matmul(weight, { transposeB: true }).add(bias).sub(y);
  return miss.mul(miss).mean();
}

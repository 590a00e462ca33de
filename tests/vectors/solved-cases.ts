// Activations, layers and losses: outputs, gradients and buffers of one case on one backend.
import { type Backend, constant, type DType, gradient, input, type Tensor } from "@neurite/tensor";
import { beyondFloat32, misses } from "./compare";
import { withLimits } from "./limits";
import { mapped } from "./made";
import type { Solve } from "./problem";
import { asValue, type Case, type Numbers, numbersOf, type Vector } from "./read-vector";
import { type Held, runGraph } from "./run-graph";
import { solveActivation } from "./solve-activation";
import { solveLayer } from "./solve-layer";
import { solveLoss } from "./solve-loss";

const solvers: Readonly<Record<string, Solve>> = {
  activation: solveActivation,
  layer: solveLayer,
  loss: solveLoss,
};

/** What is not as the file says. */
export function solvedMisses(
  vector: Vector,
  one: Case,
  dtype: "float32" | "float64",
  backend: Backend,
): readonly string[] {
  const held = new Map(
    Object.entries({ ...one.inputs, ...one.params, ...one.buffers_before }).map(([name, numbers]) => [
      name,
      heldOf(name, numbers, dtype),
    ]),
  );
  const symbol = (name: string): Tensor => {
    const found = held.get(name);
    if (!found) throw new Error(`${vector.id}, ${one.name}: there is no ${name}.`);
    return found.tensor;
  };
  const { outputs, buffers = {} } = mapped(
    solvers,
    vector.kind,
  )({ vector, one, dtype, symbol, has: (name) => held.has(name) });

  const expected: [name: string, tensor: Tensor | undefined, numbers: Numbers][] = [
    ...Object.entries(one.outputs ?? {}).map(([name, numbers]): (typeof expected)[number] => [
      name,
      outputs[name],
      one.exact?.[name] ?? withLimits(vector, one, numbers),
    ]),
    ...Object.entries(one.buffers_after ?? {})
      .filter(([name]) => name !== "num_batches_tracked") // a count that neurite does not keep
      .map(([name, numbers]): (typeof expected)[number] => [name, buffers[name], numbers]),
  ];
  const slopes = Object.entries(one.grads ?? {});
  if (slopes.length > 0) {
    const scalar = Object.entries(one.upstream ?? {})
      .map(([name, numbers]) =>
        outputOf(name, outputs)
          .mul(constant(asValue(numbers, dtype)))
          .sum(),
      )
      .reduce((a, b) => a.add(b));
    const found = gradient(
      scalar,
      slopes.map(([name]) => symbol(name)),
    );
    slopes.forEach(([name, numbers], i) => {
      expected.push([`gradient of ${name}`, found[i], numbers]);
    });
  }
  const wanted = expected.map(([name, tensor]) => [name, tensor ?? outputOf(name, outputs)] as const);
  const got = runGraph(backend, [...held.values()], Object.fromEntries(wanted));

  const beyond = Object.values({ ...one.inputs, ...one.params }).map((numbers) =>
    numbersOf(numbers).map(beyondFloat32),
  );
  return expected.flatMap(([name, , numbers]) => {
    const want = numbersOf(numbers);
    // numbers that float32 cannot hold touch only their own place where the function goes element by element
    const own = beyond.length === 1 && beyond[0]?.length === want.length && vector.id !== "activation/softmax";
    const loose = (at: number) =>
      dtype === "float32" &&
      (beyondFloat32(want[at] ?? 0) || (own ? beyond[0]?.[at] === true : beyond.some((list) => list.includes(true))));
    return misses(name, got[name]?.data ?? [], want, vector.tolerance[dtype], loose);
  });
}

function heldOf(name: string, numbers: Numbers, dtype: DType): Held {
  const value = asValue(numbers, dtype);
  return { tensor: input(name, value), value };
}

function outputOf(name: string, outputs: Readonly<Record<string, Tensor>>): Tensor {
  const found = outputs[name];
  if (!found) throw new Error(`There is no output ${name}; those are ${Object.keys(outputs).join(", ")}.`);
  return found;
}

import { NeuriteError } from "./error";
import type { Graph } from "./graph";
import type { Backend, Entry, Executable, Program } from "./program";
import { checkValue, runGraph } from "./run";
import { sizeOf } from "./shape";
import { simplify } from "./simplify";
import type { Tensor } from "./tensor";
import { allocate, type Value } from "./value";

/** An entry as one graph: state and inputs in; outputs, next state and guard out. */
interface Prepared {
  readonly graph: Graph;
  readonly inputs: readonly (readonly [string, Tensor])[];
  readonly outputs: readonly string[];
  readonly updates: readonly string[];
  readonly guarded: boolean;
}

function prepare(program: Program, entry: Entry): Prepared {
  const inputs = Object.entries(entry.inputs);
  const outputs = Object.keys(entry.outputs);
  const updates = Object.keys(entry.updates);
  const results = [
    ...Object.values(entry.outputs),
    ...Object.values(entry.updates),
    ...(entry.guard ? [entry.guard] : []),
  ];
  const graph = {
    inputs: [...Object.values(program.state), ...inputs.map(([, tensor]) => tensor)],
    outputs: simplify(results),
  };
  return { graph, inputs, outputs, updates, guarded: entry.guard !== undefined };
}

function zeros(tensor: Tensor): Value {
  const { shape, dtype } = tensor;
  return { shape, dtype, data: allocate(dtype, sizeOf(shape)) };
}

/**
 * The backend that anyone can read: one operation after the other, in plain JavaScript.
 *
 * It is the measure for every other backend and takes over where WebAssembly is not allowed. `exp`, `tanh` and the like are JavaScript's
 * own here, whose last bits differ between engines.
 */
export const interpreter: Backend = {
  name: "interpreter",
  compile(program) {
    const names = Object.keys(program.state);
    const state = new Map(names.map((name) => [name, zeros(program.state[name] as Tensor)]));
    const prepared = new Map<string, Prepared>();
    const entryOf = (name: string): Prepared => {
      const entry = Object.hasOwn(program.entries, name) ? program.entries[name] : undefined;
      if (!entry) throw unknownName("entry", name, Object.keys(program.entries));
      const ready = prepared.get(name) ?? prepare(program, entry);
      prepared.set(name, ready);
      return ready;
    };
    const slot = (name: string): Value => {
      const found = state.get(name);
      if (!found) throw unknownName("state", name, names);
      return found;
    };

    const execute = (entry: Prepared, inputs: readonly Value[]) => {
      const results = runGraph(entry.graph, [...state.values(), ...inputs]);
      const outputs = results.slice(0, entry.outputs.length);
      const guard = entry.guarded ? results[results.length - 1] : undefined;
      const committed = guard === undefined || guard.data[0] !== 0;
      if (committed) {
        entry.updates.forEach((name, i) => {
          state.set(name, results[entry.outputs.length + i] as Value);
        });
      }
      return { outputs, committed };
    };

    const executable: Executable = {
      run(name, inputs = {}) {
        const entry = entryOf(name);
        const values = entry.inputs.map(([key, tensor]) => {
          const given = inputs[key];
          if (!given) throw unknownName("input", key, Object.keys(inputs));
          checkValue(name, key, tensor, given);
          return given;
        });
        const { outputs } = execute(entry, values);
        return Object.fromEntries(entry.outputs.map((key, i) => [key, outputs[i] as Value]));
      },
      repeat(name, times) {
        const entry = entryOf(name);
        for (let done = 0; done < times; done++) {
          if (!execute(entry, []).committed) return done;
        }
        return times;
      },
      bind(name) {
        const entry = entryOf(name);
        const [input] = entry.inputs;
        if (entry.inputs.length !== 1 || entry.outputs.length !== 1 || !input) {
          throw new NeuriteError(
            "bad-argument",
            `bind: the entry "${name}" should have one input and one output, got ${entry.inputs.length} and ${entry.outputs.length}. Use run.`,
          );
        }
        const [key, { shape, dtype }] = input;
        return (data, output) => {
          const given: Value = { shape, dtype, data };
          checkValue(name, key, input[1], given);
          const [result] = execute(entry, [given]).outputs;
          if (result) output.set(result.data);
        };
      },
      read(name) {
        const held = slot(name);
        return { ...held, data: held.data.slice() };
      },
      write(name, given) {
        checkValue("write", name, slot(name), given);
        state.set(name, { shape: given.shape, dtype: given.dtype, data: given.data.slice() });
      },
    };
    return executable;
  },
};

function unknownName(what: string, name: string, known: readonly string[]): NeuriteError {
  return new NeuriteError(
    "bad-argument",
    `The ${what} "${name}" is not there. There are: ${known.join(", ") || "none"}. Use one of these names.`,
  );
}

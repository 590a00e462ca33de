import { checkProgram, checkTimes, missingInput, notBindable, own, unknownName } from "./check-program";
import type { Graph } from "./graph";
import type { Backend, Entry, Executable, Program } from "./program";
import { checkValue, runGraph } from "./run";
import { simplify } from "./simplify";
import type { Tensor } from "./tensor";
import { type Value, zeros } from "./value";

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

/** A value of its own: nobody can write through it into the state, or from the state into it. */
function copy({ shape, dtype, data }: Value): Value {
  return { shape, dtype, data: data.slice() };
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
    checkProgram(program);
    const names = Object.keys(program.state);
    const state = new Map(names.map((name) => [name, zeros(program.state[name] as Tensor)]));
    const prepared = new Map<string, Prepared>();
    const entryOf = (name: string): Prepared => {
      const entry = own(program.entries, name);
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
        const foreign = new Set(inputs.map(({ data }) => data.buffer)); // what a caller holds must not become state
        entry.updates.forEach((name, i) => {
          const next = results[entry.outputs.length + i] as Value;
          state.set(name, foreign.has(next.data.buffer) ? copy(next) : next);
        });
      }
      return { outputs, committed };
    };

    const executable: Executable = {
      run(name, inputs = {}) {
        const entry = entryOf(name);
        const known = entry.inputs.map(([key]) => key);
        const stray = Object.keys(inputs).find((key) => !known.includes(key));
        if (stray !== undefined) throw unknownName("input", stray, known);
        const values = entry.inputs.map(([key, tensor]) => {
          const given = own(inputs, key);
          if (!given) throw missingInput(name, key, tensor);
          checkValue(name, key, tensor, given);
          return given;
        });
        const { outputs } = execute(entry, values);
        return Object.fromEntries(entry.outputs.map((key, i) => [key, copy(outputs[i] as Value)]));
      },
      repeat(name, times) {
        const entry = entryOf(name);
        const [needed] = entry.inputs;
        if (needed) throw missingInput(name, ...needed);
        checkTimes(times);
        for (let done = 0; done < times; done++) {
          if (!execute(entry, []).committed) return done;
        }
        return times;
      },
      bind(name) {
        const entry = entryOf(name);
        const [input] = entry.inputs;
        if (entry.inputs.length !== 1 || entry.outputs.length !== 1 || !input) {
          throw notBindable(name, entry.inputs.length, entry.outputs.length);
        }
        const [key, { shape, dtype }] = input;
        return (data, output) => {
          const given: Value = { shape, dtype, data };
          checkValue(name, key, input[1], given);
          const [result] = execute(entry, [given]).outputs;
          if (!result) return;
          checkValue(name, entry.outputs[0] ?? "", result, { ...result, data: output });
          output.set(result.data);
        };
      },
      read(name) {
        return copy(slot(name));
      },
      write(name, given) {
        checkValue("write", name, slot(name), given);
        state.set(name, copy(given));
      },
    };
    return executable;
  },
};

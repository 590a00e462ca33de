import { checkProgram } from "./check-program";
import { createExecutable } from "./executable";
import type { Backend, Entry, Program } from "./program";
import { runGraph } from "./run";
import { simplify } from "./simplify";
import { type Type, type Value, zeros } from "./value";

/** An entry as one graph: state and inputs in; outputs, next state and guard out. */
function graphOf(program: Program, { inputs, outputs, updates, guard }: Entry) {
  const results = [...Object.values(outputs), ...Object.values(updates), ...(guard ? [guard] : [])];
  return { inputs: [...Object.values(program.state), ...Object.values(inputs)], outputs: simplify(results) };
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
    const state = new Map(Object.entries(program.state).map(([name, tensor]) => [name, zeros(tensor)]));
    return createExecutable(program, {
      ready(entry) {
        const graph = graphOf(program, entry);
        const [outputCount, updated] = [Object.keys(entry.outputs).length, Object.keys(entry.updates)];
        const [type] = Object.values(entry.inputs);
        const execute = (inputs: readonly Value[]) => {
          const results = runGraph(graph, [...state.values(), ...inputs]);
          const outputs = results.slice(0, outputCount);
          const committed = !entry.guard || results.at(-1)?.data[0] !== 0;
          if (committed) {
            const foreign = new Set(inputs.map(({ data }) => data.buffer)); // what a caller holds must not become state
            updated.forEach((name, i) => {
              const next = results[outputCount + i] as Value;
              state.set(name, foreign.has(next.data.buffer) ? copy(next) : next);
            });
          }
          return { outputs, committed };
        };
        return {
          run: (inputs) => execute(inputs).outputs.map(copy),
          repeat(times) {
            for (let done = 0; done < times; done++) if (!execute([]).committed) return done;
            return times;
          },
          bind: () => (data, output) => {
            const { shape, dtype } = type as Type;
            output.set((execute([{ shape, dtype, data }]).outputs[0] as Value).data);
          },
        };
      },
      read: (name) => copy(state.get(name) as Value),
      write: (name, given) => state.set(name, copy(given)),
    });
  },
};

import { constant, type Entry, input, type Program, type Tensor } from "@neurite/tensor";
import fc from "fast-check";
import type { Action } from "./first-difference";
import { drawFrom, fit, tame } from "./pool";
import { type Choices, choices, graphFrom, inputs, randomValue } from "./random-graph";

/** A program, and what is done with it. */
export interface RandomProgram {
  readonly program: Program;
  readonly actions: readonly Action[];
}

const ports = (list: readonly Tensor[]) =>
  Object.fromEntries(list.map((t) => [t.node.op === "input" ? t.node.attributes.name : "", t]));

/** One entry without state: the last tensors of a random graph, and its inputs. */
export const randomGraphs = (most: number): fc.Arbitrary<RandomProgram> =>
  fc
    .record({ given: inputs("x", 3), chosen: choices(most), seed: fc.nat(99999), wild: fc.nat(3), count: fc.nat(5) })
    .map(({ given, chosen, seed, wild, count }) => {
      const made = graphFrom(given, chosen);
      const outputs = Object.fromEntries(made.slice(-1 - count).map((t, i) => [`y${i}`, t]));
      const entry = { inputs: ports(given), outputs, updates: {} };
      const values = Object.fromEntries(given.map((t, i) => [`x${i}`, randomValue(t, seed + i, wild === 0)]));
      return {
        program: { state: {}, entries: { run: entry } },
        actions: [{ type: "run", entry: "run", inputs: values } as const],
      };
    });

interface EntryPlan {
  readonly given: readonly Tensor[];
  readonly chosen: Choices;
  readonly numbers: readonly number[];
}

/** An entry that reads all of the state, and sets some of it. */
function entryOf(state: readonly Tensor[], { given, chosen, numbers }: EntryPlan): Entry {
  const draw = drawFrom(numbers);
  const made = graphFrom([...state, ...given], chosen);
  const some = (): Tensor => made[made.length - 1 - draw.below(made.length)] as Tensor;
  const outputs: Record<string, Tensor> = {};
  for (let i = draw.below(4); i > 0; i--) outputs[`y${i}`] = some();
  if (draw.below(3) === 0) outputs.same = some();
  if (draw.below(3) === 0 && outputs.y1) outputs.twice = outputs.y1;
  const updates: Record<string, Tensor> = {};
  for (const [i, s] of state.entries()) {
    const way = draw.below(6);
    const other = state[draw.below(state.length)] as Tensor;
    const fitting = made.filter((t) => t.dtype === s.dtype);
    const next = fitting[fitting.length - 1 - draw.below(fitting.length)] as Tensor;
    if (way === 0) continue;
    if (way === 1 && other.dtype === s.dtype) updates[`s${i}`] = fit(other, s.shape, draw);
    else if (way === 2 && s.dtype !== "bool") updates[`s${i}`] = s.add(1);
    else if (way === 3 && s.dtype !== "bool") updates[`s${i}`] = s.add(tame(fit(next, s.shape, draw), draw));
    else updates[`s${i}`] = tame(fit(next, s.shape, draw), draw);
  }
  const way = draw.below(4);
  if (way === 0) return { inputs: ports(given), outputs, updates };
  const whole = made.filter((t) => t.dtype === "int32" || t.dtype === "bool");
  const asked = fit(whole[whole.length - 1 - draw.below(whole.length)] ?? constant(1, "int32"), [], draw);
  const guard = asked.dtype === "bool" ? asked : asked.less(2 + draw.below(5));
  return { inputs: ports(given), outputs: { ...outputs, guard }, updates, guard };
}

const entryPlan = (most: number) =>
  fc.record({
    given: fc.oneof(fc.constant<readonly Tensor[]>([]), inputs("x", 2)),
    chosen: choices(most),
    numbers: fc.array(fc.nat(9999), { minLength: 8, maxLength: 24 }),
  });

/** A program with state, some entries and a list of actions. */
export const randomPrograms = (most: number): fc.Arbitrary<RandomProgram> =>
  fc
    .record({
      state: inputs("s", 4),
      plans: fc.array(entryPlan(most), { minLength: 1, maxLength: 3 }),
      seed: fc.nat(99999),
      wild: fc.nat(3),
      deeds: fc.array(fc.tuple(fc.nat(99), fc.nat(5)), { minLength: 1, maxLength: 6 }),
    })
    .map(({ state, plans, seed, wild, deeds }) => {
      const counter = input(`s${state.length}`, { shape: [], dtype: "int32" });
      const all = [...state, counter];
      const entries = Object.fromEntries(plans.map((plan, i) => [`e${i}`, entryOf(all, plan)]));
      const actions: Action[] = state.map((t, i) => ({
        type: "write",
        state: `s${i}`,
        value: randomValue(t, seed + i, wild === 0),
      }));
      for (const [at, times] of deeds) {
        const i = at % plans.length;
        const given: readonly Tensor[] = plans[i]?.given ?? [];
        const entry = `e${i}`;
        if (given.length === 0 && times > 1) actions.push({ type: "repeat", entry, times });
        else {
          const values = given.map((t, k) => [`x${k}`, randomValue(t, seed + at + k, wild === 0)]);
          actions.push({ type: "run", entry, inputs: Object.fromEntries(values) });
        }
      }
      return { program: { state: ports(all), entries }, actions };
    });

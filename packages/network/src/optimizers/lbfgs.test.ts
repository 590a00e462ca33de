import { describe, expect, it } from "vitest";
import { type LbfgsOptions, lbfgs } from "./lbfgs";
import type { Objective } from "./line-search";

/** Where a minimizer ends, after at most `limit` steps, and how often it asked. */
function minimum(objective: Objective, from: readonly number[], options: LbfgsOptions = {}, limit = 1000) {
  let evaluations = 0;
  const counting: Objective = (point) => {
    evaluations++;
    return objective(point);
  };
  const start = Float64Array.from(from);
  const losses = [objective(start).loss];
  let point: Float64Array = start;
  for (const step of lbfgs(options).steps(counting, start, undefined)) {
    losses.push(step.loss);
    point = step.point;
    if (losses.length > limit) break;
  }
  return { point: [...point], losses, loss: losses.at(-1) as number, evaluations };
}

/** Σ dᵢ pᵢ² / 2 - Σ pᵢ, whose minimum is at 1 / dᵢ. */
const quadratic =
  (sizes: readonly number[]): Objective =>
  (point) => ({
    loss: sizes.reduce((sum, d, i) => sum + (d * (point[i] as number) ** 2) / 2 - (point[i] as number), 0),
    gradient: point.map((p, i) => (sizes[i] as number) * p - 1),
  });

/** Σ 100 (y - x²)² + (1 - x)² over neighbours, a bent valley whose floor leads to (1, …, 1). */
const rosenbrock: Objective = (point) => {
  const gradient = new Float64Array(point.length);
  let loss = 0;
  for (let i = 0; i + 1 < point.length; i++) {
    const [x, y] = [point[i] as number, point[i + 1] as number];
    const bend = y - x * x;
    loss += 100 * bend * bend + (1 - x) ** 2;
    (gradient[i] as number) -= 400 * x * bend + 2 * (1 - x);
    (gradient[i + 1] as number) += 200 * bend;
  }
  return { loss, gradient };
};

/** The mean of log(1 + e^-m) over some rows that no line separates, with m = ±(w x + b), and a little of w². */
const logistic: Objective = (point) => {
  const [w = 0, b = 0] = point;
  const xs = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 300];
  const labels = [-1, -1, -1, 1, -1, 1, -1, 1, 1, 1];
  const gradient = Float64Array.of(0.01 * w, 0);
  let loss = 0.005 * w * w;
  xs.forEach((x, i) => {
    const label = labels[i] as number;
    const margin = label * (w * x + b);
    loss += Math.log1p(Math.exp(-margin)) / xs.length;
    const slope = -label / (1 + Math.exp(margin)) / xs.length;
    (gradient[0] as number) += slope * x;
    (gradient[1] as number) += slope;
  });
  return { loss, gradient };
};

const never = { gradientTolerance: 0, changeTolerance: 0 };

describe("lbfgs", () => {
  it("comes to the minimum of a quadratic in as few passes as PyTorch", () => {
    // PyTorch 2.13.0, LBFGS with strong_wolfe, from the same start: -0.5549999999999997, in 17
    const { loss, point, evaluations } = minimum(quadratic([1, 10, 100]), [3, -2, 1]);
    expect(Math.abs(loss + 0.555)).toBeLessThan(1e-8);
    [1, 0.1, 0.01].forEach((x, i) => {
      expect(point[i]).toBeCloseTo(x, 6);
    });
    expect(evaluations).toBeLessThanOrEqual(17);
  });

  it("follows the valley of Rosenbrock in 2 and 10 dimensions", () => {
    for (const from of [[-1.2, 1], Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? -1.2 : 1))]) {
      // PyTorch asks 46 and 97 times
      const { point, losses, evaluations } = minimum(rosenbrock, from, { changeTolerance: 0 });
      for (const x of point) expect(x).toBeCloseTo(1, 6);
      expect(evaluations).toBeLessThan(100);
      expect(losses.every((loss, i) => i === 0 || loss <= (losses[i - 1] as number))).toBe(true);
    }
  });

  it("comes to the minimum of a quadratic a million times steeper in one direction than in another", () => {
    const sizes = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];
    const from = sizes.map(() => 1);
    const { point, evaluations } = minimum(quadratic(sizes), from, { changeTolerance: 0 });
    sizes.forEach((d, i) => {
      expect(Math.abs((point[i] as number) * d - 1)).toBeLessThan(1e-5);
    });
    expect(evaluations).toBeLessThan(150);
  });

  it("ends a logistic regression where its gradient is 0", () => {
    const { point } = minimum(logistic, [0, 0], { changeTolerance: 0 });
    for (const slope of logistic(Float64Array.from(point)).gradient) expect(Math.abs(slope)).toBeLessThanOrEqual(1e-7);
  });

  it("takes a step that leads to NaN or infinity for too long", () => {
    // -log(x) + x, which is NaN below 0 and has its minimum at 1
    const barrier: Objective = ([x = 0]) => ({
      loss: x > 0 ? x - Math.log(x) : Number.NaN,
      gradient: Float64Array.of(x > 0 ? 1 - 1 / x : Number.NaN),
    });
    expect(minimum(barrier, [30]).point[0]).toBeCloseTo(1, 4);
    expect(minimum(barrier, [1e-3]).point[0]).toBeCloseTo(1, 4);
    const wall: Objective = ([x = 0]) => ({
      loss: x > 2 ? Number.POSITIVE_INFINITY : (x - 3) ** 2,
      gradient: Float64Array.of(2 * (x - 3)),
    });
    const { point, losses } = minimum(wall, [0]);
    expect(point[0]).toBeGreaterThan(1.9);
    expect(losses.every(Number.isFinite)).toBe(true);
  });

  it("leaves a start that is NaN, flat or a minimum as it is", () => {
    const nan: Objective = () => ({ loss: Number.NaN, gradient: Float64Array.of(1) });
    const edge: Objective = () => ({ loss: 0, gradient: Float64Array.of(Number.POSITIVE_INFINITY) });
    const flat: Objective = () => ({ loss: 1, gradient: Float64Array.of(0) });
    for (const objective of [nan, edge, flat]) expect(minimum(objective, [5]).losses.length).toBe(1);
    expect(minimum(quadratic([4]), [0.25])).toMatchObject({ point: [0.25], evaluations: 1 });
  });

  it("gives nothing worse than its start where the gradient is wrong", () => {
    const uphill: Objective = ([x = 0]) => ({ loss: x * x, gradient: Float64Array.of(-2 * x) });
    expect(minimum(uphill, [1])).toMatchObject({ point: [1], losses: [1] });
  });

  it("keeps what it saw, even where the objective uses one array for all gradients", () => {
    const shared = new Float64Array(2);
    const reusing: Objective = (point) => {
      const { loss, gradient } = rosenbrock(point);
      shared.set(gradient);
      point.fill(Number.NaN);
      return { loss, gradient: shared };
    };
    const from = Float64Array.of(-1.2, 1);
    const last = (objective: Objective) => [...lbfgs().steps(objective, from, undefined)].at(-1);
    expect(last(reusing)).toEqual(last(rosenbrock));
    expect([...from]).toEqual([-1.2, 1]);
  });

  it("ends by its tolerances", () => {
    const rough = minimum(rosenbrock, [-1.2, 1], { gradientTolerance: 1, changeTolerance: 0 });
    expect(Math.max(...rosenbrock(Float64Array.from(rough.point)).gradient.map(Math.abs))).toBeLessThanOrEqual(1);
    expect(rough.loss).toBeGreaterThan(1e-4);
    const short = minimum(rosenbrock, [-1.2, 1], { ...never, changeTolerance: 0.1 });
    const [before = 0, last = 0] = short.losses.slice(-2);
    expect(before - last).toBeLessThan(1);
    expect(short.losses.length).toBeLessThan(rough.losses.length);
  });

  it("asks no more often in a line search than it may", () => {
    const { losses, evaluations } = minimum(rosenbrock, [-1.2, 1], { ...never, maxEvaluations: 2 }, 10);
    expect(losses.length).toBe(11);
    expect(evaluations).toBeLessThanOrEqual(1 + 10 * 4); // two searches a step where what it knew led nowhere
  });

  it("tries the step that it is told first", () => {
    const asked: number[] = [];
    const slope: Objective = ([x = 0]) => {
      asked.push(x);
      return { loss: x * x, gradient: Float64Array.of(2 * x) };
    };
    lbfgs({ initialStep: 0.5 }).steps(slope, Float64Array.of(4), undefined)[Symbol.iterator]().next();
    expect(asked.slice(0, 2)).toEqual([4, 3.5]); // half of a move by 1
  });

  it.each([
    ["2 dimensions", rosenbrock, [-1.2, 1]],
    ["4 dimensions of which one is of no use", rosenbrock, [-1.2, 1, 0, -0]],
    ["a quadratic", quadratic([1, 10, 100]), [3, -2, 1]],
  ] as const)("goes on from its memory with the very same bits: %s", (_, objective, from) => {
    const whole = [...lbfgs({ historySize: 3 }).steps(objective, Float64Array.from(from), undefined)];
    expect(whole.length).toBeGreaterThan(2);
    whole.slice(0, -1).forEach(({ point, memory }, i) => {
      const written = JSON.parse(JSON.stringify(memory));
      const rest = [...lbfgs({ historySize: 3 }).steps(objective, point, written)];
      expect(rest.length).toBe(whole.length - 1 - i);
      rest.forEach((step, k) => {
        const same = whole[i + 1 + k];
        expect(Object.is(step.loss, same?.loss)).toBe(true);
        expect([...step.point].every((x, at) => Object.is(x, same?.point[at]))).toBe(true);
        expect(JSON.stringify(step.memory)).toBe(JSON.stringify(same?.memory));
      });
    });
    // and ends where it ended
    const end = whole.at(-1);
    const after = [...lbfgs({ historySize: 3 }).steps(objective, end?.point ?? new Float64Array(), end?.memory)];
    expect(after).toEqual([]);
  });

  it("remembers as many steps as it is told", () => {
    const [, , third, fourth] = lbfgs({ historySize: 2 }).steps(rosenbrock, Float64Array.of(-1.2, 1), undefined);
    for (const step of [third, fourth]) expect(step?.memory).toMatchObject({ history: { length: 2 } });
  });

  it("refuses a memory that is not its own", () => {
    const go = (memory: never) => lbfgs().steps(rosenbrock, Float64Array.of(-1.2, 1), memory);
    for (const memory of [
      7,
      [],
      { progress: "x", history: [] },
      { progress: 1, history: [{ step: [1], change: [1] }] },
    ]) {
      expect(() => [...go(memory as never)]).toThrow(
        'lbfgs: "memory" should be what an earlier step gave for 2 parameters, got something else.',
      );
    }
  });

  it.each([
    [{ historySize: 0 }, '"historySize" should be a whole number from 1 up, got 0'],
    [{ maxEvaluations: 1.5 }, '"maxEvaluations" should be a whole number from 1 up, got 1.5'],
    [{ gradientTolerance: -1 }, '"gradientTolerance" should be a number from 0 up, got -1'],
    [{ initialStep: 0 }, '"initialStep" should be a number above 0, got 0'],
    [{ c2: 1 }, '"c2" should be a number between 0 and 1, got 1'],
    [{ c1: 0.95 }, '"c1" should be below "c2", got 0.95 and 0.9'],
  ])("refuses %j", (options, message) => {
    expect(() => lbfgs(options)).toThrow(`lbfgs: ${message}`);
  });
});

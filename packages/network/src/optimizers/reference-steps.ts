import type { Optimizer } from "@neurite/plugin";
import type { DType } from "@neurite/tensor";
import { type Course, takeSteps } from "./take-steps";

/** For tests: three parameters, and ten gradients for each: the fourth is all 0, the seventh huge and tiny. */
export const threeParameters: Pick<Course, "start" | "gradients"> = {
  start: [0.7631443713181963, -0.1727378377814465, -1.5008766777985676],
  gradients: [
    [0.4561037745574728, -0.8168606328394594, -0.703564358381086],
    [-0.2598420261972086, -0.04074174581435509, 0.7584590655962745],
    [0.8752798576690783, 0.33410128273694967, 0.6576464829561554],
    [0, 0, 0],
    [-1.7862893011890986, 1.2719397966464736, 0.23506344984768518],
    [0.6443977593751334, 1.6689421319887996, 0.9633739261264861],
    [1000000.0, 1000000.0, -1e-6],
    [0.22005420747349572, 2.72809054914824, -1.2840527336396228],
    [0.9687681155790929, -0.5723510515491225, -0.13526578323351188],
    [0.4173266187303731, 0.5403764381137189, -0.8379841239505235],
  ],
};

/** Parameters after some of the steps, which count from 1. */
export type After = Readonly<Record<number, readonly number[]>>;

const tolerance = {
  float64: { relative: 1e-10, absolute: 1e-12 },
  float32: { relative: 1e-5, absolute: 1e-6 },
} as const;

/** The steps and parameters at which an optimizer is elsewhere than a reference says, as text; none where it agrees. */
export function disagreements(optimizer: Optimizer, course: Course, after: After): readonly string[] {
  return (["float64", "float32"] as const).flatMap((dtype) => {
    const steps = takeSteps(optimizer, { ...course, dtype: dtype satisfies DType });
    const { relative, absolute } = tolerance[dtype];
    return Object.entries(after).flatMap(([step, expected]) =>
      expected.flatMap((x, i) => {
        const got = steps[Number(step) - 1]?.[i] ?? Number.NaN;
        const near = Math.abs(got - x) <= absolute + relative * Math.abs(x);
        return near ? [] : [`step ${step}, parameter ${i}, ${dtype}: ${got} instead of ${x}`];
      }),
    );
  });
}

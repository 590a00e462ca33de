import { describe, expect, it } from "vitest";
import { gradientErrors } from "../test/check-gradient";
import { allNumbersOf, numbersOf } from "../test/numbers-of";
import { refusal } from "../test/refusal";
import { gradient } from "./gradient";
import { logGamma, stirlingCorrection } from "./log-gamma";
import { constant } from "./source";

// x, log Γ(x), digamma(x), trigamma(x): mpmath at 40 digits
const wide = [
  [0.01, 4.599479878042022, -100.56088545786868, 10001.621213528313],
  [0.3, 1.0957979948180756, -3.502524222200133, 12.245364546107732],
  [0.5, 0.5723649429247001, -1.9635100260214235, 4.934802200544679],
  [0.9999999990686774, 5.375739798578573e-10, -0.5772156664334971, 1.6449340690872318],
  [1, 0, -0.5772156649015329, 1.6449340668482264],
  [1.0000000009313226, -5.375739784311044e-10, -0.5772156633695686, 1.644934064609221],
  [1.4616321449683622, -0.12148629053584961, -9.241265521729427e-17, 0.9676722454476212],
  [1.75, -0.08440112102048555, 0.24747245354686118, 0.7641018698938287],
  [2, 0, 0.42278433509846713, 0.6449340668482264],
  [2.0000000009313226, 3.937485957506932e-10, 0.4227843356991088, 0.6449340664718661],
  [2.5, 0.2846828704729192, 0.7031566406452432, 0.49035775610023485],
  [3.5, 1.2009736023470743, 1.103156640645243, 0.3303577561002349],
  [6, 4.787491742782046, 1.7061176684318005, 0.18132295573711532],
  [8.25, 9.033186919605123, 2.0483845613664946, 0.1288542628854482],
  [8.5, 9.549267257300997, 2.08009081757942, 0.12483811891892602],
  [20.5, 40.8315009745308, 2.9958363947076467, 0.04998959242996099],
  [12345.678, 103959.91990554606, 9.421020820741761, 8.100328723111207e-5],
  [1e10, 220258509288.81058, 23.025850929890456, 1.00000000005e-10],
  [1e300, 6.897755278982137e302, 690.7755278982137, 1e-300],
] as const;
const narrow = [
  [0.0625, 2.7396316219462036, -16.478853490060104, 257.5064200429154],
  [0.375, 0.8630739822706475, -2.7539990491451394, 8.161777632761508],
  [0.75, 0.20328095143129538, -1.0858608797864722, 2.5418796476716063],
  [1.0009765625, -0.0005629031799912047, -0.5756104293406219, 1.6425893921526171],
  [1.25, -0.09827183642181316, -0.22745353337626542, 1.1973291545071107],
  [1.9990234375, -0.0004125677359714894, 0.42215432390062857, 0.6453289449035164],
  [4.25, 2.1144569274503713, 1.3246832187604867, 0.26512373409656215],
  [8.25, 9.033186919605123, 2.0483845613664946, 0.1288542628854482],
  [100.5, 361.4355404677776, 4.605174352581845, 0.009999916669583104],
  [65536, 661276.8717651855, 11.090347259545192, 1.5258905478413947e-5],
  [2 ** 60, 4.679573591490311e19, 41.58883083359672, 8.673617379884035e-19],
] as const;

describe("logGamma", () => {
  it.each([
    ["float64", wide, [7e-16, 1e-15, 4e-15]],
    ["float32", narrow, [1.2e-7, 2e-7, 2e-6]],
  ] as const)(
    "agrees with mpmath in %s, as do digamma and trigamma, which are its gradients",
    (dtype, rows, bounds) => {
      const x = constant(
        rows.map(([n]) => n),
        dtype,
      );
      const logs = logGamma(x);
      const [digamma] = gradient(logs.sum(), [x]);
      const [trigamma] = gradient(digamma.sum(), [x]);
      allNumbersOf([logs, digamma, trigamma]).forEach((got, k) => {
        const off = rows.flatMap((row, i) => {
          const want = row[k + 1] as number;
          // digamma crosses 0 at 1.46…, where its parts are about 1
          const size = k === 1 ? Math.max(1, Math.abs(want)) : Math.abs(want);
          return Math.abs((got[i] as number) - want) <= (bounds[k] as number) * size ? [] : [[row[0], got[i], want]];
        });
        expect(off).toEqual([]);
      });
    },
  );

  it("gives exactly 0 at 1 and 2, Infinity at 0 and NaN below", () => {
    expect(numbersOf(logGamma(constant([1, 2, 0, -0.5, -2.5], "float64")))).toEqual([0, 0, Infinity, NaN, NaN]);
    expect(numbersOf(logGamma(constant([1e-300], "float64")))[0]).toBeCloseTo(690.7755278982137, 12); // -log x
  });

  it("refuses whole numbers", () => {
    expect(refusal(() => logGamma(constant([3], "int32"))).code).toBe("bad-dtype");
  });
});

describe("stirlingCorrection", () => {
  it("agrees with mpmath on both sides of its seam", () => {
    const inverse = [0, 1e-12, 0.001, 0.1, 0.11764705882352941, 0.12, 0.5, 1, 2, 100];
    const expected = [
      0, 8.333333333333334e-14, 8.333333055555635e-5, 0.008330563433362873, 0.009799416126158804, 0.009995219539494072,
      0.0413406959554093, 0.08106146679532726, 0.15342640972002736, 1.4340079537031842,
    ];
    numbersOf(stirlingCorrection(constant(inverse, "float64"))).forEach((got, i) => {
      expect(Math.abs(got - (expected[i] as number))).toBeLessThanOrEqual(4e-15);
    });
    numbersOf(stirlingCorrection(constant(inverse, "float32"))).forEach((got, i) => {
      expect(Math.abs(got - (expected[i] as number))).toBeLessThanOrEqual(2e-6);
    });
  });

  it("has the gradients of finite differences, and 1/12 at 0", () => {
    expect(gradientErrors(stirlingCorrection, [[0.001, 0.1, 0.2, 1, 3]])).toEqual([]);
    const x = constant([0], "float64");
    expect(numbersOf(gradient(stirlingCorrection(x).sum(), [x])[0])[0]).toBeCloseTo(1 / 12, 15);
  });
});

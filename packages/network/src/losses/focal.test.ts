import { constant } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { binaryCrossEntropy } from "./binary-cross-entropy";
import { categoricalCrossEntropy } from "./categorical-cross-entropy";
import { focal } from "./focal";
import { perRow, slope, staysFinite, wide } from "./per-row";

const logits = [0.3, -2, 4, -1.5, 0];
const targets = [1, 0, 0, 1, 1];
const classLogits = wide([
  [2, 1, -1],
  [1000, 0, -1000],
  [0, 0, 0],
  [-3, 4, 0.5],
]);
const indices = constant([0, 2, 1, 1], "int32");

describe("focal for yes and no", () => {
  // torchvision's sigmoid_focal_loss, run on PyTorch 1.13 in float64
  it.each([
    [
      0.25,
      [0.02509831887214926, 0.0013526721264302832, 2.9061804284680104, 0.28431807890479416, 0.04332169878499658],
      [-0.04810210982882054, 0.0036532051465445778, 0.8147968898136266, -0.24035617186759006, -0.07457169878499659],
    ],
    [
      undefined,
      [0.10039327548859704, 0.0018035628352403776, 3.8749072379573475, 1.1372723156191766, 0.17328679513998632],
      [-0.19240843931528215, 0.00487094019539277, 1.0863958530848354, -0.9614246874703603, -0.29828679513998635],
    ],
  ] as const)("agrees with torchvision from logits, alpha %s", (alpha, losses, slopes) => {
    const z = wide(logits);
    for (const [loss, prediction] of [
      [focal({ alpha, fromLogits: true }), z],
      [focal({ alpha }), z.sigmoid()],
      [focal({ alpha, fromLogits: false }), z.sigmoid()],
    ] as const) {
      perRow(loss, prediction, wide(targets)).forEach((x, i) => {
        expect(x).toBeCloseTo(losses[i] as number, 13);
      });
      slope(loss, prediction, wide(targets), z).forEach((x, i) => {
        expect(x).toBeCloseTo(slopes[i] as number, 13);
      });
    }
  });

  it.each([0, 0.5, 1, 2, 5])("stays finite at huge logits with gamma %d", (gamma) => {
    const loss = focal({ gamma, fromLogits: true });
    expect(staysFinite(loss, [1000, 1000, -1000, -1000, 0], [1, 0, 1, 0, 1])).toBe(true);
    expect(perRow(loss, wide([1000, -1000]), wide([0, 1]))).toEqual([1000, 1000]);
    expect(staysFinite(focal({ gamma, fromLogits: false }), [0, 0, 1, 1], [0, 1, 0, 1])).toBe(true);
  });

  it("is the binary cross-entropy at gamma 0", () => {
    const [z, y] = [wide([0.5, -3, 800]), wide([1, 0.25, 0])];
    expect(perRow(focal({ gamma: 0 }), z.sigmoid(), y)).toEqual(
      perRow(binaryCrossEntropy(), z.sigmoid(), y).map((x) => expect.closeTo(x, 14)),
    );
  });
});

describe("focal for classes", () => {
  // -α (1 - p)² log p by PyTorch 1.13 in float64 from its log_softmax, α = [0.2, 1, 3]
  const losses = [0.006058732396898324, 6000, 0.4882721282969378, 2.7886278554327418e-5];
  const slopes = [
    [-0.01366189582625431, 0.012033357923403027, 0.0016285379028512864, 3, 0, -3, 0.31090552424712736],
    [-0.6218110484942548, 0.31090552424712736, 2.3905096752256444e-6, -8.155331798194986e-5, 7.9162808306724e-5],
  ].flat();
  const alpha = [0.2, 1, 3];

  it.each([
    ["recognises the softmax", focal({ alpha }), classLogits.softmax(), indices],
    ["recognises indices", focal({ alpha, fromLogits: true }), classLogits, indices],
    [
      "takes one-hot targets, told so",
      focal({ alpha, exclusive: true, fromLogits: true }),
      classLogits,
      wide([
        [1, 0, 0],
        [0, 0, 1],
        [0, 1, 0],
        [0, 1, 0],
      ]),
    ],
  ])("%s", (_, loss, prediction, target) => {
    perRow(loss, prediction, target).forEach((x, i) => {
      expect(x).toBeCloseTo(losses[i] as number, 12);
    });
    slope(loss, prediction, target, classLogits).forEach((x, i) => {
      expect(x).toBeCloseTo(slopes[i] as number, 12);
    });
  });

  it("is the cross-entropy at gamma 0, and finite where a class is certain at any gamma", () => {
    const prediction = classLogits.softmax();
    expect(perRow(focal({ gamma: 0 }), prediction, indices)).toEqual(
      perRow(categoricalCrossEntropy(), prediction, indices),
    );
    for (const gamma of [0.5, 1, 2]) {
      expect(
        slope(focal({ gamma }), prediction, constant([0, 0, 0, 0], "int32"), classLogits).every(Number.isFinite),
      ).toBe(true);
    }
  });
});

describe("focal", () => {
  it("refuses options out of range, and an alpha of the other sort", () => {
    expect(() => focal({ gamma: -1 })).toThrow('focal: "gamma" should be a number from 0 up, got -1.');
    expect(() => focal({ alpha: 1 })).toThrow('focal: "alpha" should be a number between 0 and 1, got 1.');
    expect(() => focal({ alpha: [1, -1] })).toThrow('"alpha[1]" should be a number from 0 up, got -1.');
    expect(() => focal({ alpha: 0.5 }).apply(classLogits.softmax(), indices)).toThrow(
      '"alpha" should be a list with the weight of each class where classes exclude each other, got 0.5.',
    );
    expect(() => focal({ alpha: [1, 2] }).apply(wide([0.5, 0.5]).sigmoid(), wide([0, 1]))).toThrow(
      '"alpha" should be one number where each column is a yes or no of its own, got a list of 2.',
    );
    expect(() => focal().apply(wide([0.5]), wide([-1]))).toThrow(
      "focal: the targets should be from 0 to 1, got -1 in row 0.",
    );
  });
});

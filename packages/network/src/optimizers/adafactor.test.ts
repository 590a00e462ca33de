import { describe, expect, it } from "vitest";
import { adafactor } from "./adafactor";
import { disagreements, threeParameters } from "./reference-steps";
import { takeSteps } from "./take-steps";

// The update of torch.optim.Adafactor in PyTorch 2.5, written anew with NumPy 1.24 in float64.
const vector = { ...threeParameters, learningRate: 0.01 };
const matrix = {
  shape: [3, 2],
  start: [0.001, 0.299, -0.274, -0.891, -0.455, -0.992],
  gradients: [
    [0.06, 1.34, -0.492, -0.62, 0.49, 0.357],
    [0.105, -0.93, -0.029, 0.695, -1.344, -0.458],
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [-1.901, -1.29, -1.842, -0.235, -1.267, 0.271],
    [0.157, -0.187, -2.517, -0.539, -0.049, 0.113],
  ],
  learningRate: 0.01,
};
const cases = [
  {
    name: "a vector",
    optimizer: adafactor(),
    course: vector,
    after: {
      1: [0.7533722025141629, -0.16296566897741308, -1.491104508994534],
      4: [0.7475217550810787, -0.1689149587462426, -1.509724806856933],
      6: [0.7543141758230508, -0.19254691034246343, -1.5239886157924591],
      7: [0.742213338063633, -0.2046477481018774, -1.5239886060979229],
      10: [0.7422132958314183, -0.20464781357786763, -1.4940657472849863],
    },
  },
  {
    name: "a vector, lr 0.5, for which 1 / √t stands from step 5 on, weight_decay 0.1",
    optimizer: adafactor({ weightDecay: 0.1 }),
    course: { ...vector, learningRate: 0.5 },
    after: {
      1: [0.23637871255061543, 0.32450749430929693, -0.9372244037069681],
      4: [-0.08054658375414461, 0.05149043496092243, -1.3960559291610806],
      6: [0.1571309586267578, -0.8039942219248546, -1.7800325759225346],
      7: [-0.374422122094932, -1.2874910436187987, -1.6910305275690871],
      10: [-0.32102141905618503, -1.1038652381622993, -0.4196164879890866],
    },
  },
  {
    name: "a matrix",
    optimizer: adafactor(),
    course: matrix,
    after: {
      1: [
        0.0004561174210846678, 0.2934267913340042, -0.2664419343104032, -0.8866299756537488, -0.4648272516262002,
        -0.9952851168359556,
      ],
      3: [
        -0.00040203029573172345, 0.2996323504636977, -0.2660801385768794, -0.893709033564968, -0.4540346497853999,
        -0.9922823778542977,
      ],
      5: [
        0.0054607459825761415, 0.3087644742376963, -0.24768635843517264, -0.8877414095754199, -0.44721604063070025,
        -0.996172300029918,
      ],
    },
  },
  {
    name: "a matrix, weight_decay 0.1",
    optimizer: adafactor({ weightDecay: 0.1 }),
    course: matrix,
    after: {
      1: [
        0.0004551174210846679, 0.2931277913340042, -0.2661679343104032, -0.8857389756537488, -0.4643722516262002,
        -0.9942931168359556,
      ],
      3: [
        -0.00040222476328425824, 0.2987349840008606, -0.26527479205311616, -0.8910332913479633, -0.4526729424919708,
        -0.9893087879511826,
      ],
      5: [
        0.005437941334245205, 0.307233462410817, -0.24642419908164084, -0.8833083296529102, -0.4449766729390289,
        -0.9912055444915167,
      ],
    },
  },
];

describe("adafactor", () => {
  it.each(cases)("agrees with the reference: $name", ({ optimizer, course, after }) => {
    expect(disagreements(optimizer, course, after)).toEqual([]);
  });

  it("keeps the means of rows and columns of the last two axes", () => {
    const dtype = "float32";
    expect(adafactor().state({ shape: [5, 4, 3], dtype })).toEqual({
      rows: { shape: [5, 4, 1], dtype },
      columns: { shape: [5, 1, 3], dtype },
    });
    expect(adafactor().state({ shape: [], dtype })).toEqual({ squares: { shape: [], dtype } });
  });

  it("stays where it is without a gradient", () => {
    expect(takeSteps(adafactor(), { ...matrix, gradients: [[0, 0, 0, 0, 0, 0]] })).toEqual([matrix.start]);
  });

  it("moves a parameter that is 0 by its second epsilon", () => {
    const [first] = takeSteps(adafactor({ epsilon2: 0.5 }), { start: [0], gradients: [[3]], learningRate: 0.25 });
    expect(first).toEqual([-0.125]);
  });

  it.each([
    [{ beta2Decay: 0.5 }, '"beta2Decay" should be a number up to 0, got 0.5'],
    [{ epsilon1: 0 }, '"epsilon1" should be a number above 0, got 0'],
    [{ clippingThreshold: -1 }, '"clippingThreshold" should be a number above 0, got -1'],
  ])("refuses %j", (options, message) => {
    expect(() => adafactor(options)).toThrow(`adafactor: ${message}`);
  });
});

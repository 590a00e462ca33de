import { describe, expect, it } from "vitest";
import { adamW } from "./adam-w";
import { muon } from "./muon";
import { disagreements } from "./reference-steps";
import { takeSteps } from "./take-steps";

// Weights of 3 inputs and 2 units; the third gradient is all 0.
const threeByTwo = {
  shape: [3, 2],
  start: [0.001, 0.299, -0.274, -0.891, -0.455, -0.992],
  gradients: [
    [0.06, 1.34, -0.492, -0.62, 0.49, 0.357],
    [0.105, -0.93, -0.029, 0.695, -1.344, -0.458],
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [-1.901, -1.29, -1.842, -0.235, -1.267, 0.271],
    [0.157, -0.187, -2.517, -0.539, -0.049, 0.113],
  ],
  learningRate: 0.02,
};

/** The same numbers as weights of 2 inputs and 3 units. */
const transposed = (numbers: readonly number[]) => [0, 2, 4, 1, 3, 5].map((i) => numbers[i] as number);
const twoByThree = {
  ...threeByTwo,
  shape: [2, 3],
  start: transposed(threeByTwo.start),
  gradients: threeByTwo.gradients.map(transposed),
};

// The update of torch.optim.Muon in PyTorch 2.9, written anew with NumPy 1.24 in float64 (there it is bfloat16), weights transposed.
const cases = [
  {
    name: "fewer units than inputs",
    optimizer: muon(),
    course: threeByTwo,
    after: {
      1: [
        0.008914630109991125, 0.28323108067983527, -0.2603454891785315, -0.8856921811081356, -0.4691034342720493,
        -0.9904906741694629,
      ],
      3: [
        0.005093726593502948, 0.27479682772482444, -0.2459111293136244, -0.9087293809456485, -0.4419201956059335,
        -0.9780587465575669,
      ],
      5: [
        0.011296319376942237, 0.3049258320263752, -0.22142886445377605, -0.905666765252872, -0.4255544054582137,
        -0.9931452927142376,
      ],
    },
  },
  {
    name: "more units than inputs, which move by √1.5 more",
    optimizer: muon(),
    course: twoByThree,
    after: {
      1: [
        0.01069385212591586, -0.25739986808956805, -0.4724776266266671, 0.27982149436833265, -0.8848997713947334,
        -0.9905973547546317,
      ],
      3: [
        0.006015116424359944, -0.2399670417837513, -0.4395929038595344, 0.26975967533683926, -0.9139130530984066,
        -0.9762605292407586,
      ],
      5: [
        0.01361260282800052, -0.2102271140218358, -0.41995516608057937, 0.3069269369703535, -0.910957528424043,
        -0.9956232604436366,
      ],
    },
  },
  {
    name: "the adjustment for learning rates of AdamW",
    optimizer: muon({ adjustment: "matchRmsAdamW" }),
    course: threeByTwo,
    after: {
      1: [
        0.0037404011150468435, 0.2931466393879893, -0.26891177146945305, -0.8879966205082009, -0.45929080619105705,
        -0.99018043195571,
      ],
      3: [
        0.0024141947892670186, 0.28944557852972, -0.26319737564504175, -0.8936545299641386, -0.4486882888096666,
        -0.9832882165711807,
      ],
      5: [
        0.004560239851337731, 0.29910633612851334, -0.25400513731927926, -0.8902804784597489, -0.4418377846419699,
        -0.985939012464086,
      ],
    },
  },
  {
    name: "neither Nesterov nor decay",
    optimizer: muon({ nesterov: false, weightDecay: 0 }),
    course: threeByTwo,
    after: {
      1: [
        0.008916630109991119, 0.28382908067983526, -0.26089348917853145, -0.8874741811081356, -0.4700134342720493,
        -0.9924746741694629,
      ],
      3: [
        0.007740674464140805, 0.2435023348896037, -0.24457937214452324, -0.9059400051042691, -0.4445081634786176,
        -0.9875357327598052,
      ],
      5: [
        0.015739782415919615, 0.2719376490659292, -0.22210528775283522, -0.9069830442618618, -0.42855363376248395,
        -1.0028748851317284,
      ],
    },
  },
];

describe("muon", () => {
  it.each(cases)("agrees with the reference: $name", ({ optimizer, course, after }) => {
    expect(disagreements(optimizer, course, after)).toEqual([]);
  });

  it("moves what is no matrix as adamW does, at a learning rate of its own", () => {
    const course = {
      start: [1, 2],
      gradients: [
        [0.5, -3],
        [2, 1],
      ],
    };
    const inner = muon({ adamRate: 0.5, adamBeta1: 0.8, adamBeta2: 0.95, adamEpsilon: 1e-6 });
    const outer = adamW({ beta1: 0.8, beta2: 0.95, epsilon: 1e-6, weightDecay: 0.1 });
    const steps = takeSteps(inner, { ...course, learningRate: 0.25 });
    expect(steps).toEqual(takeSteps(outer, { ...course, learningRate: 0.125 }));
  });

  it("keeps one number for each of a matrix, two for each of all else", () => {
    const slots = (shape: readonly number[]) => Object.keys(muon().state({ shape, dtype: "float32" }));
    expect(slots([8, 4])).toEqual(["momentum"]);
    expect([[4], [], [3, 3, 2]].map(slots)).toEqual(Array(3).fill(["firstMoment", "secondMoment"]));
  });

  it("stays where it is without a gradient", () => {
    const still = { ...threeByTwo, gradients: [[0, 0, 0, 0, 0, 0]] };
    expect(takeSteps(muon({ weightDecay: 0 }), still)).toEqual([threeByTwo.start]);
  });

  it.each([
    [{ momentum: 1 }, '"momentum" should be a number from 0 to below 1, got 1'],
    [{ iterations: 2.5 }, '"iterations" should be a whole number from 1 to 99, got 2.5'],
    [{ adamRate: 0 }, '"adamRate" should be a number above 0, got 0'],
    [{ adamBeta2: 1 }, '"adamBeta2" should be a number from 0 to below 1, got 1'],
    [{ adjustment: "none" as "original" }, '"adjustment" should be "original" or "matchRmsAdamW", got "none"'],
  ])("refuses %j", (options, message) => {
    expect(() => muon(options)).toThrow(`muon: ${message}`);
  });
});

import { describe, expect, it } from "vitest";
import { adagrad } from "./adagrad";
import { adam } from "./adam";
import { adamax } from "./adamax";
import { nadam } from "./nadam";
import { disagreements, threeParameters } from "./reference-steps";
import { rmsprop } from "./rmsprop";

// The formulas in the documentation of Keras 3, worked out with NumPy 1.24 in float64.
const cases = [
  {
    name: "Adam of Keras, learning_rate 0.01",
    optimizer: adam({ epsilon: 1e-7, epsilonHat: true }),
    learningRate: 0.01,
    after: {
      1: [0.7531444406501315, -0.16273787649386928, -1.4908767227448956],
      4: [0.7394955179830974, -0.1508798812530935, -1.4990845479020694],
      6: [0.7426101296642651, -0.16016946406172908, -1.5086017211074039],
      7: [0.737546357218437, -0.16523324915209844, -1.5136296731997787],
      10: [0.7255826810691252, -0.17719697484261, -1.5119733348380775],
    },
  },
  {
    name: "Adamax of Keras, learning_rate 0.01",
    optimizer: adamax({ epsilon: 1e-7, epsilonInside: false }),
    learningRate: 0.01,
    after: {
      1: [0.7531443735106793, -0.16273783900564537, -1.4908766792199015],
      4: [0.7441171029337416, -0.15491447335207986, -1.4981610514523154],
      6: [0.7457104010068009, -0.16004855488666483, -1.504782234205378],
      7: [0.7437936023596531, -0.16196535832017345, -1.507894963347981],
      10: [0.7397642209775454, -0.16599475652530787, -1.506999810222229],
    },
  },
  {
    name: "Nadam of Keras, learning_rate 0.01",
    optimizer: nadam({ epsilon: 1e-7, momentumDecay: 1 }),
    learningRate: 0.01,
    after: {
      1: [0.7525164956152528, -0.16210996104942244, -1.4902488012760562],
      4: [0.7466754015847726, -0.16376258624923543, -1.5036964249743703],
      6: [0.7533926386179136, -0.1832091242672198, -1.5150029728422214],
      7: [0.7401759123167323, -0.19642585438523402, -1.5165206878559767],
      10: [0.7358003741159649, -0.20080142320722671, -1.5025872888268736],
    },
  },
  {
    name: "RMSprop of Keras, learning_rate 0.01",
    optimizer: rmsprop({ alpha: 0.9, epsilon: 1e-7, epsilonInside: true }),
    learningRate: 0.01,
    after: {
      1: [0.7315216707213275, -0.14111508487568314, -1.469253933138853],
      4: [0.7200588590732258, -0.1525232344912621, -1.5108843334753261],
      6: [0.7381400689686655, -0.20426999399284684, -1.5395615181524445],
      7: [0.7065172923670388, -0.2358927705944635, -1.5395614943601146],
      10: [0.7065172355363152, -0.23589286143439125, -1.500005378937078],
    },
  },
  {
    name: "Adagrad of Keras, learning_rate 0.1",
    optimizer: adagrad({ initialAccumulator: 0.1, epsilon: 1e-7, epsilonInside: true }),
    learningRate: 0.1,
    after: {
      1: [0.6809642784971489, -0.0794819430141795, -1.409666293192793],
      4: [0.6414475731299831, -0.11044002844891007, -1.5317246802303626],
      6: [0.6976924288053227, -0.26351635754609215, -1.6098862430049996],
      7: [0.5976924288055601, -0.36351635754582795, -1.6098861808212608],
      10: [0.5976922681906659, -0.3635166271574215, -1.5032866085960193],
    },
  },
];

describe.each(cases)("$name", ({ optimizer, learningRate, after }) => {
  it("is met in float64 and float32", () => {
    expect(disagreements(optimizer, { ...threeParameters, learningRate }, after)).toEqual([]);
  });
});

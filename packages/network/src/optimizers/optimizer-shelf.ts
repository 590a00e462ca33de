import { type ConfigReader, type Plugin, readConfig } from "@neurite/plugin";
import { adadelta } from "./adadelta";
import { adafactor } from "./adafactor";
import { adagrad } from "./adagrad";
import { adam } from "./adam";
import { adamW } from "./adam-w";
import { adamax } from "./adamax";
import { amsgrad } from "./amsgrad";
import { lamb } from "./lamb";
import { lbfgs } from "./lbfgs";
import { lion } from "./lion";
import { muon } from "./muon";
import { adjustmentOption } from "./muon-adjustment";
import { nadam } from "./nadam";
import { radam } from "./radam";
import { rmsprop } from "./rmsprop";
import { sgd } from "./sgd";

const decayOf = (read: ConfigReader) => ({
  weightDecay: read.number("weightDecay"),
  decayAll: read.flag("decayAll"),
});

const momentsOf = (read: ConfigReader) => ({
  beta1: read.number("beta1"),
  beta2: read.number("beta2"),
  epsilon: read.number("epsilon"),
  ...decayOf(read),
});

const adamOf = (read: ConfigReader) => ({ ...momentsOf(read), epsilonHat: read.flag("epsilonHat") });

/** The optimizers by name, made of the options in a file. */
export const optimizerShelf = {
  adadelta: (config, revival) => {
    const read = readConfig("adadelta", config, revival);
    return adadelta({ rho: read.number("rho"), epsilon: read.number("epsilon"), ...decayOf(read) });
  },
  adafactor: (config, revival) => {
    const read = readConfig("adafactor", config, revival);
    return adafactor({
      beta2Decay: read.number("beta2Decay"),
      epsilon1: read.number("epsilon1"),
      epsilon2: read.number("epsilon2"),
      clippingThreshold: read.number("clippingThreshold"),
      ...decayOf(read),
    });
  },
  adagrad: (config, revival) => {
    const read = readConfig("adagrad", config, revival);
    return adagrad({
      learningRateDecay: read.number("learningRateDecay"),
      initialAccumulator: read.number("initialAccumulator"),
      epsilon: read.number("epsilon"),
      epsilonInside: read.flag("epsilonInside"),
      ...decayOf(read),
    });
  },
  adam: (config, revival) => adam(adamOf(readConfig("adam", config, revival))),
  adamW: (config, revival) => adamW(adamOf(readConfig("adamW", config, revival))),
  adamax: (config, revival) => {
    const read = readConfig("adamax", config, revival);
    return adamax({ ...momentsOf(read), epsilonInside: read.flag("epsilonInside") });
  },
  amsgrad: (config, revival) => {
    const read = readConfig("amsgrad", config, revival);
    return amsgrad({ ...adamOf(read), decoupled: read.flag("decoupled") });
  },
  lamb: (config, revival) => lamb(momentsOf(readConfig("lamb", config, revival))),
  lbfgs: (config, revival) => {
    const read = readConfig("lbfgs", config, revival);
    return lbfgs({
      historySize: read.number("historySize"),
      maxEvaluations: read.number("maxEvaluations"),
      gradientTolerance: read.number("gradientTolerance"),
      changeTolerance: read.number("changeTolerance"),
      initialStep: read.number("initialStep"),
      c1: read.number("c1"),
      c2: read.number("c2"),
    });
  },
  lion: (config, revival) => {
    const read = readConfig("lion", config, revival);
    return lion({ beta1: read.number("beta1"), beta2: read.number("beta2"), ...decayOf(read) });
  },
  muon: (config, revival) => {
    const read = readConfig("muon", config, revival);
    const adjustment = read.text("adjustment");
    return muon({
      momentum: read.number("momentum"),
      nesterov: read.flag("nesterov"),
      iterations: read.number("iterations"),
      epsilon: read.number("epsilon"),
      adjustment: adjustment === undefined ? undefined : adjustmentOption(adjustment),
      adamRate: read.number("adamRate"),
      adamBeta1: read.number("adamBeta1"),
      adamBeta2: read.number("adamBeta2"),
      adamEpsilon: read.number("adamEpsilon"),
      ...decayOf(read),
    });
  },
  nadam: (config, revival) => {
    const read = readConfig("nadam", config, revival);
    return nadam({
      ...momentsOf(read),
      momentumDecay: read.number("momentumDecay"),
      decoupled: read.flag("decoupled"),
    });
  },
  radam: (config, revival) => {
    const read = readConfig("radam", config, revival);
    return radam({ ...momentsOf(read), decoupled: read.flag("decoupled") });
  },
  rmsprop: (config, revival) => {
    const read = readConfig("rmsprop", config, revival);
    return rmsprop({
      alpha: read.number("alpha"),
      epsilon: read.number("epsilon"),
      epsilonInside: read.flag("epsilonInside"),
      momentum: read.number("momentum"),
      centered: read.flag("centered"),
      ...decayOf(read),
    });
  },
  sgd: (config, revival) => {
    const read = readConfig("sgd", config, revival);
    return sgd({
      momentum: read.number("momentum"),
      nesterov: read.flag("nesterov"),
      dampening: read.number("dampening"),
      ...decayOf(read),
    });
  },
} as const satisfies Plugin["optimizers"];

import { type Plugin, readConfig } from "@neurite/plugin";
import { adam } from "./adam";
import { adamW } from "./adam-w";
import { rmsprop } from "./rmsprop";
import { sgd } from "./sgd";

/** The optimizers by name, made of the options in a file. */
export const optimizerShelf = {
  sgd: (config, revival) => {
    const read = readConfig("sgd", config, revival);
    return sgd({
      momentum: read.number("momentum"),
      nesterov: read.flag("nesterov"),
      dampening: read.number("dampening"),
      weightDecay: read.number("weightDecay"),
    });
  },
  adam: (config, revival) => {
    const read = readConfig("adam", config, revival);
    return adam({
      beta1: read.number("beta1"),
      beta2: read.number("beta2"),
      epsilon: read.number("epsilon"),
      weightDecay: read.number("weightDecay"),
    });
  },
  adamW: (config, revival) => {
    const read = readConfig("adamW", config, revival);
    return adamW({
      beta1: read.number("beta1"),
      beta2: read.number("beta2"),
      epsilon: read.number("epsilon"),
      weightDecay: read.number("weightDecay"),
    });
  },
  rmsprop: (config, revival) => {
    const read = readConfig("rmsprop", config, revival);
    return rmsprop({
      alpha: read.number("alpha"),
      epsilon: read.number("epsilon"),
      momentum: read.number("momentum"),
      centered: read.flag("centered"),
      weightDecay: read.number("weightDecay"),
    });
  },
} as const satisfies Plugin["optimizers"];

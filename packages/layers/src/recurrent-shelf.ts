import { type ConfigReader, type Plugin, readConfig } from "@neurite/plugin";
import { bidirectional } from "./bidirectional";
import { gru } from "./gru";
import { lstm } from "./lstm";
import { readWeightsAndBias } from "./read-options";
import { required } from "./required";
import { simpleRnn } from "./simple-rnn";

function recurrentOptions(kind: string, read: ConfigReader) {
  return {
    units: required(kind, "units", read.number("units")),
    returnSequences: read.flag("returnSequences"),
    returnState: read.flag("returnState"),
    ...readWeightsAndBias(read),
    useRecurrentBias: read.flag("useRecurrentBias"),
    recurrentWeightsInitializer: read.made("initializer", "recurrentWeightsInitializer"),
    recurrentWeightsRegularizer: read.made("regularizer", "recurrentWeightsRegularizer"),
    recurrentWeightsConstraint: read.made("constraint", "recurrentWeightsConstraint"),
    activation: read.made("activation", "activation"),
  };
}

/** Layers that go through a sequence, by name. */
export const recurrentShelf = {
  bidirectional: (config, revival) => {
    const read = readConfig("bidirectional", config, revival);
    const layer = required("bidirectional", "layer", read.made("layer", "layer"));
    // another word is refused by the layer
    return bidirectional(layer, { merge: read.text("merge") as "concatenate" | "sum" | undefined });
  },
  gru: (config, revival) => {
    const read = readConfig("gru", config, revival);
    return gru({
      ...recurrentOptions("gru", read),
      recurrentActivation: read.made("activation", "recurrentActivation"),
      resetAfter: read.flag("resetAfter"),
    });
  },
  lstm: (config, revival) => {
    const read = readConfig("lstm", config, revival);
    return lstm({
      ...recurrentOptions("lstm", read),
      recurrentActivation: read.made("activation", "recurrentActivation"),
      forgetBias: read.number("forgetBias"),
    });
  },
  simpleRnn: (config, revival) => simpleRnn(recurrentOptions("simpleRnn", readConfig("simpleRnn", config, revival))),
} as const satisfies NonNullable<Plugin["layers"]>;

import { type ConfigReader, type Plugin, readConfig } from "@neurite/plugin";
import { batchNormalization } from "./batch-normalization";
import { groupNormalization } from "./group-normalization";
import { layerNormalization } from "./layer-normalization";
import { required } from "./required";
import { rmsNormalization } from "./rms-normalization";

const commonOptions = (read: ConfigReader) => ({
  epsilon: read.number("epsilon"),
  useScale: read.flag("useScale"),
  useBias: read.flag("useBias"),
});

/** Normalisations by name. */
export const normalizationShelf = {
  batchNormalization: (config, revival) => {
    const read = readConfig("batchNormalization", config, revival);
    return batchNormalization({
      momentum: read.number("momentum"),
      updateRate: read.number("updateRate"),
      biasedVariance: read.flag("biasedVariance"),
      ...commonOptions(read),
    });
  },
  groupNormalization: (config, revival) => {
    const read = readConfig("groupNormalization", config, revival);
    const groups = required("groupNormalization", "groups", read.number("groups"));
    return groupNormalization({ groups, ...commonOptions(read) });
  },
  layerNormalization: (config, revival) => {
    const read = readConfig("layerNormalization", config, revival);
    return layerNormalization({ axes: read.number("axes"), ...commonOptions(read) });
  },
  rmsNormalization: (config, revival) => {
    const read = readConfig("rmsNormalization", config, revival);
    return rmsNormalization({ epsilon: read.number("epsilon"), useScale: read.flag("useScale") });
  },
} as const satisfies NonNullable<Plugin["layers"]>;

import { type ConfigReader, type Plugin, readConfig } from "@neurite/plugin";
import { averagePooling1d } from "./average-pooling1d";
import { averagePooling2d } from "./average-pooling2d";
import { conv1d } from "./conv1d";
import { conv2d } from "./conv2d";
import { globalAveragePooling } from "./global-average-pooling";
import { globalMaxPooling } from "./global-max-pooling";
import { maxPooling1d } from "./max-pooling1d";
import { maxPooling2d } from "./max-pooling2d";
import { readPadding, readPair, readWeightsAndBias } from "./read-options";
import { required } from "./required";

const readNumber = (read: ConfigReader, name: string) => read.number(name);

type ReadSize<N> = (read: ConfigReader, name: string) => N | undefined;

function convolutionOptions<N extends number | readonly [number, number]>(
  kind: string,
  read: ConfigReader,
  size: ReadSize<N>,
) {
  return {
    filters: required(kind, "filters", read.number("filters")),
    kernelSize: required(kind, "kernelSize", size(read, "kernelSize")),
    stride: size(read, "stride"),
    padding: readPadding(read, size),
    dilation: size(read, "dilation"),
    groups: read.number("groups"),
    activation: read.made("activation", "activation"),
    ...readWeightsAndBias(read),
  };
}

function poolingOptions<N extends number | readonly [number, number]>(read: ConfigReader, size: ReadSize<N>) {
  return {
    kernelSize: size(read, "kernelSize"),
    stride: size(read, "stride"),
    padding: readPadding(read, size),
  };
}

/** Layers that look through windows, by name. */
export const windowShelf = {
  averagePooling1d: (config, revival) => {
    const read = readConfig("averagePooling1d", config, revival);
    return averagePooling1d({ ...poolingOptions(read, readNumber), countPadding: read.flag("countPadding") });
  },
  averagePooling2d: (config, revival) => {
    const read = readConfig("averagePooling2d", config, revival);
    return averagePooling2d({ ...poolingOptions(read, readPair), countPadding: read.flag("countPadding") });
  },
  conv1d: (config, revival) => conv1d(convolutionOptions("conv1d", readConfig("conv1d", config, revival), readNumber)),
  conv2d: (config, revival) => conv2d(convolutionOptions("conv2d", readConfig("conv2d", config, revival), readPair)),
  globalAveragePooling: () => globalAveragePooling(),
  globalMaxPooling: () => globalMaxPooling(),
  maxPooling1d: (config, revival) =>
    maxPooling1d(poolingOptions(readConfig("maxPooling1d", config, revival), readNumber)),
  maxPooling2d: (config, revival) =>
    maxPooling2d(poolingOptions(readConfig("maxPooling2d", config, revival), readPair)),
} as const satisfies NonNullable<Plugin["layers"]>;

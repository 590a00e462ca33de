import { type Plugin, readConfig } from "@neurite/plugin";
import { name, version } from "../package.json";
import { __identifier__ } from "./__file__";

export { __identifier__, type __options__ } from "./__file__";

/** The kinds of this package by their names in model files and on the command line: hand it to `createRegistry`. */
export const plugin = {
  name: "__prefix__",
  // of package.json, so that a model file names the version that it was written with
  package: { name, version },
  __shelf__: {
    "__prefix__/__identifier__": (config, revival) => {
      const options = readConfig("__prefix__/__identifier__", config, revival);
      return __identifier__({ __option__: options.number("__option__") });
    },
  },
} satisfies Plugin;

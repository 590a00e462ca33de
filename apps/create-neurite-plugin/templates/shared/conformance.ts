import { build } from "esbuild";
import { testPlugin } from "neurite/testing";
import { test } from "vitest";
import { plugin } from "./index";

// every check that neurite has for such a kind, each as a test of its own; `config` is what the kind is made of there
testPlugin(plugin, {
  test,
  // importing the package does nothing, so that bundlers can leave out what a page does not use
  bundle: { build, entry: new URL("./index.ts", import.meta.url) },
  kinds: {
    "__prefix__/__identifier__": { config: { __option__: 0.5 } },
  },
});

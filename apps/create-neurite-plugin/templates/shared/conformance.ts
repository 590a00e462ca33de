import { testPlugin } from "neurite/testing";
import { test } from "vitest";
import { plugin } from "./index";

// every check that neurite has for such a kind, each as a test of its own; `config` is what the kind is made of there
testPlugin(plugin, {
  test,
  kinds: {
    "__prefix__/__identifier__": { config: { __option__: 0.5 } },
  },
});

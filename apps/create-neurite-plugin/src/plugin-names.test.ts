import { describe, expect, it } from "vitest";
import { pluginNames } from "./plugin-names";

describe("pluginNames", () => {
  it("makes package, folder, prefix, function and file of a bare name", () => {
    expect(pluginNames("my-swish")).toEqual({
      package: "neurite-plugin-my-swish",
      folder: "neurite-plugin-my-swish",
      prefix: "my-swish",
      identifier: "mySwish",
      options: "MySwishOptions",
      file: "my-swish",
    });
  });

  it("keeps a name that says that it is a plugin already", () => {
    expect(pluginNames("neurite-plugin-my-swish")).toEqual(pluginNames("my-swish"));
  });

  it("takes the scope for the prefix, and keeps it out of the folder", () => {
    const names = {
      package: "@acme/neurite-plugin-snake",
      folder: "neurite-plugin-snake",
      prefix: "acme",
      identifier: "snake",
      options: "SnakeOptions",
      file: "snake",
    };
    expect(pluginNames("@acme/neurite-plugin-snake")).toEqual(names);
    expect(pluginNames("@acme/snake")).toEqual(names);
  });

  it("joins what npm allows between words", () => {
    expect(pluginNames("k2_fold.v3")).toMatchObject({
      identifier: "k2FoldV3",
      file: "k2-fold-v3",
      prefix: "k2_fold.v3",
    });
  });

  it("takes a name that objects have for a name like any other", () => {
    expect(pluginNames("__proto__")).toMatchObject({ package: "neurite-plugin-__proto__", identifier: "proto" });
    expect(pluginNames("constructor")).toMatchObject({ package: "neurite-plugin-constructor", prefix: "constructor" });
  });

  it.each([
    ["MySwish", "it can no longer contain capital letters. Take a name such as my-swish."],
    ["my swish", "it can only contain URL-friendly characters. Take a name such as my-swish."],
    ["a/b", "it can only contain URL-friendly characters. Take a name such as a-b."],
    ["../up", "it can only contain URL-friendly characters. Take a name such as up."],
    ["@acme", "it can only contain URL-friendly characters. Take a name such as acme."],
    ["@/x", "it can only contain URL-friendly characters. Take a name such as x."],
    ["@acme/a/b", "it can only contain URL-friendly characters. Take a name such as a-b."],
    ["été", "it can only contain URL-friendly characters. Take a name such as t."],
    ["", "it should begin with a letter, since a function is named after it. Take a name such as my-swish."],
    [
      "neurite-plugin-",
      "it should begin with a letter, since a function is named after it. Take a name such as my-swish.",
    ],
    ["2d", "it should begin with a letter, since a function is named after it. Take a name such as my-swish."],
    [
      "class",
      '"class" means something else in TypeScript or in the plugin\'s own files. Take a name such as my-class.',
    ],
    [
      "console",
      '"console" means something else in TypeScript or in the plugin\'s own files. Take a name such as my-console.',
    ],
    ["neurite", 'the plugin of neurite\'s own kinds is called "neurite". Take a name such as my-neurite.'],
    ["@neurite/snake", 'the plugin of neurite\'s own kinds is called "neurite". Take a name such as snake.'],
    ["@neurite/neurite", 'the plugin of neurite\'s own kinds is called "neurite". Take a name such as my-neurite.'],
    [
      "read-config",
      '"readConfig" means something else in TypeScript or in the plugin\'s own files. Take a name such as my-read-config.',
    ],
  ])("refuses %j", (given, sentence) => {
    expect(() => pluginNames(given)).toThrow(sentence);
  });

  it("shows a long name by its beginning", () => {
    const long = "a".repeat(300);
    expect(() => pluginNames(long)).toThrow(
      `A plugin cannot be called "${"a".repeat(59)}…": it can no longer contain more than 214 characters. Take a name such as ${"a".repeat(40)}.`,
    );
  });
});

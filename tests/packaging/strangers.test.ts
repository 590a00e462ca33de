// Plugins as strangers make and use them: published from folders of their own, installed by name, and missing where a model is loaded.
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { root } from "../house/root";
import { attempt, emptyFolder, filesWithRegistry, projectWith, removeFolders, runIn, type } from "./user-folder";

const examples = path.join(root, "examples/plugins");
const plugins = ["neurite-plugin-periodic", "neurite-plugin-rational"];

/** What a user trains: both plugins in one network; it prints a hash of the answers, and of the weights after more training. */
const common = `
import { createHash } from "node:crypto";
import { adam, fit, meanSquaredError } from "@neurite/network";
const inputs = Array.from({ length: 60 }, (_, i) => [(i % 7) / 7, (i % 5) / 5 - 0.4]);
const targets = inputs.map(([a, b]) => [Math.abs(a - b)]);
export const train = async (network) =>
  (await fit(network, { inputs, targets }, { loss: meanSquaredError, optimizer: adam(), epochs: 5, batchSize: 16, seed: 1 })).model;
const hash = (arrays) => {
  const sum = createHash("sha256");
  for (const { data } of arrays) sum.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return sum.digest("hex");
};
export const tell = async (model, more = {}) => {
  const on = await train(model);
  console.log(JSON.stringify({ answers: hash([model.predict(inputs)]), trainedOn: hash(on.weights.values()), ...more }));
};
`;
const author = `
import { writeFileSync } from "node:fs";
import { builtins, createRegistry, dense, save, sequential } from "neurite";
import { pade, plugin as rational } from "neurite-plugin-rational";
import { plr, plugin as periodic } from "neurite-plugin-periodic";
import { tell, train } from "./common.mjs";
const registry = createRegistry({ plugins: [builtins, rational, periodic] });
const model = await train(
  sequential([plr({ frequencies: 4, sigma: 1, units: 3 }), dense({ units: 6, activation: pade({ start: "tanh" }) }), dense({ units: 1 })]),
);
writeFileSync("model.safetensors", save(model, { registry }));
await tell(model);
`;
/** Loads the model with those plugins that the command names. */
const loading = (builtins: string) => `
import { readFileSync } from "node:fs";
${builtins}
import { createRegistry } from "@neurite/plugin";
import { load } from "@neurite/serialization";
import { tell } from "./common.mjs";
const named = await Promise.all(process.argv.slice(2).map(async (name) => (await import(name)).plugin));
const warnings = [];
const registry = createRegistry({ plugins: [...builtins, ...named] });
const bytes = readFileSync("model.safetensors");
const model = load(bytes, { registry, onWarning: ({ code, kind, install }) => warnings.push({ code, kind, install }) });
let refusal = "";
try {
  load(bytes, { registry, missing: "error" });
} catch (error) {
  refusal = error.message;
}
await tell(model, { warnings, refusal });
`;
const builtins = 'import { builtins as all } from "neurite";\nconst builtins = [all];';
const singles = `import { activationsPlugin } from "@neurite/activations";
import { layersPlugin } from "@neurite/layers";
import { networkPlugin } from "@neurite/network";
const builtins = [activationsPlugin, layersPlugin, networkPlugin];`;

let home = "";
/** What the author's own process printed. */
let told: { readonly answers: string; readonly trainedOn: string };

/** Copies each plugin to a folder of its own, and does what its author does there. What one takes to install is linked into the others. */
function publishAll(): void {
  const isMade = (file: string) => ["node_modules", "dist"].includes(path.basename(file));
  const [first = "", ...others] = plugins.map((name) => {
    const folder = path.join(emptyFolder(), name);
    cpSync(path.join(examples, name), folder, { recursive: true, filter: (file) => !isMade(file) });
    return folder;
  });
  type(first, "npm", "install");
  for (const folder of others) symlinkSync(path.join(first, "node_modules"), path.join(folder, "node_modules"));
  for (const folder of [first, ...others]) type(folder, "npm", "publish"); // runs its tests and its build first
}

/** A project that has the model but not yet the plugins. */
function receiver(script: string, ...packages: readonly string[]): string {
  const folder = projectWith(...packages);
  copyFileSync(path.join(home, "model.safetensors"), path.join(folder, "model.safetensors"));
  writeFileSync(path.join(folder, "common.mjs"), common);
  writeFileSync(path.join(folder, "load.mjs"), script);
  return folder;
}

const loadIn = (folder: string, ...names: readonly string[]) =>
  JSON.parse(type(folder, process.execPath, "load.mjs", ...names));

beforeAll(() => {
  publishAll();
  home = projectWith("neurite", "@neurite/cli", ...plugins);
  writeFileSync(path.join(home, "common.mjs"), common);
  told = JSON.parse(runIn(home, "author.mjs", author));
});
afterAll(removeFolders);

describe("the plugins of examples/plugins", () => {
  it("are all tried here, and take the same to install", () => {
    expect(readdirSync(examples).sort()).toEqual(plugins);
    const needs = plugins.map((name) => {
      const { peerDependencies, devDependencies } = JSON.parse(
        readFileSync(path.join(examples, name, "package.json"), "utf8"),
      );
      return { peerDependencies, devDependencies };
    });
    expect(new Set(needs.map((need) => JSON.stringify(need))).size).toBe(1);
  });

  it("use what their users have: one copy of each package", () => {
    const trees = type(home, "npm", "ls", "--all", "--parseable", "@neurite/tensor", "@neurite/plugin");
    expect(new Set(trees.trim().split("\n")).size).toBe(2);
    for (const name of plugins) expect(existsSync(path.join(home, "node_modules", name, "node_modules"))).toBe(false);
  });

  it("know their kinds at compile time", () => {
    writeFileSync(
      path.join(home, "kinds.ts"),
      `import { builtins, createRegistry, type Plugin } from "neurite";
import { plugin } from "neurite-plugin-rational";
const registry = createRegistry({ plugins: [builtins, plugin] });
registry.make("activation", "relu");
registry.make("activation", "rational/pade");
// @ts-expect-error: a misspelt kind
registry.make("activation", "rational/padé");
// @ts-expect-error: a misspelt kind of neurite's own
registry.make("activation", "rleu");
const wide = createRegistry({ plugins: [builtins, plugin as Plugin] });
wide.make("activation", "whatever it may know");
`,
    );
    const flags = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
    const tsc = path.join(root, "node_modules/typescript/bin/tsc");
    expect(attempt(home, process.execPath, tsc, ...flags, "kinds.ts").stdout).toBe("");
  });
});

describe("a model that was made with plugins", () => {
  it("loads where they are installed, with the same bits and no warning", () => {
    const folder = receiver(loading(builtins), "neurite", ...plugins);
    expect(loadIn(folder, ...plugins)).toEqual({ ...told, warnings: [], refusal: "" });
  });

  it("loads where they are missing, with the same bits, and says what to install, which mends it", () => {
    const folder = receiver(loading(builtins), "neurite");
    const { warnings, refusal, ...without } = loadIn(folder);
    expect(without).toEqual(told);
    const codes = new Set(warnings.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(new Set(["missing-plugin"]));
    const kinds = warnings.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["periodic/plr", "rational/pade"]));
    expect(refusal).toMatch(/^Unknown layer "periodic\/plr": .*neurite-plugin-periodic 0\.1\.0/);
    const [, command = ""] = refusal.match(/Run (npm install \S+?),/) ?? [];
    expect(command).toBe("npm install neurite-plugin-periodic@0.1.0");

    type(folder, "npm", "install", ...new Set<string>(warnings.map(({ install }: { install: string }) => install)));
    expect(loadIn(folder, ...plugins)).toEqual({ ...told, warnings: [], refusal: "" });
  });

  it("loads where single packages are installed, with the same bits", () => {
    const folder = receiver(
      loading(singles),
      ...["activations", "layers", "network", "serialization"].map((name) => `@neurite/${name}`),
      "neurite-plugin-rational",
    );
    const { warnings, refusal: _, ...half } = loadIn(folder, "neurite-plugin-rational");
    expect(half).toEqual(told);
    expect(new Set(warnings.map(({ install }: { install: string }) => install))).toEqual(
      new Set(["neurite-plugin-periodic@0.1.0"]),
    );
    expect(existsSync(path.join(folder, "node_modules/neurite"))).toBe(false);
  });
});

describe("the command line", () => {
  const neurite = (folder: string, ...args: readonly string[]) =>
    attempt(folder, process.execPath, path.join(folder, "node_modules/@neurite/cli/dist/index.js"), ...args);
  const rows = Array.from({ length: 80 }, (_, i) => `${i % 7},${i % 5},${Math.abs((i % 7) - (i % 5))}`);

  it("trains with the activation of a plugin, and predicts the same where the plugin is missing", () => {
    writeFileSync(path.join(home, "table.csv"), `a,b,y\n${rows.join("\n")}\n`);
    const plugin = ["--plugin", "neurite-plugin-rational"];
    const options = ["--activation", "rational/pade", "--units", "4", "--epochs", "3", "--out", "y.safetensors"];
    const trained = neurite(home, "train", "table.csv", "--target", "y", ...plugin, ...options, "--json");
    expect([trained.status, trained.stderr.includes("error")]).toEqual([0, false]);
    const known = neurite(home, "predict", "y.safetensors", "table.csv", ...plugin);
    expect(known.stderr).not.toContain("missing");

    const folder = projectWith("@neurite/cli");
    for (const file of ["table.csv", "y.safetensors"]) copyFileSync(path.join(home, file), path.join(folder, file));
    const without = neurite(folder, "predict", "y.safetensors", "table.csv");
    expect(without.stdout).toBe(known.stdout);
    expect(known.stdout.split("\n")).toHaveLength(82);
    expect(without.stderr).toContain("npm install neurite-plugin-rational@0.1.0");
    expect(without.stderr).toContain("--plugin neurite-plugin-rational");
    const inspected = neurite(folder, "inspect", "y.safetensors").stdout;
    expect(inspected).toContain("rational/pade");
    expect(inspected).toContain("neurite-plugin-rational 0.1.0");
    const absent = neurite(folder, "plugins", ...plugin);
    expect([absent.status, absent.stdout]).toEqual([expect.any(Number), ""]);
    expect(absent.stderr).toContain("npm install neurite-plugin-rational");
  });

  it("lists the kinds of plugins beside its own", () => {
    const { stdout } = neurite(home, "plugins", ...plugins.flatMap((name) => ["--plugin", name]), "--json");
    const text = JSON.stringify(JSON.parse(stdout));
    for (const word of ["rational/pade", "periodic/plr", "neurite-plugin-periodic", "gelu"])
      expect(text).toContain(word);
  });
});

describe("the address of the registry", () => {
  it("stands in no file that a user or an author has", () => {
    expect(filesWithRegistry()).toEqual([]);
    // one that told of it would be found, however deep
    const deep = path.join(home, "deep/er");
    mkdirSync(deep, { recursive: true });
    writeFileSync(path.join(deep, ".npmrc"), `registry=${inject("npmSettings").npm_config_registry}`);
    expect(filesWithRegistry()).toEqual([path.join(deep, ".npmrc")]);
  });
});

import { version } from "../package.json";
import { type Category, categories } from "./category";
import type { PluginNames } from "./plugin-names";

/** The packages of neurite are released together with this one, so its own version is theirs. */
const neurite = `^${version}`;

/** What the plugin is built and tested with: the versions that neurite itself is tested with. */
const tools = {
  "@changesets/cli": "2.31.1",
  esbuild: "0.27.7",
  tsup: "8.5.1",
  typescript: "6.0.3",
  vitest: "4.1.12",
};

/** The text of the plugin's `package.json`. */
export function manifest(category: Category, names: PluginNames, author: string | undefined): string {
  const contracts = ["@neurite/plugin", "@neurite/tensor", ...categories[category].imports].sort();
  const neurites = (packages: readonly string[]) => packages.map((name) => [name, neurite]);
  const content = {
    name: names.package,
    // the first change raises it to 0.1.0
    version: "0.0.0",
    description: `${categories[category].phrase.replace(/^a/, "A")} for neurite: ${names.prefix}/${names.identifier}.`,
    keywords: ["neurite", "neurite-plugin", "neural-network"],
    license: "MIT",
    ...(author !== undefined && { author }),
    type: "module",
    sideEffects: false,
    files: ["dist"],
    engines: { node: ">=20.19" },
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./package.json": "./package.json",
    },
    publishConfig: { access: "public" },
    scripts: {
      test: "vitest run",
      types: "tsc",
      build: "tsup",
      change: "changeset",
      "release:version": "changeset version",
      prepublishOnly: "npm run types && npm test && npm run build",
    },
    // peers, so that there is one copy of each
    peerDependencies: Object.fromEntries(neurites(contracts)),
    devDependencies: Object.fromEntries(
      [...neurites([...contracts, "neurite"]), ...Object.entries(tools)].sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
    ),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

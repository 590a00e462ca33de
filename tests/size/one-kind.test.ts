// Who imports one kind pays for one: both bundlers that people use leave every other kind out, whatever formulas they share.
import path from "node:path";
import { activationsPlugin } from "@neurite/activations";
import { layersPlugin } from "@neurite/layers";
import { networkPlugin } from "@neurite/network";
import { isRef, type Plugin } from "@neurite/plugin";
import { build, transform } from "esbuild";
import { builtins, createRegistry } from "neurite";
import { type RollupCache, type Plugin as RollupPlugin, rollup } from "rollup";
import { describe, expect, it } from "vitest";
import { exportOf } from "../../scripts/kind-export.mjs";
import { root } from "../house/root";

/** What the kinds stand on; it names none of them, which `tests/house` sees to by its arrows. */
const below = ["@neurite/plugin", "@neurite/tensor", "@neurite/wasm"];

interface Kind {
  readonly category: string;
  readonly kind: string;
  readonly from: string;
  /** The other kinds of its category. */
  readonly rivals: readonly string[];
}

const all: readonly Kind[] = [activationsPlugin, layersPlugin, networkPlugin].flatMap(({ name, ...shelves }) =>
  Object.entries(shelves).flatMap(([category, shelf]) => {
    const rivals = Object.keys(builtins[category as keyof typeof builtins] as object);
    return Object.keys(shelf).map((kind) => ({ category, kind, from: name, rivals: rivals.filter((r) => r !== kind) }));
  }),
);
const names = new Set(all.map(({ kind }) => kind));

const entryOf = ({ kind, from }: Kind) =>
  `import { ${exportOf(kind)} } from "${from}";\nconsole.log(${exportOf(kind)});`;

async function byEsbuild(kind: Kind): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entryOf(kind), resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["@neurite/source"],
    external: below,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** The sources for rollup, which reads no TypeScript. */
const sources = (entry: string): RollupPlugin => ({
  name: "sources",
  resolveId: (id, importer) => {
    if (id === "entry" || below.includes(id)) return id === "entry" ? id : { id, external: true };
    if (id.startsWith("@neurite/")) return path.join(root, "packages", id.slice(9), "src/index.ts");
    return importer && path.resolve(path.dirname(importer), `${id}.ts`);
  },
  load: (id) => (id === "entry" ? entry : undefined),
  transform: async (code, id) => {
    if (id === "entry") return undefined;
    return { code: (await transform(code, { loader: "ts" })).code, map: null, moduleSideEffects: false };
  },
});

let cache: RollupCache | undefined;

async function byRollup(kind: Kind): Promise<string> {
  const made = await rollup({
    input: "entry",
    plugins: [sources(entryOf(kind))],
    ...(cache && { cache: { modules: cache.modules.filter(({ id }) => id !== "entry") } }),
  });
  cache = made.cache;
  const { output } = await made.generate({ format: "es" });
  await made.close();
  return output[0].code;
}

/** The kinds that a made value brings as the defaults of its options, such as `linear` in `dense`. */
function defaults(plugin: Plugin, { category, kind }: Kind): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (part: unknown): void => {
    if (isRef(part)) found.add(part.kind);
    if (typeof part === "object" && part !== null) Object.values(part).forEach(look);
  };
  const singular = { losses: "loss", activations: "activation" }[category] ?? category.slice(0, -1);
  for (const config of [undefined, { units: 1, filters: 1, kernelSize: 1, categories: 1 }]) {
    try {
      look(createRegistry({ plugins: [plugin] }).make(singular as "layer", kind, config));
    } catch {
      // it needs other options, or none
    }
  }
  return found;
}

/** What further kinds are made of, and options whose words are those of other kinds. */
const parts: Readonly<Record<string, readonly string[]>> = {
  batchNormalization: ["ones", "zeros"],
  bidirectional: ["concatenate"], // a word of its option "merge"
  formula: ["constant"],
  gelu: ["tanh"], // a word of its option "approximate"
  groupNormalization: ["ones", "zeros"],
  layerNormalization: ["ones", "zeros"],
  prelu: ["constant"],
  rmsNormalization: ["ones", "zeros"],
  sequential: ["shared"], // it tells a repeated layer from a shared one
};

function strays(text: string, one: Kind): readonly string[] {
  const brought = new Set([...defaults(builtins, one), ...(parts[one.kind] ?? [])]);
  const kindsIn = [...text.matchAll(/\bkind(?:\$?\d+)?\s*[:=]\s*["'`](\w+)["'`]/g)].map(([, kind = ""]) => kind);
  return [
    ...kindsIn.filter((kind) => names.has(kind) && kind !== one.kind && !brought.has(kind)),
    ...one.rivals.filter(
      (rival) => !brought.has(rival) && ['"', "'", "`"].some((q) => text.includes(`${q}${rival}${q}`)),
    ),
  ];
}

describe.each([
  ["esbuild", byEsbuild],
  ["rollup", byRollup],
] as const)("a bundle of one kind by %s", (_name, bundleOf) => {
  it.each(all.map((one) => [`${one.category} ${one.kind}`, one] as const))("%s names no other", async (_title, one) => {
    const text = await bundleOf(one);
    expect(text).toMatch(new RegExp(`["'\`]${one.kind}["'\`]`));
    expect(strays(text, one)).toEqual([]);
  });
});

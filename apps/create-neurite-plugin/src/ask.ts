import { isCancel, select, text, updateSettings } from "@clack/prompts";
import { type Category, categories, categoryNames } from "./category";
import type { Io } from "./io";
import { checkFree } from "./plugin-folder";
import { pluginNames } from "./plugin-names";
import { ScaffoldError } from "./scaffold-error";

/** What the command line says; the rest is asked. */
export interface Given {
  readonly name?: string | undefined;
  readonly kind?: Category | undefined;
  /** Whether the usual answers are taken where nothing is given. */
  readonly yes?: boolean | undefined;
}

export interface Answers {
  readonly name: string;
  readonly kind: Category;
}

/** The answers given and asked for; `undefined` after Ctrl-C, Ctrl-D or Escape. Throws `usage` where something is missing and nobody can be asked. */
export async function ask({ name, kind, yes }: Given, io: Io): Promise<Answers | undefined> {
  const usualName = (category: Category) => `my-${category}`;
  if (yes === true) {
    const category = kind ?? "activation";
    return { kind: category, name: name ?? usualName(category) };
  }
  if (name !== undefined && kind !== undefined) return { name, kind };
  if (io.stdin.isTTY !== true || io.stdout.isTTY !== true) throw missing(name, kind);

  // without it the end of the input would end the process in the middle of a question
  updateSettings({ aliases: { [endOfInput]: "cancel" } });
  const streams = { input: io.stdin, output: io.stdout };
  const category = kind ?? (await askKind(streams));
  if (isCancel(category)) return undefined;
  const answer = name ?? (await askName(usualName(category), io.cwd, streams));
  return isCancel(answer) ? undefined : { kind: category, name: answer };
}

const endOfInput = "\u0004";

type Streams = Pick<NonNullable<Parameters<typeof text>[0]>, "input" | "output">;

function askKind(streams: Streams) {
  const options = categoryNames.map((value) => ({ value, label: value, hint: categories[value].hint }));
  return select<Category>({ ...streams, message: "What does the plugin add?", options });
}

function askName(usual: string, cwd: string, streams: Streams) {
  return text({
    ...streams,
    message: "What is it called?",
    placeholder: usual,
    defaultValue: usual,
    validate: (answer) => problem(answer || usual, cwd),
  });
}

/** Why a plugin cannot have this name here. */
function problem(name: string, cwd: string): string | undefined {
  try {
    checkFree(cwd, pluginNames(name).folder);
    return undefined;
  } catch (error) {
    if (error instanceof ScaffoldError) return error.message;
    throw error;
  }
}

function missing(name: string | undefined, kind: Category | undefined): ScaffoldError {
  const lacks = [name === undefined && "the name", kind === undefined && "--kind"].filter((part) => part !== false);
  const call = `npm create neurite-plugin ${name ?? "my-swish"} -- --kind ${kind ?? "activation"}`;
  return new ScaffoldError(
    "usage",
    `${capitalized(lacks.join(" and "))} should be given where no terminal can be asked on. Run \`${call}\`, or pass --yes for the usual answers.`,
  );
}

const capitalized = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

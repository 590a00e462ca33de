import validate from "validate-npm-package-name";
import { isTakenName } from "./is-taken-name";
import { ScaffoldError } from "./scaffold-error";

/** What a plugin and its parts are called. */
export interface PluginNames {
  /** The npm package: `neurite-plugin-my-swish`, `@acme/neurite-plugin-my-swish`. */
  readonly package: string;
  /** The folder: the package without its scope. */
  readonly folder: string;
  /** What stands before the slash of each kind: the scope, or else the name. */
  readonly prefix: string;
  /** The kind after the slash, and the function that makes it: `mySwish`. */
  readonly identifier: string;
  /** The interface of its options: `MySwishOptions`. */
  readonly options: string;
  /** The source file without its ending: `my-swish`. */
  readonly file: string;
}

const start = "neurite-plugin-";
/** What the plugin of neurite's own kinds is called. */
const own = "neurite";

/**
 * The names that follow from the one given, with or without scope and `neurite-plugin-`.
 *
 * Throws `usage` where npm would refuse the package, TypeScript the identifier, or a registry a second plugin called `neurite`.
 */
export function pluginNames(given: string): PluginNames {
  const { scope, name } = split(given);
  const folder = `${start}${name}`;
  const full = scope === undefined ? folder : `@${scope}/${folder}`;
  const { errors = [], warnings = [], validForNewPackages } = validate(full);
  if (!validForNewPackages) {
    throw refused(given, [...errors, ...warnings].join(", ").replaceAll("name ", "it "));
  }
  const words = name.split(/[^a-z0-9]+/).filter((word) => word !== "");
  const [first = "", ...rest] = words;
  const identifier = first + rest.map(capitalized).join("");
  if (!/^[a-z]/.test(identifier))
    throw refused(given, "it should begin with a letter, since a function is named after it");
  if (isTakenName(identifier)) {
    throw refused(
      given,
      `"${identifier}" means something else in TypeScript or in the plugin's own files`,
      `my-${words.join("-")}`,
    );
  }
  const prefix = scope ?? name;
  if (prefix === own) {
    const example = name === own ? `my-${name}` : undefined;
    throw refused(given, `the plugin of neurite's own kinds is called "${own}"`, example);
  }
  return {
    package: full,
    folder,
    prefix,
    identifier,
    options: `${capitalized(identifier)}Options`,
    file: words.join("-"),
  };
}

function split(given: string): { scope: string | undefined; name: string } {
  const scoped = /^@([^/]*)\/(.*)$/s.exec(given);
  const bare = scoped?.[2] ?? given;
  return { scope: scoped?.[1], name: bare.startsWith(start) ? bare.slice(start.length) : bare };
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function refused(given: string, reason: string, example = suggestion(given)): ScaffoldError {
  const shown = JSON.stringify(given.length > 60 ? `${given.slice(0, 59)}…` : given);
  return new ScaffoldError("usage", `A plugin cannot be called ${shown}: ${reason}. Take a name such as ${example}.`);
}

/** The given name as npm would have it, if something of it is left: `MySwish!` → `my-swish`. */
function suggestion(given: string): string {
  const words = split(given)
    .name.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const name = words.join("-").slice(0, 40);
  return /^[a-z]/.test(name) && !isTakenName(name) ? name : "my-swish";
}

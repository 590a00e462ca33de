import type { Io } from "./io";

/** What one types before the arguments to call this command again: from a clone and through npx it is not on the path. */
export function commandWord({ env }: Io): string {
  if (env.npm_package_name === "neurite-monorepo" && env.npm_lifecycle_event !== undefined) {
    return "npm run --silent neurite --";
  }
  return env.npm_command === "exec" ? "npx neurite" : "neurite";
}

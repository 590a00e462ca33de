import { thrownText } from "./thrown-text";

/** What Node says to a TypeScript file that it cannot run: by its ending, or since it stands in node_modules. */
const refusals: readonly unknown[] = ["ERR_UNKNOWN_FILE_EXTENSION", "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING"];

/** Why a module could not be imported, and what to do about it. */
export function importFault(thrown: unknown, url: string): string {
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
  if (refusals.includes(code) && /\.[cm]?tsx?$/.test(url)) {
    return "it is TypeScript, which this Node cannot run. Build it, and pass the JavaScript.";
  }
  return `it failed while it was imported: ${thrownText(thrown)}. Mend it, or install what it needs.`;
}

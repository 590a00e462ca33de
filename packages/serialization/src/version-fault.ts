import { NeuriteError } from "@neurite/tensor";
import type { ExpressionShelf } from "./expression-shelf";
import type { FileWarning } from "./file-warning";
import { describePlugin } from "./plugin-in-file";

/**
 * The error of a file that cannot be built with the plugins that are here: where one of them is of another version than the file was written
 * with, it says so first, since that is the likely cause. Otherwise the error as it is.
 */
export function versionFault(
  fault: NeuriteError,
  warnings: readonly FileWarning[],
  shelf: ExpressionShelf,
): NeuriteError {
  const others = warnings.flatMap(({ installed, ...told }) => (installed ? [{ ...told, installed }] : []));
  // what is missing altogether has the right remedy already
  if (others.length === 0 || fault.code === "unknown-kind") return fault;
  const written = others.map(describePlugin).join(" and ");
  const here = others.map(({ installed }) => `${installed.name} ${installed.version}`).join(" and ");
  const [plugin, version] = others.length === 1 ? ["plugin", "version"] : ["plugins", "versions"];
  const installs = others.map(({ install }) => install);
  const get = installs.includes(undefined)
    ? `Get that ${version} from whoever made the file`
    : `Run npm install ${installs.join(" ")}`;
  const runsAlone = others.every(
    ({ category, kind }) =>
      category === "initializer" || shelf.expressions.some((e) => e.category === category && e.kind === kind),
  );
  const orWithout = runsAlone ? `, or leave the ${plugin} out: the file runs from its own expression` : "";
  return new NeuriteError(
    fault.code,
    `The file was written with the ${plugin} ${written}, and cannot be loaded with ${here}, which is here: ${withoutRemedy(fault.message)}. ${get}${orWithout}.`,
    { cause: fault },
  );
}

/** What an error says before its last sentence, whose remedy is for other causes. */
function withoutRemedy(message: string): string {
  return message.replace(/\.( [^.]*(\.\S[^.]*)*\.?)?$/, "");
}

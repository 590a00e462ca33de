import { type Entry, type Executable, NeuriteError, type Program, runGraph, type Value } from "@neurite/tensor";
import { firstNotFinite } from "../data";

/** Where a step first made a number that is not finite out of finite ones: the path of the layer, and the operation. */
interface Origin {
  readonly path: string;
  readonly op: string;
}

/**
 * Runs a step once more on the interpreter and looks at every number; the state is what it was before the step, whatever the backend.
 *
 * Undefined where the interpreter finds nothing: its last bits differ from those of another backend, on which a number may just have overflowed.
 */
function findOrigin(program: Program, entry: Entry, read: (state: string) => Value): Origin | undefined {
  const names = Object.keys(program.state);
  const graph = {
    inputs: Object.values(program.state),
    outputs: [...(entry.guard ? [entry.guard] : []), ...Object.values(entry.updates)],
  };
  let origin: Origin | undefined;
  runGraph(graph, names.map(read), (node, inputs, outputs) => {
    if (origin || outputs.every(allFinite) || !inputs.every(allFinite)) return;
    origin = { path: node.path, op: node.op };
  });
  return origin;
}

function allFinite({ data }: Value): boolean {
  return firstNotFinite(data) < 0;
}

/** Where a training stopped. */
export interface Where {
  readonly epoch: number;
  readonly batch: number;
  /** Undefined for a minimizer, which has none. */
  readonly learningRate?: number;
}

/** The error of an entry that its guard stopped: it names epoch, batch and layer, and what to do. */
export function failure(
  { program, executable }: { readonly program: Program; readonly executable: Executable },
  name: string,
  where: Where,
): NeuriteError {
  const origin = findOrigin(program, program.entries[name] as Entry, (state) => executable.read(state));
  const [, index, kind] = /^(\d+)\/([^/]+(?:\/[^/]+)?)/.exec(origin?.path ?? "") ?? [];
  const layer =
    index !== undefined
      ? `, first in layer ${Number(index) + 1} (${kind})`
      : origin
        ? `, first in ${origin.path || "the loss"} (${origin.op})`
        : "";
  const remedy =
    where.learningRate === undefined
      ? "Scale the inputs, or start from smaller weights."
      : `Lower the learning rate (now ${where.learningRate}), clip the gradients (clipByGlobalNorm), or scale the inputs.`;
  return new NeuriteError(
    "not-finite",
    `fit: the loss or a gradient became NaN or infinite in epoch ${where.epoch}, batch ${where.batch}${layer}. ${remedy}`,
  );
}

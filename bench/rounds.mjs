// The libraries in turn, round after round, so that a machine that gets slower or faster meanwhile does so for all.
import { takesPart } from "./catalogue.mjs";
import { measure } from "./contestant.mjs";
import { pythonWith } from "./python-interpreter.mjs";
import { summarize } from "./summary.mjs";

const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);

/**
 * Runs all workloads; tells on standard error how far it is, and which peers had to be left out.
 * @param {{ workloads: readonly import("./contract.mjs").Workload[], libraries: readonly import("./contract.mjs").Library[], repeats: number }} what
 */
export async function runRounds({ workloads, libraries, repeats }) {
  const find = createFinder();
  const told = new Set();
  const rows = [];
  let neuriteFailed = false;
  for (const workload of workloads) {
    const contestants = (await Promise.all(libraries.map((library) => find(workload, library)))).flat();
    /** @type {Map<import("./contestant.mjs").Contestant, { version: string, samples: number[] }>} */
    const results = new Map();
    const out = new Set();
    const rounds = Math.min(repeats, workload.mostRounds ?? repeats);
    for (let round = 1; round <= rounds; round++) {
      say(`${workload.name}: round ${round} of ${rounds}`);
      for (const contestant of contestants.filter((held) => !out.has(held))) {
        const { library } = contestant;
        try {
          const outcome = await measure(contestant);
          const remark = outcome.leftOut === undefined ? outcome.note : `${outcome.leftOut}: left out`;
          if (remark && !told.has(remark)) say(remark);
          told.add(remark);
          if (outcome.leftOut !== undefined) {
            out.add(contestant);
            continue;
          }
          const before = results.get(contestant)?.samples ?? [];
          results.set(contestant, { version: outcome.version, samples: [...before, ...outcome.samples] });
        } catch (error) {
          out.add(contestant);
          results.delete(contestant);
          neuriteFailed ||= library.name.startsWith("neurite");
          say(`${library.name} failed at ${workload.name}: ${error instanceof Error ? error.message : error}`);
        }
      }
    }
    rows.push(...contestants.flatMap((held) => summarize(held, results.get(held))));
  }
  return { rows, neuriteFailed };
}

/** Finds who takes part in a workload; looks for each Python and asks for each number of threads once. */
function createFinder() {
  const pythons = new Map();
  const counts = new Map();
  /** @type {(workload: import("./contract.mjs").Workload, library: import("./contract.mjs").Library) => Promise<import("./contestant.mjs").Contestant[]>} */
  return async (workload, library) => {
    if (!takesPart(library, workload)) return [];
    if (library.python && !pythons.has(library.name)) {
      pythons.set(library.name, pythonWith(library.python.module));
      if (!pythons.get(library.name))
        say(`No Python with ${library.python.module} was found: ${library.name} left out`);
    }
    const python = pythons.get(library.name);
    if (library.python && !python) return [];
    if (library.threadCounts && !counts.has(library.name)) counts.set(library.name, await library.threadCounts());
    const [one, ...more] = counts.get(library.name) ?? [undefined];
    const threads = workload.threaded ? [one, ...more] : [one];
    return threads.map((count) => ({ workload, library, threads: count, python }));
  };
}

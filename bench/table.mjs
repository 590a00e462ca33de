// The results for readers: a table for each workload, neurite first, with the ratio to each peer.

/** @typedef {import("./summary.mjs").Row} Row */
/** @typedef {{ name: string, title: string, better: "higher" | "lower" }} Shown */

/** @param {number} n */
export function formatNumber(n) {
  const size = Math.abs(n);
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
  const [whole = "", fraction] = Math.abs(n).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${n < 0 ? "-" : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

/**
 * How many times better neurite's median is: above 1 it is ahead. Undefined where a ratio says nothing.
 * @param {number} own
 * @param {number} other
 * @param {"higher" | "lower"} better
 */
export function ratio(own, other, better) {
  if (!(own > 0 && other > 0)) return undefined;
  return better === "higher" ? own / other : other / own;
}

/** Neurite on one thread is what the others are set beside. @param {readonly Row[]} rows @param {Shown} workload */
function linesOf(rows, workload) {
  const own = rows.filter(({ workload: name, library }) => name === workload.name && library === "neurite");
  const peers = rows.filter(({ workload: name, library }) => name === workload.name && library !== "neurite");
  const better = (/** @type {Row} */ a, /** @type {Row} */ b) =>
    workload.better === "higher" ? b.median - a.median : a.median - b.median;
  return [...own, ...peers.toSorted(better)].map(({ library, version, threads, median, min }) => {
    const factor = library === "neurite" || !own[0] ? undefined : ratio(own[0].median, median, workload.better);
    return [
      library,
      version,
      String(threads),
      formatNumber(median),
      formatNumber(min),
      factor === undefined ? "" : `${formatNumber(factor)} ×`,
    ];
  });
}

const heading = (/** @type {string} */ unit) => ["library", "version", "threads", unit, "min", "neurite is"];
const numeric = [false, false, true, true, true, true];

/** @param {readonly Row[]} rows @param {readonly Shown[]} workloads */
const shownTables = (rows, workloads) =>
  workloads.flatMap((workload) => {
    const unit = rows.find(({ workload: name }) => name === workload.name)?.unit;
    if (unit === undefined) return [];
    const note = `${unit}, ${workload.better} is better`;
    return [{ workload, note, lines: [heading(unit), ...linesOf(rows, workload)] }];
  });

/** @param {readonly Row[]} rows @param {readonly Shown[]} workloads */
export function textTables(rows, workloads) {
  const tables = shownTables(rows, workloads).map(({ workload, note, lines }) => {
    const widths = numeric.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
    const padded = lines.map((line) =>
      line
        .map((cell, i) => (numeric[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
        .join("  ")
        .trimEnd(),
    );
    return [`${workload.name}: ${workload.title} (${note})`, ...padded, ""].join("\n");
  });
  return tables.join("\n");
}

/** @param {readonly Row[]} rows @param {readonly Shown[]} workloads */
export function markdownTables(rows, workloads) {
  const tables = shownTables(rows, workloads).map(({ workload, note, lines: [head = [], ...lines] }) => {
    const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(" | ")} |`;
    const rule = numeric.map((right) => (right ? "--:" : "---"));
    return [`### ${workload.name}`, "", `${workload.title}: ${note}`, "", ...[head, rule, ...lines].map(line), ""].join(
      "\n",
    );
  });
  return tables.join("\n");
}

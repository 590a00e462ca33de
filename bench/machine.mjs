import { cpus, platform, release, totalmem } from "node:os";

/** One line about where the figures come from. @param {number} repeats */
export function machine(repeats) {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const system = `${platform()} ${release()}`;
  return `${first?.model.trim() ?? "unknown processor"}, ${cpus().length} logical cores, ${memory} GiB; ${system}; Node ${process.versions.node}; ${repeats} rounds.`;
}

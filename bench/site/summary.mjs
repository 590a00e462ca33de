/** The figures of a scene, in milliseconds. @param {{ waits: readonly number[], tasks: readonly number[] }} seen */
export function summary({ waits, tasks }) {
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    return value === undefined ? undefined : Math.round(10 * value) / 10;
  };
  return {
    acts: sorted.length,
    median: at(0.5),
    p95: at(0.95),
    max: at(1),
    longTasks: tasks.length,
    longest: Math.round(Math.max(0, ...tasks)),
  };
}

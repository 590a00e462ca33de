// Which tasks are solved: remembered on this machine, nowhere else.
const key = "neurite-solved";

function remembered(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

let solved = $state.raw<readonly string[]>(remembered());

export const progress = {
  has(task: string): boolean {
    return solved.includes(task);
  },
  add(task: string): void {
    if (solved.includes(task)) return;
    solved = [...solved, task];
    try {
      localStorage.setItem(key, JSON.stringify(solved));
    } catch {
      // a page that may not remember still shows the tick
    }
  },
};

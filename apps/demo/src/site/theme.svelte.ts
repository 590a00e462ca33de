// Light, dark, or as the system has it; remembered on this machine.
export type Theme = "system" | "light" | "dark";

const key = "neurite-theme";

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

const first = remembered();
let theme = $state<Theme>(first);
show(first);

export const chosenTheme = {
  get value(): Theme {
    return theme;
  },
  choose(next: Theme): void {
    theme = next;
    show(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // a page that may not remember still changes
    }
  },
};

function show(next: Theme): void {
  if (next === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

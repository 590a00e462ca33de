// Whether the page is dark now, for pictures that are painted and not styled.
import { chosenTheme } from "./theme.svelte";

const query = matchMedia("(prefers-color-scheme: dark)");
let system = $state(query.matches);
query.addEventListener("change", (event) => {
  system = event.matches;
});

const paper = matchMedia("print");
let printing = $state(paper.matches);
paper.addEventListener("change", (event) => {
  printing = event.matches;
});

export const isDark = {
  get value(): boolean {
    if (printing) return false;
    return chosenTheme.value === "system" ? system : chosenTheme.value === "dark";
  },
};

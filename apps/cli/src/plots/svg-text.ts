import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

const svgNamespace = "http://www.w3.org/2000/svg";

/** What is drawn. */
export interface Drawing {
  readonly title: string;
  /** What a reader should see in it, on a line below the title. */
  readonly hint: string;
  readonly x: Plot.ScaleOptions;
  readonly y: Plot.ScaleOptions;
  readonly marks: readonly Plot.Markish[];
}

/** A drawing as the text of an SVG file on white, without a browser. */
export function svgText({ title, hint, x, y, marks }: Drawing): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const heading = { frameAnchor: "top-left", lineAnchor: "bottom" } as const;
  const svg = Plot.plot({
    document,
    width: 640,
    height: 440,
    marginTop: 56,
    marginLeft: 64,
    marginBottom: 44,
    grid: true,
    inset: 14,
    ariaLabel: `${title}: ${hint}`,
    x: { labelAnchor: "center", ...x },
    y: { labelAnchor: "center", ...y },
    marks: [
      Plot.text([title], { ...heading, dy: -26, fontSize: 13, fontWeight: "bold" }),
      Plot.text([hint], { ...heading, dy: -10, fontSize: 11 }),
      ...marks,
    ],
  });
  const paper = document.createElementNS(svgNamespace, "rect");
  for (const [name, value] of Object.entries({ width: "640", height: "440", fill: "white" })) {
    paper.setAttribute(name, value);
  }
  svg.insertBefore(paper, svg.firstChild);
  // A page's elements know their namespace; in a file of its own it is written.
  svg.setAttribute("xmlns", svgNamespace);
  return `${svg.outerHTML}\n`;
}

// A drawing of curves over one axis as the text of an SVG file: axes, ticks, legend, readable on light and dark pages.

const WIDTH = 480;
const HEIGHT = 300;
const FRAME = { left: 44, right: 16, top: 44, bottom: 32 };
const STYLE = `
    .back { fill: #ffffff; stroke: #d0d7de; }
    .grid { stroke: #d8dee4; }
    .axis { stroke: #6e7781; }
    text { fill: #424a53; font: 12px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
    .title { fill: #1f2328; font-size: 15px; font-weight: 600; }
    path { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
    .first { stroke: #0969da; }
    .second { stroke: #d4721c; stroke-dasharray: 7 5; }
    @media (prefers-color-scheme: dark) {
      .back { fill: #0d1117; stroke: #30363d; }
      .grid { stroke: #262c34; }
      .axis { stroke: #8b949e; }
      text { fill: #b1bac4; }
      .title { fill: #e6edf3; }
      .first { stroke: #58a6ff; }
      .second { stroke: #f0a35e; }
    }
  `;

/**
 * @typedef {{ name: string, values: readonly number[] }} Curve what the legend says, and a value for each x; NaN is not drawn
 * @typedef {{ title: string, x: readonly number[], curves: readonly Curve[], low: number, high: number }} Drawing
 */

/** @param {number} n */
const round = (n) => Number(n.toFixed(2)) + 0; // + 0: no -0

/** Marks at whole multiples of 1, 2 or 5 times a power of ten, about five of them.
 * @param {number} low @param {number} high */
export function ticksOf(low, high) {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((n) => n * power >= rough * 0.99) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(6)) + 0);
}

/**
 * The points of a polyline that stay within a sixteenth of a pixel, the fewest from the left.
 * @param {readonly (readonly [number, number])[]} points
 */
export function thinned(points) {
  const kept = points.slice(0, 1);
  for (let from = 0; from < points.length - 1; ) {
    let to = from + 1;
    while (to + 1 < points.length && isStraight(points, from, to + 1)) to++;
    kept.push(points[to] ?? [0, 0]);
    from = to;
  }
  return kept;
}

/** @param {readonly (readonly [number, number])[]} points @param {number} from @param {number} to */
function isStraight(points, from, to) {
  const [x0, y0] = points[from] ?? [0, 0];
  const [x1, y1] = points[to] ?? [0, 0];
  return points.slice(from + 1, to).every(([x, y]) => Math.abs(y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) - y) < 0.06);
}

/** @param {Drawing} drawing */
export function drawingOf({ title, x, curves, low, high }) {
  const [left, right] = [x[0] ?? 0, x.at(-1) ?? 1];
  /** @param {number} n */
  const across = (n) => round(FRAME.left + ((n - left) / (right - left)) * (WIDTH - FRAME.left - FRAME.right));
  /** @param {number} n */
  const down = (n) => round(FRAME.top + ((high - n) / (high - low)) * (HEIGHT - FRAME.top - FRAME.bottom));
  const [top, bottom, start, end] = [down(high), down(low), across(left), across(right)];

  const columns = ticksOf(left, right).map((n) => {
    const at = across(n);
    const line = `<line class="${n === 0 ? "axis" : "grid"}" x1="${at}" y1="${top}" x2="${at}" y2="${bottom}"/>`;
    return `${line}<text x="${at}" y="${bottom + 18}" text-anchor="middle">${label(n)}</text>`;
  });
  const rows = ticksOf(low, high).map((n) => {
    const at = down(n);
    const line = `<line class="${n === 0 ? "axis" : "grid"}" x1="${start}" y1="${at}" x2="${end}" y2="${at}"/>`;
    return `${line}<text x="${start - 8}" y="${round(at + 4)}" text-anchor="end">${label(n)}</text>`;
  });
  const classes = ["first", "second"];
  const paths = curves.map(({ values }, c) => {
    const pieces = piecesOf(x, values, high - low).map((piece) =>
      thinned(piece.map(([px, py]) => [across(px), down(py)]))
        .map((point, i) => `${i === 0 ? "M" : "L"}${point.join(" ")}`)
        .join(""),
    );
    return `<path class="${classes[c]}" d="${pieces.join("")}"/>`;
  });
  const legend = curves.map(({ name }, c) => {
    const at = end - 110 * (curves.length - c) + 20;
    return `<path class="${classes[c]}" d="M${at} 22L${at + 28} 22"/><text x="${at + 36}" y="26">${name}</text>`;
  });
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${title} and its derivative">`,
    `<style>${STYLE}</style>`,
    `<clipPath id="frame"><rect x="${start}" y="${top}" width="${round(end - start)}" height="${round(bottom - top)}"/></clipPath>`,
    `<rect class="back" x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="6"/>`,
    `<text class="title" x="16" y="27">${title}</text>`,
    ...legend,
    // lines at 0 lie over the others
    ...[...columns, ...rows].sort((a, b) => Number(a.includes('"axis"')) - Number(b.includes('"axis"'))),
    `<g clip-path="url(#frame)">`,
    ...paths,
    "</g>",
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}

/** @param {number} n */
const label = (n) => String(n).replace("-", "−");

/**
 * A curve cut where it jumps, or leaves the frame by far.
 * @param {readonly number[]} x @param {readonly number[]} values @param {number} height
 */
function piecesOf(x, values, height) {
  /** @type {[number, number][][]} */
  const pieces = [];
  let last = Number.NaN;
  values.forEach((y, i) => {
    if (Number.isFinite(y) && Math.abs(y) < 3 * height) {
      if (!(Math.abs(y - last) < 0.08)) pieces.push([]);
      pieces.at(-1)?.push([x[i] ?? 0, y]);
    }
    last = y;
  });
  return pieces.filter((piece) => piece.length > 1);
}

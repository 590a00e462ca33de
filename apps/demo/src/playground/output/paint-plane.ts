// What changes with each frame of a training, painted at once: the colours of the answers, their lines and what these are called.
import { formatNumber } from "../../numbers/format-number";
import { gridSide } from "../training/look";
import { type HeatScale, heatPixels } from "./heat-image";
import { isoline } from "./isoline";

export interface PlanePaint {
  readonly picture: ArrayLike<number>;
  readonly heat: HeatScale;
  /** The values that have a line. */
  readonly levels: readonly number[];
  readonly dark: boolean;
  /** The colours of lines and texts, and of what is around texts. */
  readonly ink: string;
  readonly halo: string;
  /** Pixels of the canvas for one of the page. */
  readonly density: number;
}

/** One pixel for each place of the grid; kept, since a canvas costs more than what is painted on it. */
let small: CanvasRenderingContext2D | undefined;

/** Paints the plane over a whole square canvas: the outermost places of the grid lie on its edges. */
export function paintPlane(canvas: HTMLCanvasElement, paint: PlanePaint): void {
  const context = canvas.getContext("2d");
  small ??= smallCanvas();
  if (!context || !small) return;
  const side = canvas.width;
  const cell = side / (gridSide - 1);
  small.putImageData(new ImageData(heatPixels(paint.picture, paint.heat, paint.dark), gridSide), 0, 0);
  context.clearRect(0, 0, side, side);
  context.imageSmoothingEnabled = true;
  context.drawImage(small.canvas, -cell / 2, -cell / 2, side + cell, side + cell);
  paintLines(context, paint, cell);
}

function paintLines(context: CanvasRenderingContext2D, paint: PlanePaint, cell: number): void {
  const { picture, levels, ink, halo, density } = paint;
  const side = context.canvas.width;
  context.lineWidth = density;
  context.strokeStyle = ink;
  context.globalAlpha = 0.6;
  const lines = levels.map((level) => ({ level, segments: isoline(picture, gridSide, level) }));
  context.beginPath();
  for (const { segments } of lines) {
    for (const [x1, y1, x2, y2] of segments) {
      context.moveTo(x1 * cell, y1 * cell);
      context.lineTo(x2 * cell, y2 * cell);
    }
  }
  context.stroke();
  context.globalAlpha = 1;
  context.font = `${11 * density}px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { level, segments } of lines) {
    const [x, y] = segments[Math.floor(segments.length / 3)] ?? [];
    if (x === undefined || y === undefined) continue;
    const text = formatNumber(level, Number.isInteger(level * 10) ? 1 : 2);
    // whole, also at the edge
    const within = (at: number, half: number) => Math.min(side - half, Math.max(half, at * cell));
    const [left, top] = [within(x, context.measureText(text).width / 2 + 2 * density), within(y, 8 * density)];
    context.lineWidth = 3 * density;
    context.strokeStyle = halo;
    context.strokeText(text, left, top);
    context.fillStyle = ink;
    context.fillText(text, left, top);
  }
}

function smallCanvas(): CanvasRenderingContext2D | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = gridSide;
  canvas.height = gridSide;
  // read back from memory each time it is painted: that is quicker than to fetch it from a graphics card
  return canvas.getContext("2d", { willReadFrequently: true }) ?? undefined;
}

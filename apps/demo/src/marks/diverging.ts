// The one scale of the site for what is above and below nothing: orange, grey, blue, equally dark on both sides.

/** From -1 in steps of a quarter to 1. */
const stops = {
  light: ["#894102", "#B4632B", "#CB9270", "#DFC1AF", "#F2EFEE", "#B6CAE3", "#7DA3D4", "#447DC4", "#0A56A6"],
  dark: ["#FBA95B", "#C88443", "#8F643D", "#5A4635", "#2A2827", "#3A4C5F", "#49739A", "#569BD9", "#86C4FE"],
} as const;

type Triple = readonly [number, number, number];

const steps = 256;
/** Red, green, blue of each of `steps + 1` places from -1 to 1, made when first asked for. */
const tables: { light?: Uint8ClampedArray; dark?: Uint8ClampedArray } = {};

/** Red, green and blue for a value, drawn in to -1 … 1; `into` is filled from `at` on with them and full opacity. */
export function fillDiverging(value: number, dark: boolean, into: Uint8ClampedArray, at: number): void {
  const table = tableOf(dark);
  const place = 3 * placeOf(value);
  into[at] = table[place] as number;
  into[at + 1] = table[place + 1] as number;
  into[at + 2] = table[place + 2] as number;
  into[at + 3] = 255;
}

/** The colour for a value, drawn in to -1 … 1. */
export function divergingColor(value: number, dark: boolean): string {
  const table = tableOf(dark);
  const place = 3 * placeOf(value);
  return `rgb(${table[place]} ${table[place + 1]} ${table[place + 2]})`;
}

/** Black or white, whichever is told apart better on the colour of a value; at least 4.58 : 1. */
export function textOnDiverging(value: number, dark: boolean): "#000" | "#fff" {
  // where the luminance passes 0.179, at which both are told apart alike
  if (dark) return value < -0.55 || value > 0.53 ? "#000" : "#fff";
  return value < -0.765 || value > 0.785 ? "#fff" : "#000";
}

function placeOf(value: number): number {
  return Math.round(((Math.min(1, Math.max(-1, value)) + 1) / 2) * steps);
}

function tableOf(dark: boolean): Uint8ClampedArray {
  const name = dark ? "dark" : "light";
  const made = tables[name];
  if (made) return made;
  const points = stops[name].map(toOklab);
  const table = new Uint8ClampedArray(3 * (steps + 1));
  for (let place = 0; place <= steps; place++) {
    const along = (place / steps) * (points.length - 1);
    const from = Math.min(points.length - 2, Math.floor(along));
    const [a, b] = [points[from] as Triple, points[from + 1] as Triple];
    const share = along - from;
    const mixed = a.map((x, i) => x + share * ((b[i] as number) - x)) as unknown as Triple;
    table.set(toRgb(mixed), 3 * place);
  }
  tables[name] = table;
  return table;
}

// OKLab: Björn Ottosson, "A perceptual color space for image processing", 2020
function toOklab(hex: string): Triple {
  const [r, g, b] = [1, 3, 5].map((i) => linear(Number.parseInt(hex.slice(i, i + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toRgb([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function gamma(part: number): number {
  return 255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055);
}

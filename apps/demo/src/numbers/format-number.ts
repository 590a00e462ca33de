const minus = "−";

/** A number for reading: `digits` after the point, a true minus sign, thousands apart by thin spaces. */
export function formatNumber(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "not a number" : value > 0 ? "∞" : `${minus}∞`;
  const fixed = Math.abs(value) >= 1e15 ? value.toExponential(digits) : Math.abs(value).toFixed(digits);
  const isZero = Number(fixed) === 0;
  const [whole = "", rest] = fixed.replace("-", "").split(".");
  const apart = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole;
  return `${value < 0 && !isZero ? minus : ""}${apart}${rest === undefined ? "" : `.${rest}`}`;
}

/** With a sign in any case, for what is added: +3.00, −1.00. */
export function formatSigned(value: number, digits = 2): string {
  const text = formatNumber(value, digits);
  return text.startsWith(minus) ? text : `+${text}`;
}

/** So many significant digits without trailing zeros: for numbers of any size. */
export function formatShort(value: number, significant = 4): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-6) {
    const [digits = "", power = ""] = value.toExponential(significant - 1).split("e");
    return `${digits.replace(/\.?0+$/, "").replace("-", minus)}·10${superscript(Number(power))}`;
  }
  const decimals = Math.max(0, significant - 1 - Math.floor(Math.log10(size)));
  const text = formatNumber(value, Math.min(20, decimals));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function superscript(power: number): string {
  return [...String(power)].map((sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)])).join("");
}

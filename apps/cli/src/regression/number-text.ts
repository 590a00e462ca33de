/** A number as C's `%.g` prints it, and as statistics packages do: so many significant digits, very large and small ones with an exponent. */
export function significant(value: number, digits: number): string {
  const scientific = value.toExponential(digits - 1);
  const exponent = Number(scientific.split("e")[1]);
  if (exponent >= -4 && exponent < digits) return value.toFixed(digits - 1 - exponent);
  return scientific.replace(/e([+-])(\d)$/, "e$10$2");
}

/** A number of a table of coefficients: so many decimals, or significant digits where these would show too little or too much. */
export function tabulated(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-4 && size < 1e4)) return value.toFixed(decimals);
  return significant(value, decimals).replace(/\.?0*(?=e)/, "");
}

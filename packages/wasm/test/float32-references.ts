/** The functions by float64 arithmetic, which is to the last place of float32 as good as exact. */
export const float32References = {
  exp: Math.exp,
  log: Math.log,
  log1p: Math.log1p,
  expm1: Math.expm1,
  tanh: Math.tanh,
  sigmoid: (x: number) => {
    const e = Math.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  },
  erf: errorFunction,
  sin: Math.sin,
  cos: Math.cos,
  atan: Math.atan,
} as const;

/** Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 7.1.6 and 7.1.14. */
function errorFunction(x: number): number {
  const a = Math.abs(x);
  if (!(a <= 6)) return Math.sign(x);
  const slope = 1.1283791670955126; // 2 / √π
  if (a < 1e-4) return slope * (x - x ** 3 / 3);
  const gauss = Math.exp(-a * a);
  if (a < 2) {
    let sum = x;
    for (let term = x, n = 1; Math.abs(term) > 1e-17 * a; n++) {
      term *= (2 * a * a) / (2 * n + 1);
      sum += term;
    }
    return sum * gauss * slope;
  }
  let fraction = a;
  for (let n = 60; n >= 1; n--) fraction = a + n / 2 / fraction;
  return Math.sign(x) * (1 - (gauss / fraction) * (slope / 2));
}

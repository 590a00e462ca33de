import { exponential } from "./exponential";

/** The nodes above 0 and their weights of Gauss and Legendre's rule with 24 points. */
const rule = [
  [0.9951872199970213, 0.0123412297999872],
  [0.9747285559713095, 0.028531388628933663],
  [0.9382745520027328, 0.04427743881741981],
  [0.8864155270044011, 0.05929858491543678],
  [0.820001985973903, 0.0733464814110803],
  [0.7401241915785544, 0.08619016153195327],
  [0.6480936519369755, 0.09761865210411388],
  [0.5454214713888396, 0.10744427011596563],
  [0.4337935076260451, 0.1155056680537256],
  [0.3150426796961634, 0.12167047292780339],
  [0.1911188674736163, 0.1258374563468283],
  [0.06405689286260563, 0.12793819534675216],
] as const;

/** The logarithm of a density on the way out of a point, relative to the density there. */
export interface Descent {
  /** log f(s) - log f(0) at the distance s: concave, 0 at 0, and falling. */
  readonly drop: (distance: number) => number;
  /** Minus the derivative of `drop`. */
  readonly fall: (distance: number) => number;
  /** Minus the second derivative of `drop` at 0. */
  readonly curvature: number;
}

const panels = 2;
/** e^-42 is less than the last bit. */
const enough = 42;

/**
 * A tail over the density where it begins (Mills' ratio): ∫₀^∞ e^drop(s) ds, to about 1e-15.
 *
 * Of a log-concave density the integrand falls at least as fast as its first part says, so that it can be cut off where it no longer counts;
 * what is left is smooth, and Gauss and Legendre's rule on two panels takes it whatever the parameters are: the same work at 10 and at 1e8.
 * All of `drop` has one sign, so no digit is lost. Source: DLMF 3.5(v).
 */
export function tailIntegral({ drop, fall, curvature }: Descent): number {
  const first = fall(0);
  let end = (2 * enough) / (first + Math.sqrt(first * first + 2 * curvature * enough));
  for (let step = 0; step < 40; step++) {
    const missing = enough + drop(end);
    if (missing < 1 && missing > -6) break;
    end += missing / fall(end); // Newton's method: once too far out, it comes back step by step, since `drop` is concave
  }
  const half = end / (2 * panels);
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = (2 * panel + 1) * half;
    for (const [node, weight] of rule) {
      sum += weight * (exponential(drop(middle - node * half)) + exponential(drop(middle + node * half)));
    }
  }
  return sum * half;
}

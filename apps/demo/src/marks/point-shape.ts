/** A group's mark, around 0, 0: ● △ ■ ◇. Shape tells groups apart, never hue. */
export function pointShape(group: number, size = 3.5): { readonly path: string; readonly hollow: boolean } {
  switch (group) {
    case 1: {
      const [up, down, side] = [1.35 * size, 0.85 * size, 1.25 * size];
      return { path: `M0 ${-up}L${side} ${down}H${-side}Z`, hollow: true };
    }
    case 2:
      return { path: `M${-size} ${-size}H${size}V${size}H${-size}Z`, hollow: false };
    case 3: {
      const far = 1.4 * size;
      return { path: `M0 ${-far}L${far} 0L0 ${far}L${-far} 0Z`, hollow: true };
    }
    default:
      return { path: `M${-size} 0A${size} ${size} 0 1 1 ${size} 0A${size} ${size} 0 1 1 ${-size} 0Z`, hollow: false };
  }
}

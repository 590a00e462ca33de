import { expect, it } from "vitest";
import { divergingColor, textOnDiverging } from "./diverging";

it("has the ends and the middle of the palette", () => {
  expect([-1, 0, 1].map((t) => divergingColor(t, false))).toEqual([
    "rgb(137 65 2)",
    "rgb(242 239 238)",
    "rgb(10 86 166)",
  ]);
  expect(divergingColor(0.5, true)).toBe("rgb(73 115 154)");
});

it("draws values in to the ends", () => {
  expect(divergingColor(-7, true)).toBe(divergingColor(-1, true));
});

it.each([true, false])("can be written on everywhere (dark: %s)", (dark) => {
  for (let t = -1; t <= 1; t += 1 / 128) {
    const [r, g, b] = (divergingColor(t, dark).match(/\d+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    const luminance = 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
    const contrast = textOnDiverging(t, dark) === "#fff" ? 1.05 / (luminance + 0.05) : (luminance + 0.05) / 0.05;
    expect(contrast).toBeGreaterThan(4.5);
  }
});

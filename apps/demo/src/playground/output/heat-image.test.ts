import { expect, it } from "vitest";
import { gridSide } from "../training/look";
import { heatImage, heatPixels, ownScale } from "./heat-image";

const ends = { middle: 0, full: 1 };

it("paints the ends of the scale, and nothing where there is no number", () => {
  // #894102 and #0a56a6 are the ends of the light scale
  expect([...heatPixels([-1, 1, Number.POSITIVE_INFINITY, Number.NaN], ends, false)]).toEqual([
    0x89, 0x41, 0x02, 255, 0x0a, 0x56, 0xa6, 255, 0x0a, 0x56, 0xa6, 255, 0, 0, 0, 0,
  ]);
});

it("makes a bitmap whose last row of bytes is the top of the picture", () => {
  const picture = new Float32Array(gridSide * gridSide).fill(-1);
  picture[0] = 1;
  const [kind, packed = ""] = heatImage(picture, ends, false).split(",");
  expect(kind).toBe("data:image/bmp;base64");
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  // 54 of the header, 33 rows of 99 bytes and one to fill up
  expect(bytes.length).toBe(54 + 33 * 100);
  expect([...bytes.subarray(0, 2)]).toEqual([0x42, 0x4d]);
  expect([...bytes.subarray(54, 57)]).toEqual([0x02, 0x41, 0x89]);
  expect([...bytes.subarray(54 + 32 * 100, 54 + 32 * 100 + 6)]).toEqual([0xa6, 0x56, 0x0a, 0x02, 0x41, 0x89]);
});

it("has full strength at the largest value that is a number", () => {
  expect(ownScale([0.5, -3, Number.NEGATIVE_INFINITY, Number.NaN])).toEqual({ middle: 0, full: 3 });
  expect(ownScale([0, 0.01])).toEqual({ middle: 0, full: 0.1 });
});

import { constant, evaluate } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { __identifier__ } from "./__file__";

describe("__identifier__", () => {
  it("gives log(1 + (miss / scale)²), the mean of each row", () => {
    const [prediction, target] = [
      constant(
        [
          [2, 4],
          [1, 9],
        ],
        "float64",
      ),
      constant(
        [
          [2, 2],
          [3, 1],
        ],
        "float64",
      ),
    ];
    const [rows] = evaluate([__identifier__({ scale: 2 }).apply(prediction, target)]);
    // misses of 0 and 1 scale: (0 + log 2) / 2; of 1 and 4: (log 2 + log 17) / 2
    expect([...rows.data].map((loss) => loss.toFixed(6))).toEqual(["0.346574", "1.763180"]);
  });

  it("refuses a scale that is not above 0", () => {
    expect(() => __identifier__({ scale: 0 })).toThrow('"scale" should be a number above 0, got 0.');
  });
});

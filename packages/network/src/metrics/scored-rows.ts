import { type Value, value } from "@neurite/tensor";

/** For tests: numbers in float64. */
export const wide = (numbers: readonly number[]): Value => value(Float64Array.from(numbers));

/** For tests: classes by index. */
export const indices = (numbers: readonly number[]): Value => value(Int32Array.from(numbers));

/** For tests: ten rows of yes or no, with ties; their scores by scikit-learn stand in the tests. */
export const ten = {
  prediction: wide([0.1, 0.4, 0.35, 0.4, 0.8, 0.65, 0.2, 0.9, 0.4, 0.05]),
  target: indices([0, 1, 1, 0, 1, 0, 0, 1, 1, 0]),
};

/** For tests: ten rows of three classes. */
export const tenOfThree = {
  prediction: value([
    [0.5, 0.25, 0.25],
    [0.25, 0.5, 0.25],
    [0.5, 0.125, 0.375],
    [0.125, 0.25, 0.625],
    [0.375, 0.375, 0.25],
    [0.75, 0.125, 0.125],
    [0.25, 0.5, 0.25],
    [0.125, 0.625, 0.25],
    [0.25, 0.25, 0.5],
    [0.25, 0.25, 0.5],
  ]),
  target: indices([0, 1, 2, 2, 1, 0, 2, 1, 0, 2]),
};

const thousand = Array.from({ length: 1000 }, (_, i) => i);

/** For tests: a thousand rows of yes or no, by a rule that any language can follow. */
export const many = {
  prediction: wide(thousand.map((i) => ((i * 37) % 101) / 100)),
  target: indices(thousand.map((i) => Number(((i * 53) % 97) + ((i * 37) % 101) > 99))),
};

/** For tests: a thousand rows of three classes, as scores without ties within a row. */
export const manyOfThree = {
  prediction: value(
    Float64Array.from(thousand.flatMap((i) => [(i * 37) % 101, ((i * 53) % 97) + 0.001, ((i * 61) % 89) + 0.002])),
    { shape: [1000, 3] },
  ),
  target: indices(thousand.map((i) => Math.min(2, Math.floor((((i * 37) % 101) * 3 + ((i * 71) % 103)) / 140)))),
};

/** For tests: the one-hot form of indices. */
export const oneHotOf = ({ data }: Value, classes: number): Value =>
  value(
    Float64Array.from({ length: data.length * classes }, (_, at) =>
      Number(data[Math.floor(at / classes)] === at % classes),
    ),
    { shape: [data.length, classes] },
  );

/** For tests: predictions of three classes without a row. */
export const noRows: Value = value(new Float64Array(0), { shape: [0, 3] });

import { interpreter } from "neurite";
import { describe, expect, it } from "vitest";
import { given } from "../../numbers/derivation";
import { checkCount } from "./check-count";
import { countText } from "./count-text";
import { durationText } from "./duration-text";
import { trainable, trainingTime, wordTime } from "./estimates";
import { lengthText } from "./length-text";
import { measureSpeed, medianBurst } from "./measure-speed";
import { gpt3, knownNetworks } from "./networks";
import { readCount } from "./read-count";
import { speedOf } from "./speed-of";

describe("sizes", () => {
  it("are counted from their layers", () => {
    // 8 · 64 + 64 = 576, 64 · 64 + 64 = 4160, 64 + 1 = 65
    const counts = knownNetworks.map(({ weights }) => weights.value);
    expect(counts).toEqual([6, 4801, 60e3, 60e6, 1.5e9, 175e9]);
  });

  it.each([
    [6, "6"],
    [4801, "4801"],
    [60e3, "60 thousand"],
    [999_999, "1 million"],
    [1.5e9, "1.5 billion"],
    [175e9, "175 billion"],
    [2.9167e10, "29.2 billion"],
  ])("are read: %d is %s", (count, text) => expect(countText(count)).toBe(text));

  it.each([
    [6, "6 mm"],
    [4801, "4.8 m"],
    [60e6, "60 km"],
    [175e9, "175\u202f000 km"],
  ])("are wires of a millimetre each: %d is %s", (count, text) => expect(lengthText(count)).toBe(text));
});

describe("a speed of 10 billion multiply-adds a second, 20 billion operations", () => {
  const speed = given("speed", 10e9, "assumed");

  it("takes 17.5 seconds for a word of GPT-3 and half a million years for its training", () => {
    expect(wordTime(speed).value).toBe(17.5);
    // 3.14·10²³ / (20·10⁹ · 31 557 600)
    expect(trainingTime(speed).value).toBeCloseTo(497_503, 0);
    expect([wordTime(speed).text, trainingTime(speed).text]).toEqual(["17.5 seconds", "498 thousand years"]);
  });

  it("trains a millionth of GPT-3 in a millionth of that time", () => {
    const wait = (trainingTime(speed).value * 31_557_600) / 1e6;
    expect(trainable(speed, wait).value).toBeCloseTo(gpt3.weights.value / 1e6, 3);
  });

  it.each([
    [0.02, "0.02 seconds"],
    [1, "1 second"],
    [90, "1.5 minutes"],
    [7200, "2 hours"],
    [86400, "1 day"],
    [31_557_600, "1 year"],
  ])("tells times: %d is %s", (seconds, text) => expect(durationText(seconds)).toBe(text));
});

describe("the measurement", () => {
  it("counts 256³ multiply-adds for each product and stops when its time is over", () => {
    let clock = 0;
    const ticking = () => clock++; // each look at the clock is a second later
    const bursts = measureSpeed(interpreter, 1, 1, ticking);
    expect(bursts).toEqual([{ multiplyAdds: 4 * 16_777_216, seconds: 1 }]);
  });

  it("takes the median, so that one slow burst does not matter", () => {
    const bursts = [5, 1, 4, 100, 3].map((speed) => ({ multiplyAdds: 2 * speed, seconds: 2 }));
    expect(medianBurst(bursts)).toEqual({ multiplyAdds: 8, seconds: 2 });
    expect(speedOf(bursts).value).toBe(4);
  });
});

describe("a typed count", () => {
  it.each([
    ["29e9", 29e9],
    ["29 billion", 29e9],
    ["29,000,000,000", 29e9],
    ["29\u202f000\u202f000\u202f000", 29e9],
    ["2.9 · 10^10", 29e9],
    ["2,9*10**10", 29e9],
    ["10¹⁰", 1e10],
    ["29 thousand million", undefined],
    ["29bn", 29e9],
    ["many", undefined],
    ["", undefined],
    ["1e999", undefined],
    ["7 constructor", undefined],
  ])("%j is %d", (text, count) => {
    const read = readCount(text);
    if (count === undefined) expect(read).toBeUndefined();
    else expect(read).toBeCloseTo(count, 0);
  });
});

describe("task 6", () => {
  it.each(["29e9", "29 billion", "1e10", "80 billion", "19.4 billion"])("takes %s", (text) =>
    expect(checkCount(text).solved).toBe(true),
  );

  it.each([
    ["175 billion", "That is how many weights GPT-3 has."],
    ["1.05e12", "You multiplied."],
    ["3.4e-11", "Type a number"],
    ["0.0000000000343", "That is upside down"],
    ["36 million", "That is for the network 8-64-64-1."],
    ["29 million", "The digits are right"],
    ["29 trillion", "The digits are right"],
    ["a lot", "Type a number"],
    ["29 thousand", "Too few, by a factor of about 1 million."],
    ["3e11", "Too many, by a factor of about 10."],
  ])("answers %s by its slip", (text, say) => {
    const verdict = checkCount(text);
    expect(verdict.solved).toBe(false);
    expect(verdict.say).toContain(say);
  });
});

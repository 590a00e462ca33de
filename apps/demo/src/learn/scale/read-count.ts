const words: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  bn: 1e9,
  b: 1e9,
  g: 1e9,
  billion: 1e9,
  billions: 1e9,
  milliard: 1e9,
  t: 1e12,
  trillion: 1e12,
  trillions: 1e12,
};
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A count as people type it: `29e9`, `29 billion`, `29,000,000,000`, `2.9 · 10^10`; undefined where it is none. */
export function readCount(text: string): number | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (digits) => `^${[...digits].map((digit) => raised.indexOf(digit)).join("")}`)
    .replace(/[\s\u202f_']/g, "")
    .replace(/[·×*x]?10(?:\^|\*\*)\(?(\d+)\)?/, (_, power, at) => `${at === 0 ? "1" : ""}e${power}`);
  const found = /^([\d.,]+)(?:e\+?(\d{1,3}))?([a-z]*)$/.exec(plain);
  if (!found) return undefined;
  const [, digits = "", power = "0", word = ""] = found;
  const size = Object.hasOwn(words, word) ? words[word] : undefined;
  const number = Number(
    /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(",", "") : digits.replace(",", "."),
  );
  const count = number * 10 ** Number(power) * (size ?? Number.NaN);
  return Number.isFinite(count) ? count : undefined;
}

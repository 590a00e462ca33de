/** The numbers of a text such as "1,-0.5,2", if there are so many and none is larger than `most`; an address may say anything. */
export function numberList(text: string | null, count: number, most: number): readonly number[] | undefined {
  const parts = (text ?? "").split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  return parts.length === count && parts.every((part) => Math.abs(part) <= most) ? parts : undefined;
}

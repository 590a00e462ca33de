/**
 * The steps after which a training is looked at: each of the first ones, where most happens, and then so many more, each the same factor
 * after the one before, up to the last.
 */
export function frameSteps(last: number, each = 20, more = 60): readonly number[] {
  const first = Array.from({ length: Math.min(each, last) + 1 }, (_, step) => step);
  if (last <= each) return first;
  const later = Array.from({ length: more }, (_, i) => Math.round(each * (last / each) ** ((i + 1) / more)));
  return [...new Set([...first, ...later])];
}

import { describe, expect, it, vi } from "vitest";

describe("a loop that was made by another copy of this package", () => {
  it("is refused with what to do", async () => {
    vi.resetModules(); // what is imported from now on is another copy, as in a second node_modules
    const { constant, evaluate: own, scan } = await import("./index");
    const { carries } = scan([constant(0)], [constant([1, 2, 3])], ([sum], [x]) => ({ carries: [sum.add(x)] }));
    expect(own(carries)[0].data[0]).toBe(6);
    vi.resetModules();
    const { evaluate } = await import("./index");
    expect(() => evaluate(carries)).toThrow(
      "scan: the graph should be made by the copy of @neurite/tensor that runs it, got another one's, as of a plugin installed elsewhere. Install the plugin and what uses it in one project.",
    );
  });
});

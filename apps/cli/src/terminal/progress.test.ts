import { describe, expect, it } from "vitest";
import { fakeIo } from "../fake-io";
import { startProgress } from "./progress";

describe("startProgress", () => {
  it("says nothing in the first second, then a line every five seconds, on stderr", () => {
    const io = fakeIo();
    const progress = startProgress("epoch", 100, io);
    progress.update(1, "loss 0.9");
    io.wait(999);
    progress.update(2, "loss 0.8");
    expect(io.err()).toBe("");
    io.wait(1);
    progress.update(3, "loss 0.7");
    io.wait(4999);
    progress.update(4, "loss 0.6");
    io.wait(1);
    progress.update(5, "loss 0.5");
    progress.stop();
    expect(io.err()).toBe("epoch 3/100  loss 0.7\nepoch 5/100  loss 0.5\n");
    expect(io.out()).toBe("");
  });
});

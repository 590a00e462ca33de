import { describe, expect, it } from "vitest";
import { copyNumbers, hostIsLittleEndian } from "./little-endian";

describe("copyNumbers", () => {
  it("leaves the bytes as they are on a little-endian host", () => {
    expect([...copyNumbers(new Uint8Array([1, 2, 3, 4]), 2, true)]).toEqual([1, 2, 3, 4]);
  });

  it("turns the bytes of each number round on a big-endian host", () => {
    expect([...copyNumbers(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), 4, false)]).toEqual([4, 3, 2, 1, 8, 7, 6, 5]);
    expect([...copyNumbers(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), 8, false)]).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it("copies, so that the start is aligned and the original safe", () => {
    const file = new Uint8Array([9, 1, 2]);
    const copy = copyNumbers(file.subarray(1), 2, true);
    expect(copy.byteOffset).toBe(0);
    expect(copy.buffer.byteLength).toBe(2);
    copy[0] = 7;
    expect([...file]).toEqual([9, 1, 2]);
  });
});

describe("hostIsLittleEndian", () => {
  it("agrees with a DataView", () => {
    const bytes = new Uint8Array(new Uint32Array([0x01020304]).buffer);
    expect(hostIsLittleEndian()).toBe(new DataView(bytes.buffer).getUint32(0, true) === 0x01020304);
  });
});
